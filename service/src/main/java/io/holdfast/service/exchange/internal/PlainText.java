package io.holdfast.service.exchange.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Bytes as UTF-8 text, or a sentence that says what they are instead. */
final class PlainText {

    private static final String WAY_OUT =
            " Save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\") and choose the file again.";

    private PlainText() {}

    /** The text without its byte order mark; a violation is noted where it is not UTF-8. */
    static Optional<String> read(byte[] bytes, String file, Report report) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF) || contains(bytes, 0)) {
            report.violation(
                    "not-utf-8",
                    Place.whole(file),
                    null,
                    "",
                    "The file is written in UTF-16 or is not text at all; UTF-8 is needed." + WAY_OUT);
            return Optional.empty();
        }
        int skip = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString());
        } catch (CharacterCodingException e) {
            refuse(bytes, in.position(), file, report);
            return Optional.empty();
        }
    }

    private static void refuse(byte[] bytes, int at, String file, Report report) {
        long line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        String guess = isBig5(bytes) ? " It looks like Big5." : "";
        report.violation(
                "not-utf-8",
                Place.line(file, line),
                null,
                "0x%02X".formatted(bytes[Math.min(at, bytes.length - 1)]),
                "Line " + line + " has a byte that is not UTF-8." + guess + WAY_OUT);
    }

    private static boolean isBig5(byte[] bytes) {
        try {
            Charset.forName("Big5")
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false; // not Big5 either: nothing is guessed
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        return bytes.length >= mark.length
                && Arrays.stream(mark).boxed().toList().equals(head(bytes, mark.length));
    }

    private static java.util.List<Integer> head(byte[] bytes, int length) {
        java.util.List<Integer> head = new java.util.ArrayList<>();
        for (int i = 0; i < length; i++) {
            head.add(bytes[i] & 0xFF);
        }
        return head;
    }

    private static boolean contains(byte[] bytes, int wanted) {
        for (byte each : bytes) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }
}
