package io.holdfast.service.audit.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of the chain: SHA-256 over fields, each with its length before it, so that no two different entries are the same
 * bytes. The detail comes in by its own salted hash, so that it can be taken away without breaking the chain, and nobody can
 * find it again by trying names.
 */
public final class EntryHash {

    /** What the first entry has as the hash of the one before. */
    private static final byte[] FIRST = new byte[32];

    private EntryHash() {}

    /** What the first entry has as the hash of the one before: 32 zeros. */
    public static byte[] first() {
        return FIRST.clone();
    }

    /** The hash of what a redaction may take away. */
    public static byte[] ofDetail(byte[] salt, @Nullable String actor, @Nullable String content) {
        return digest(out -> {
            bytes(out, salt);
            text(out, actor == null ? "" : actor);
            text(out, content == null ? "" : content);
        });
    }

    /** The hash of an entry, with that of the one before in it; {@code at} counts to the microsecond. */
    public static byte[] ofEntry(
            byte[] previous,
            long number,
            Instant at,
            String action,
            String subjectType,
            String subject,
            byte[] detailHash) {
        return digest(out -> {
            bytes(out, previous);
            out.writeLong(number);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            text(out, action);
            text(out, subjectType);
            text(out, subject);
            bytes(out, detailHash);
        });
    }

    private interface Fields {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] digest(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            fields.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory could not be written", e);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
