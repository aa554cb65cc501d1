package io.holdfast.service.evidence;

import io.holdfast.service.evidence.internal.FileType;
import io.holdfast.service.evidence.store.EvidenceStore;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Writes files in pieces and sums them up, one piece in memory; the caller brings the transaction. For any number of threads. */
@Singleton
final class FileWriter {

    private static final int PIECE = 256 << 10;

    private final EvidenceStore store;
    private final EvidenceLimits limits;

    FileWriter(EvidenceStore store, EvidenceLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** A file that was written. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Written(UUID file, long size, byte[] sha256, String detectedType) {}

    /** What the bytes of a file are. */
    record Sum(long size, String sha256) {}

    Written write(InputStream bytes) {
        UUID file = UUID.randomUUID();
        MessageDigest digest = sha256();
        long size = 0;
        String type = "";
        try {
            int position = 0;
            for (byte[] piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
                if (position == 0) {
                    type = FileType.of(Arrays.copyOf(piece, Math.min(piece.length, FileType.LOOKED_AT)))
                            .mediaType();
                }
                size += piece.length;
                requireSize(size);
                digest.update(piece);
                store.write(file, position++, piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read", e);
        }
        if (size == 0) {
            throw EvidenceFields.bad("The file is empty, so it shows nothing. Choose the file again.");
        }
        return new Written(file, size, digest.digest(), type);
    }

    /** Refuses a file of more bytes than are taken. */
    void requireSize(long size) {
        if (size > limits.mostBytes()) {
            throw new ProblemException(
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "too-large",
                    "The file is larger than " + limits.mostMib()
                            + " MiB, the most that is taken as evidence. Send it in parts, or keep it elsewhere and add a"
                            + " list of its hashes.");
        }
    }

    Sum sum(UUID file) {
        MessageDigest digest = sha256();
        long size = 0;
        int position = 0;
        for (Optional<byte[]> piece = store.findPiece(file, 0);
                piece.isPresent();
                piece = store.findPiece(file, ++position)) {
            digest.update(piece.get());
            size += piece.get().length;
        }
        return new Sum(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
