package io.holdfast.simulator.format;

import io.holdfast.simulator.model.ContinuityModel;

/**
 * The fingerprint of a model: SHA-256 of its JSON form with the keys of every mapping sorted. Equal models have equal digests,
 * whatever notation, order of keys or spelling of numbers their files had.
 */
public final class ModelDigest {

    private ModelDigest() {}

    /** The digest as {@code sha256:} and 64 hexadecimal digits. */
    public static String of(ContinuityModel model) {
        return CanonicalModel.of(model).digest();
    }
}
