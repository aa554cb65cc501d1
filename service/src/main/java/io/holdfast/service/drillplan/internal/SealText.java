package io.holdfast.service.drillplan.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The text that is sealed for an unannounced drill: seven lines, each ended by a line feed, as docs/guide/drill-plans.md says.
 * Who has the text can compute the hash with any tool.
 */
public final class SealText {

    private static final int NONCE_BYTES = 32;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private SealText() {}

    /** A fresh text; the nonce of 256 bits makes that nobody finds the day by trying all. */
    public static String of(long plan, int version, LocalDateTime beginsAt, ZoneId zone, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return "holdfast-drill-seal-1\n"
                + "plan: D-" + plan + "\n"
                + "version: " + version + "\n"
                + "date: " + beginsAt.toLocalDate() + "\n"
                + "time: " + TIME.format(beginsAt) + "\n"
                + "zone: " + zone.getId() + "\n"
                + "nonce: " + HexFormat.of().formatHex(nonce) + "\n";
    }

    /** SHA-256 of a text in UTF-8, in small hexadecimal digits. */
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
