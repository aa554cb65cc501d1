package io.holdfast.service.evidence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** A file that is stored in pieces, as one stream; one piece is in memory at a time. For one thread at a time. */
public final class Pieces extends InputStream {

    private final IntFunction<Optional<byte[]>> pieces;
    private final long size;
    private byte[] piece = new byte[0];
    private int at;
    private int next;
    private long given;

    /**
     * A stream over pieces.
     *
     * @param pieces the piece of a position from 0; empty behind the last
     * @param size how many bytes they must be together
     */
    public Pieces(IntFunction<Optional<byte[]>> pieces, long size) {
        this.pieces = pieces;
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == piece.length && !load()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        given += count;
        return count;
    }

    private boolean load() throws IOException {
        Optional<byte[]> loaded = pieces.apply(next);
        if (loaded.isEmpty()) {
            if (given != size) {
                throw new IOException("The file ends at byte " + given + " of " + size);
            }
            return false;
        }
        piece = loaded.get();
        at = 0;
        next++;
        return true;
    }
}
