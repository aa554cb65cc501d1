package io.holdfast.service.drill.internal;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Where in its part of the year a service is drilled: by its name alone, so that others do not move it. */
final class Phase {

    private Phase() {}

    /** A share in [0, 1), the same for the same name on every machine and in every year. */
    static double of(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() / (double) (1L << 32);
    }
}
