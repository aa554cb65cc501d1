package io.holdfast.simulator.format;

import io.holdfast.simulator.model.ContinuityModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Models as files for tests. */
final class Models {

    private Models() {}

    /** A small model that is right. */
    static final String SMALL = """
            holdfast: 1
            x-kept: {a: [1, two]}
            sites: [{id: tpe, lat: 25.04, lon: 121.56}]
            teams: [{id: dba, size: 2, mobilise: {pert: [0.25, 0.5, 2], evidence: measured}}]
            assets:
              - {id: power, kind: power, site: tpe}
              - id: db
                kind: database
                needs: [{of: [power], holdsFor: {fixed: 0.25, x-why: battery}, note: rack}]
                objectives: {rto: 4, x-by: board}
                recovery:
                  - {method: restore, duration: {lognormal: {median: 6, p90: 14}}, crew: {dba: 1}, data: {every: 24, usable: 0.98}}
            services:
              - {id: s, needs: [db, {atLeast: 1, of: [db, {of: [power]}]}, {of: [db, power], shares: [0.5, 0.5], minimum: 0.4}]}
            scenarios:
              - {id: lost, hits: [{sites: [tpe], state: destroyed, x-severe: true}], detect: 0.5}
            """;

    /** The model that has every key. */
    static String everyKey() {
        try (InputStream in = Models.class.getResourceAsStream("/models/every-key.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static ReadOutcome read(String text) {
        return ModelReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static ContinuityModel model(String text) {
        return switch (read(text)) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused ->
                throw new AssertionError(Texts.refusal("model", refused.violations(), 10, Language.EN));
        };
    }

    static List<Violation> violations(String text) {
        return switch (read(text)) {
            case ReadOutcome.Read read -> throw new AssertionError("accepted: " + text);
            case ReadOutcome.Refused refused -> refused.violations();
        };
    }
}
