package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads durations: a number, or one of the forms of distribution with what it rests on. */
final class DurationReader {

    private static final List<String> FORMS = List.of(
            "fixed",
            "uniform",
            "triangular",
            "pert",
            "exponential",
            "lognormal",
            "normal",
            "weibull",
            "gamma",
            "empirical",
            "quantiles");

    private DurationReader() {}

    /** The duration under a key, or null where it is missing or not right. */
    static @Nullable UncertainHours read(Fields owner, String key) {
        Located found = owner.get(key);
        if (found == null) {
            return null;
        }
        String path = owner.path() + "." + key;
        if (found instanceof Located.Scalar) {
            Double hours = owner.number(found, path);
            return hours == null ? null : owner.build(found, path, () -> UncertainHours.fixed(hours));
        }
        Fields fields = owner.at(found, path);
        Distribution distribution = distribution(fields);
        Provenance provenance = provenance(fields);
        owner.keep(key, fields);
        return distribution == null || provenance == null ? null : new UncertainHours(distribution, provenance);
    }

    private static @Nullable Provenance provenance(Fields fields) {
        Evidence evidence = fields.word("evidence", Evidence.class);
        Integer observations = fields.count("observations");
        String source = fields.text("source");
        Double weight = fields.number("weight");
        Double freedom = fields.number("freedom");
        return fields.build(() -> new Provenance(evidence, observations, source, weight, freedom));
    }

    private static @Nullable Distribution distribution(Fields fields) {
        List<String> given = FORMS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            fields.violation(Code.WRONG_KIND, fields.node(), fields.path(), notOneForm(fields, given));
            return null;
        }
        String form = given.getFirst();
        return switch (form) {
            case "fixed" -> one(fields, form, Distribution.Fixed::new);
            case "uniform" -> list(fields, form, 2, v -> new Distribution.Uniform(v.get(0), v.get(1)));
            case "triangular" -> list(fields, form, 3, v -> new Distribution.Triangular(v.get(0), v.get(1), v.get(2)));
            case "pert" -> list(fields, form, 3, v -> new Distribution.Pert(v.get(0), v.get(1), v.get(2)));
            case "empirical" -> list(fields, form, -1, Distribution.Empirical::new);
            case "quantiles" -> quantiles(fields);
            case "exponential" -> named(fields, form, List.of("mean"), v -> new Distribution.Exponential(v.get(0)));
            case "lognormal" ->
                named(fields, form, List.of("median", "p90"), v -> new Distribution.Lognormal(v.get(0), v.get(1)));
            case "normal" ->
                named(fields, form, List.of("mean", "sd"), v -> new Distribution.Normal(v.get(0), v.get(1)));
            case "weibull" ->
                named(fields, form, List.of("shape", "scale"), v -> new Distribution.Weibull(v.get(0), v.get(1)));
            default -> named(fields, form, List.of("shape", "scale"), v -> new Distribution.Gamma(v.get(0), v.get(1)));
        };
    }

    private static Message notOneForm(Fields fields, List<String> given) {
        String known = String.join(", ", FORMS);
        if (!given.isEmpty()) {
            return Message.of("wrong-kind.several-forms", "value", String.join(", ", given), "known", known);
        }
        Message meant = fields.extras().keySet().stream()
                .flatMap(key -> Suggestion.findNearest(key, FORMS).stream())
                .findFirst()
                .map(near -> Message.of("did-you-mean", "near", near))
                .orElseGet(Message::none);
        return Message.of("wrong-kind.no-form", "value", fields.node().shown(), "didYouMean", meant, "known", known);
    }

    private static @Nullable Distribution one(Fields fields, String form, Function<Double, Distribution> maker) {
        Double value = fields.number(form);
        return value == null ? null : build(fields, form, () -> maker.apply(value));
    }

    private static @Nullable Distribution list(
            Fields fields, String form, int size, Function<List<Double>, Distribution> maker) {
        int given = fields.items(form).size();
        List<Double> values = fields.list(form, fields::number);
        if (values.size() < given) {
            return null;
        }
        if (size >= 0 && given != size) {
            Message text = Message.of(
                    "wrong-kind.how-many",
                    "key",
                    form,
                    "size",
                    size,
                    "names",
                    size == 2 ? "[min, max]" : "[min, mode, max]",
                    "given",
                    given);
            fields.violation(Code.WRONG_KIND, form, text);
            return null;
        }
        return build(fields, form, () -> maker.apply(values));
    }

    private static @Nullable Distribution named(
            Fields fields, String form, List<String> names, Function<List<Double>, Distribution> maker) {
        Fields inner = fields.object(form);
        if (inner == null) {
            return null;
        }
        List<Double> values = new ArrayList<>();
        for (String name : names) {
            if (inner.require(name, Message.of("way-out.parameter", "form", form, "names", String.join(", ", names)))
                    != null) {
                Double value = inner.number(name);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        fields.keep(form, inner);
        return values.size() < names.size() ? null : build(fields, form, () -> maker.apply(values));
    }

    private static @Nullable Distribution quantiles(Fields fields) {
        int given = fields.items("quantiles").size();
        List<Distribution.Quantiles.Point> points =
                fields.list("quantiles", (item, path) -> pair(fields, item, path, Distribution.Quantiles.Point::new));
        return points.size() < given ? null : build(fields, "quantiles", () -> new Distribution.Quantiles(points));
    }

    /** Reads an item of two numbers. */
    static <T> @Nullable T pair(Fields fields, Located item, String path, PairMaker<T> maker) {
        if (item instanceof Located.Sequence sequence && sequence.items().size() == 2) {
            Double first = fields.number(sequence.items().get(0), path + "[0]");
            Double second = fields.number(sequence.items().get(1), path + "[1]");
            return first == null || second == null ? null : fields.build(item, path, () -> maker.make(first, second));
        }
        fields.violation(Code.WRONG_KIND, item, path, Message.of("wrong-kind.pair", "value", item.shown()));
        return null;
    }

    /** Makes a value of two numbers. */
    interface PairMaker<T> {
        T make(double first, double second);
    }

    private static @Nullable Distribution build(
            Fields fields, String form, java.util.function.Supplier<Distribution> maker) {
        Located value = fields.get(form);
        return fields.build(value == null ? fields.node() : value, fields.path() + "." + form, maker);
    }
}
