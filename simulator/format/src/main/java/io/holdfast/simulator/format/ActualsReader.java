package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Measured;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.ModelInputs;
import io.holdfast.simulator.learning.ObservedDuration;
import io.holdfast.simulator.learning.PastEvent;
import io.holdfast.simulator.learning.Quantity;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Id;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what drills and incidents measured, YAML or JSON in UTF-8, and says everything that is wrong with it at once: also where a
 * figure names no number of the model, or is not of its kind. Source: the published schema of actuals, version 1. One use an
 * instance.
 */
public final class ActualsReader {

    private static final int MOST_NAMED = 8;

    private final Reading reading = new Reading((path, keys) -> {});
    private final Map<InputRef, ModelInput> inputs = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    private ActualsReader(ContinuityModel model) {
        ModelInputs.listAll(model).forEach(input -> inputs.put(input.ref(), input));
    }

    /**
     * The events of a file, or what is wrong with it.
     *
     * @param file the file
     * @param model the model that the figures are about
     */
    public static ActualsOutcome read(byte[] file, ContinuityModel model) {
        return new ActualsReader(model).run(file);
    }

    private ActualsOutcome run(byte[] file) {
        List<Violation> violations = reading.violations();
        Located root = new DocumentParser(reading).parse(file);
        if (!violations.isEmpty()) {
            return new ActualsOutcome.Refused(violations);
        }
        Fields fields = new Fields(root, "$", reading);
        List<PastEvent> events = root instanceof Located.Mapping ? events(fields) : List.of();
        if (!violations.isEmpty()) {
            violations.sort(Comparator.comparingInt(Violation::line).thenComparingInt(Violation::column));
            return new ActualsOutcome.Refused(violations);
        }
        return new ActualsOutcome.Read(events);
    }

    private List<PastEvent> events(Fields fields) {
        if (fields.require("holdfast", "actuals-version") != null) {
            Double version = fields.number("holdfast");
            if (version != null && version != 1) {
                Message text = Message.of("unknown-version", "value", Fields.show(version));
                fields.violation(Code.UNKNOWN_VERSION, "holdfast", text);
            }
        }
        fields.require("events", "events");
        return fields.list("events", (item, path) -> event(fields.at(item, path)));
    }

    private @Nullable PastEvent event(Fields fields) {
        Located at = fields.require("id", "event-id");
        String id = at == null ? null : fields.text("id");
        if (at != null && id != null && !ids.add(id)) {
            fields.violation(Code.DUPLICATE_ID, "id", Message.of("duplicate-event", "value", id));
        }
        fields.require("kind", "event-kind");
        ObservedDuration.Kind kind = fields.word("kind", ObservedDuration.Kind.class);
        List<Drill.Type> types =
                fields.list("types", (item, path) -> fields.word(item, path, Drill.Type.class, ModelReader::drillWord));
        if (kind == ObservedDuration.Kind.DRILL && fields.items("types").isEmpty()) {
            fields.violation(
                    Code.MISSING,
                    "types",
                    Message.of("missing", "key", "types", "wayOut", Message.of("way-out.drill-types")));
        }
        boolean announced = fields.flag("announced", true);
        fields.require("measured", "measured");
        List<Measured> measured = fields.list("measured", (item, path) -> measured(fields.at(item, path)));
        return id == null || kind == null || (kind == ObservedDuration.Kind.DRILL && types.isEmpty())
                ? null
                : new PastEvent(id, kind, types, announced, measured);
    }

    private @Nullable Measured measured(Fields fields) {
        fields.require("owner", "owner");
        Id owner = fields.id("owner");
        String method = fields.text("method");
        fields.require("quantity", "quantity");
        Quantity quantity = fields.word("quantity", Quantity.class);
        Integer number = fields.has("number") ? fields.count("number") : Integer.valueOf(1);
        if (owner == null || quantity == null || number == null) {
            return null;
        }
        ModelInput input = inputs.get(new InputRef(owner, method, quantity, Math.max(1, number)));
        if (input == null || number < 1) {
            fields.violation(Code.UNDEFINED_NAME, "owner", unknown(owner, method, quantity));
            return null;
        }
        return switch (input) {
            case ModelInput.Hours time -> took(fields, time.ref());
            case ModelInput.Chance chance -> tried(fields, chance.ref());
            case ModelInput.Rate rate -> watched(fields, rate.ref());
        };
    }

    private Message unknown(Id owner, @Nullable String method, Quantity quantity) {
        List<String> owners = inputs.keySet().stream()
                .map(ref -> ref.owner().value())
                .distinct()
                .toList();
        List<String> there = inputs.keySet().stream()
                .filter(ref -> ref.owner().equals(owner))
                .map(ActualsReader::words)
                .toList();
        String value = words(new InputRef(owner, method, quantity, 1));
        if (there.isEmpty()) {
            return Message.of(
                    "undefined-name.no-input-owner",
                    "value",
                    owner,
                    "didYouMean",
                    Suggestion.meant(owner.value(), owners));
        }
        return Message.of(
                "undefined-name.input",
                "value",
                value,
                "owner",
                owner,
                "known",
                there.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (there.size() > MOST_NAMED ? ", …" : ""));
    }

    private static String words(InputRef ref) {
        return (ref.method() == null ? "" : ref.method() + " ")
                + ref.quantity().word()
                + (ref.number() == 1 ? "" : " (number " + ref.number() + ")");
    }

    private @Nullable Measured took(Fields fields, InputRef input) {
        fields.require(
                "hours",
                Message.of("way-out.figure-time", "quantity", input.quantity().word()));
        Double hours = positive(fields);
        boolean finished = fields.flag("finished", true);
        return hours == null ? null : new Measured.Took(input, hours, finished);
    }

    private static @Nullable Double positive(Fields fields) {
        Double hours = fields.number("hours");
        if (hours != null && !(hours > 0)) {
            fields.violation(
                    Code.OUT_OF_RANGE,
                    "hours",
                    Message.of("rule.positive", "what", "hours", "value", Fields.show(hours)));
            return null;
        }
        return hours;
    }

    private @Nullable Measured tried(Fields fields, InputRef input) {
        Integer successes = fields.has("successes") ? fields.count("successes") : Integer.valueOf(0);
        Integer failures = fields.has("failures") ? fields.count("failures") : Integer.valueOf(0);
        if (successes == null || failures == null) {
            return null;
        }
        if ((long) successes + failures < 1) {
            Message wayOut = Message.of(
                    "way-out.figure-chance", "quantity", input.quantity().word());
            fields.violation(
                    Code.MISSING,
                    fields.node(),
                    fields.path() + ".successes",
                    Message.of("missing", "key", "successes", "wayOut", wayOut));
            return null;
        }
        return new Measured.Tried(input, successes, failures);
    }

    private @Nullable Measured watched(Fields fields, InputRef input) {
        Message wayOut =
                Message.of("way-out.figure-rate", "quantity", input.quantity().word());
        fields.require("events", wayOut);
        fields.require("hours", wayOut);
        Integer events = fields.count("events");
        Double hours = positive(fields);
        return events == null || hours == null ? null : new Measured.Watched(input, events, hours);
    }
}
