package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads scenarios and their hits. */
final class ScenarioReader {

    private final Names names;

    ScenarioReader(Names names) {
        this.names = names;
    }

    @Nullable
    Scenario read(Fields fields) {
        Id id = ModelReader.defineId(fields, "scenario", names);
        Scenario.Origin origin = fields.word("origin", Scenario.Origin.class);
        Double frequency = fields.notNegative("frequency");
        boolean hasHits = fields.require("hits", "hits") != null;
        int given = fields.items("hits").size();
        if (hasHits && given == 0) {
            fields.violation(Code.OUT_OF_RANGE, "hits", Message.of("rule.not-empty", "what", "hits"));
        }
        Double frequencyWeight = fields.number("frequencyWeight");
        List<Hit> hits = fields.list("hits", (item, path) -> hit(fields, fields.at(item, path), path));
        UncertainHours detect = DurationReader.read(fields, "detect");
        UncertainHours declare = DurationReader.read(fields, "declare");
        UncertainHours lasts = DurationReader.read(fields, "lasts");
        UncertainHours dwell = DurationReader.read(fields, "dwell");
        double staff = fields.share("staff", 1);
        Double demand = fields.notNegative("demand");
        Scenario.OfficeHours when = fields.word("when", Scenario.OfficeHours.class);
        double horizon = fields.number("horizon", Scenario.DEFAULT_HORIZON_HOURS);
        Label label = ModelReader.label(fields);
        boolean needsEnd = hits.stream().anyMatch(hit -> hit.state() == DownState.OUTAGE);
        if (needsEnd && !fields.has("lasts")) {
            fields.violation(Code.MISSING, fields.node(), fields.path() + ".lasts", Message.of("rule.outage-lasts"));
            return null;
        }
        if (id == null || hits.isEmpty() || hits.size() < given || (needsEnd && lasts == null)) {
            return null;
        }
        return fields.build(() -> new Scenario(
                id,
                label,
                origin,
                frequency,
                hits,
                detect,
                declare,
                lasts,
                dwell,
                staff,
                demand == null ? 1 : demand,
                when == null ? Scenario.OfficeHours.ANY : when,
                horizon,
                frequencyWeight));
    }

    private @Nullable Hit hit(Fields scenario, Fields fields, String path) {
        List<Id> of = fields.listOrNull("of", (item, where) -> {
            Id id = fields.id(item, where);
            if (id != null) {
                names.useElement(id, item, where);
            }
            return id;
        });
        List<Id> sites = fields.listOrNull("sites", (item, where) -> {
            Id id = fields.id(item, where);
            if (id != null) {
                names.use(id, "site", item, where);
            }
            return id;
        });
        List<String> zones = fields.listOrNull("zones", fields::text);
        List<String> kinds = fields.listOrNull("kinds", fields::text);
        List<String> tags = fields.listOrNull("tags", fields::text);
        boolean hasCircle = fields.has("within");
        Hit.Circle within = circle(fields);
        double probability = fields.share("probability", 1);
        boolean together = fields.flag("together", false);
        fields.require("state", "state");
        DownState state = fields.word("state", DownState.class);
        scenario.keep(path.substring(scenario.path().length() + 1), fields);
        if (state == null || (hasCircle && within == null)) {
            return null;
        }
        return fields.build(() -> new Hit(of, sites, zones, kinds, tags, within, probability, together, state));
    }

    private static Hit.@Nullable Circle circle(Fields fields) {
        Fields inner = fields.object("within");
        if (inner == null) {
            return null;
        }
        Double km = inner.require("km", "circle") == null ? null : inner.notNegative("km");
        Double lat = inner.require("lat", "circle") == null ? null : inner.number("lat");
        Double lon = inner.require("lon", "circle") == null ? null : inner.number("lon");
        fields.keep("within", inner);
        return km == null || lat == null || lon == null ? null : inner.build(() -> new Hit.Circle(km, lat, lon));
    }
}
