package io.holdfast.service.change.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A model as bytes to be kept: its JSON in the published format, compressed with gzip. */
public final class Packed {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Packed() {}

    /** The bytes of a model. */
    public static byte[] pack(ContinuityModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(ModelWriter.toJson(model).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("A model could not be compressed in memory", e);
        }
        return bytes.toByteArray();
    }

    /** The model of bytes that {@link #pack} made. */
    public static ContinuityModel model(byte[] packed) {
        return switch (ModelReader.read(unpacked(packed))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused ->
                throw new IllegalStateException("A baseline is no longer valid: "
                        + refused.violations().getFirst().toLine());
        };
    }

    /** The document of bytes that {@link #pack} made; the caller owns it. */
    public static ObjectNode tree(byte[] packed) {
        try {
            return (ObjectNode) JSON.readTree(unpacked(packed));
        } catch (IOException e) {
            throw new UncheckedIOException("A baseline is no JSON", e);
        }
    }

    private static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A baseline could not be unpacked", e);
        }
    }
}
