package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.CalendarReading;
import io.holdfast.service.drill.CalendarReading.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a calendar file, CSV or iCalendar, told apart by its first line. */
public final class CalendarFiles {

    /** Twenty years of holidays take a twentieth of this. */
    public static final int LARGEST_BYTES = 1_000_000;

    private CalendarFiles() {}

    /** Reads a whole file or refuses a whole file. */
    public static CalendarReading read(byte[] file) {
        if (file.length > LARGEST_BYTES) {
            return refused(
                    "too-large",
                    "The file has " + file.length + " bytes; a calendar may have " + LARGEST_BYTES
                            + ". Import it year by year.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused("not-utf8", "The file is not UTF-8. Save it as UTF-8, not as Big5 or UTF-16.");
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.isBlank()) {
            return refused("empty-file", "The file is empty. A calendar has at least one day.");
        }
        return plain.stripLeading().regionMatches(true, 0, "BEGIN:", 0, 6)
                ? CalendarIcs.read(plain)
                : CalendarCsv.read(plain);
    }

    static CalendarReading refused(String code, String message) {
        return new CalendarReading.Refused(List.of(new Fault(null, null, null, code, message)));
    }
}
