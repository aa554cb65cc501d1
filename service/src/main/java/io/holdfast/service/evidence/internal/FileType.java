package io.holdfast.service.evidence.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;

/** What a file is as its first bytes say, whatever it is called. Source: the signatures in the formats' own specifications. */
public enum FileType {
    PNG("image/png", 0, "89504e470d0a1a0a"),
    JPEG("image/jpeg", 0, "ffd8ff"),
    GIF("image/gif", 0, "47494638"),
    WEBP("image/webp", 8, "57454250"),
    TIFF_LITTLE("image/tiff", 0, "49492a00"),
    TIFF_BIG("image/tiff", 0, "4d4d002a"),
    PDF("application/pdf", 0, "255044462d"),
    ZIP("application/zip", 0, "504b0304"),
    GZIP("application/gzip", 0, "1f8b08"),
    MP4("video/mp4", 4, "66747970"),
    TEXT("text/plain", 0, ""),
    OTHER("application/octet-stream", 0, "");

    /** How many bytes are looked at. */
    public static final int LOOKED_AT = 4096;

    private final String mediaType;
    private final int from;
    private final String signature;

    FileType(String mediaType, int from, String signature) {
        this.mediaType = mediaType;
        this.from = from;
        this.signature = signature;
    }

    /** The type of a file that begins so. */
    public static FileType of(byte[] start) {
        return Stream.of(values())
                .filter(type -> !type.signature.isEmpty() && type.isAt(start))
                .findFirst()
                .orElse(isText(start) ? TEXT : OTHER);
    }

    private boolean isAt(byte[] start) {
        int to = from + signature.length() / 2;
        return start.length >= to && HexFormat.of().formatHex(start, from, to).equals(signature);
    }

    /** UTF-8 without control characters; a character that is cut off at the end is one. */
    private static boolean isText(byte[] start) {
        for (byte each : start) {
            if (each >= 0 && each < 0x20 && each != '\t' && each != '\n' && each != '\r') {
                return false;
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length + 1), false);
        return !result.isError();
    }

    /** The media type. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser may show it in its place: a picture that cannot hold a script. */
    public static boolean isShown(String mediaType) {
        return mediaType.equals(PNG.mediaType) || mediaType.equals(JPEG.mediaType);
    }
}
