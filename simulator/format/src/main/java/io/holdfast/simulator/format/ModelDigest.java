package io.holdfast.simulator.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.model.ContinuityModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprint of a model: SHA-256 of its JSON form with the keys of every mapping sorted. Equal models have equal digests,
 * whatever notation, order of keys or spelling of numbers their files had.
 */
public final class ModelDigest {

    private ModelDigest() {}

    /** The digest as {@code sha256:} and 64 hexadecimal digits. */
    public static String of(ContinuityModel model) {
        return of(ModelWriter.toTree(model));
    }

    /** The digest of the model that {@link ModelWriter#toTree(ContinuityModel)} gave this tree of. */
    public static String of(ObjectNode tree) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(ModelWriter.toCanonicalJson(tree).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
