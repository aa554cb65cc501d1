package io.holdfast.service.learning.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.learning.Occasion;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Measured;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.ModelInputs;
import io.holdfast.simulator.learning.ObservedDuration;
import io.holdfast.simulator.learning.Quantity;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Id;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an actual that somebody sent, against the numbers of the model. For one thread. */
public final class ActualShape {

    /** The keys of an actual, in the order of the columns of a table. */
    public static final List<String> KEYS = List.of(
            "event",
            "kind",
            "types",
            "announced",
            "date",
            "owner",
            "method",
            "quantity",
            "number",
            "hours",
            "finished",
            "successes",
            "failures",
            "occurrences",
            "note");

    private static final int MOST_LINE = 200;
    private static final int MOST_NOTE = 2000;
    private static final int MOST_NAMED = 8;
    private static final int MOST_COUNT = 1_000_000;
    private static final double MOST_HOURS = 876_000;
    private static final int FIRST_YEAR = 1990;

    private final Map<InputRef, ModelInput> inputs = new LinkedHashMap<>();
    private final LocalDate today;

    /**
     * Knows the numbers of a model.
     *
     * @param today the newest day on which something can have been measured
     */
    public ActualShape(ContinuityModel model, LocalDate today) {
        ModelInputs.listAll(model).forEach(input -> inputs.put(input.ref(), input));
        this.today = today;
    }

    /** An actual without its number, or the rules that it breaks: then the rest is not to be used. */
    public record Read(
            @Nullable Occasion occasion, @Nullable Measured measured, String note, List<Violation> broken) {}

    /** Reads an object; a missing key, null and an empty text are the same. */
    public Read read(JsonNode body) {
        Cells said = new Cells(body);
        said.only(Set.copyOf(KEYS));
        Occasion occasion = occasion(said);
        Measured measured = measured(said);
        String note = said.text("note", MOST_NOTE);
        boolean right = said.broken().isEmpty();
        return new Read(right ? occasion : null, right ? measured : null, note, said.broken());
    }

    private @Nullable Occasion occasion(Cells said) {
        String name = said.text("event", MOST_LINE);
        if (name.isEmpty()) {
            said.missing(
                    "event", "event must name the drill or the incident, in at most " + MOST_LINE + " characters.");
        }
        ObservedDuration.Kind kind = said.choice("kind", ObservedDuration.Kind.class, null);
        List<Drill.Type> types = types(said);
        boolean drill = kind == ObservedDuration.Kind.DRILL;
        if (drill && types.isEmpty() && said.isRight("types")) {
            said.missing(
                    "types",
                    "types must say what the drill was, since a drill teaches only what its types show: "
                            + String.join(", ", DrillWords.words(List.of(Drill.Type.values()))) + ".");
        }
        LocalDate on = day(said);
        Boolean announced = said.flag("announced");
        return kind == null || on == null
                ? null
                : new Occasion(name, kind, drill ? types : List.of(), drill && (announced == null || announced), on);
    }

    private static List<Drill.Type> types(Cells said) {
        List<Drill.Type> types = new ArrayList<>();
        for (String word : said.words("types")) {
            Optional<Drill.Type> type = Arrays.stream(Drill.Type.values())
                    .filter(each -> DrillWords.word(each).equals(word))
                    .findFirst();
            if (type.isEmpty()) {
                List<String> known = DrillWords.words(List.of(Drill.Type.values()));
                said.refuse(
                        "types",
                        "unknown-choice",
                        "There is no type '" + word + "'. " + Suggestion.didYouMean(word, known) + "There are "
                                + String.join(", ", known) + ".");
                return List.of();
            }
            if (!types.contains(type.get())) {
                types.add(type.get());
            }
        }
        types.sort(null);
        return types;
    }

    private @Nullable LocalDate day(Cells said) {
        String text = said.text("date", MOST_LINE);
        if (text.isEmpty()) {
            said.missing("date", "date must be the day on which it happened, such as 2026-02-17.");
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && !day.isAfter(today)) {
                return day;
            }
            said.refuse(
                    "date",
                    "out-of-range",
                    "date is " + text + ", but an actual is of a day from " + FIRST_YEAR + " to today, " + today + ".");
        } catch (DateTimeException e) {
            said.refuse("date", "bad-date", "date is '" + text + "', but it must be a day such as 2026-02-17.");
        }
        return null;
    }

    private @Nullable Measured measured(Cells said) {
        String owner = said.text("owner", MOST_LINE);
        String method = said.text("method", MOST_LINE);
        if (owner.isEmpty()) {
            said.missing("owner", "owner must be the id of an element, a team, a contact or a scenario.");
        }
        Quantity quantity = said.choice("quantity", Quantity.class, null);
        Integer number = said.whole("number", 1, MOST_COUNT);
        if (owner.isEmpty() || quantity == null) {
            return null;
        }
        ModelInput input = Id.isValid(owner)
                ? inputs.get(new InputRef(
                        Id.of(owner), method.isEmpty() ? null : method, quantity, number == null ? 1 : number))
                : null;
        if (input == null) {
            unknown(said, owner, method, quantity);
            return null;
        }
        return switch (input) {
            case ModelInput.Hours time -> took(said, time.ref());
            case ModelInput.Chance chance -> tried(said, chance.ref());
            case ModelInput.Rate rate -> watched(said, rate.ref());
        };
    }

    private void unknown(Cells said, String owner, String method, Quantity quantity) {
        List<String> there = inputs.keySet().stream()
                .filter(ref -> ref.owner().value().equals(owner))
                .map(ActualShape::words)
                .toList();
        if (there.isEmpty()) {
            List<String> owners = inputs.keySet().stream()
                    .map(ref -> ref.owner().value())
                    .distinct()
                    .toList();
            said.refuse(
                    "owner",
                    "unknown-input",
                    "Nothing of '" + owner
                            + "' can be measured: the register has no such entry, or it states no time and no"
                            + " chance. " + Suggestion.didYouMean(owner, owners) + "Add it to the register first.");
            return;
        }
        said.refuse(
                "quantity",
                "unknown-input",
                "'" + owner + "' states no " + (method.isEmpty() ? "" : method + " ") + quantity.word()
                        + ". It states "
                        + there.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (there.size() > MOST_NAMED ? ", …" : "") + ".");
    }

    private static String words(InputRef ref) {
        return (ref.method() == null ? "" : ref.method() + " ")
                + ref.quantity().word()
                + (ref.number() == 1 ? "" : " (number " + ref.number() + ")");
    }

    private static @Nullable Measured took(Cells said, InputRef input) {
        none(said, "a time", "successes", "failures", "occurrences");
        Double hours = said.above0("hours", MOST_HOURS);
        Boolean finished = said.flag("finished");
        if (hours == null && said.isRight("hours")) {
            said.missing(
                    "hours", "hours must say how long it took, above 0; where it was broken off, how long until then.");
        }
        return hours == null ? null : new Measured.Took(input, hours, finished == null || finished);
    }

    private static @Nullable Measured tried(Cells said, InputRef input) {
        none(said, "a chance", "hours", "finished", "occurrences");
        Integer successes = said.whole("successes", 0, MOST_COUNT);
        Integer failures = said.whole("failures", 0, MOST_COUNT);
        int succeeded = successes == null ? 0 : successes;
        int failed = failures == null ? 0 : failures;
        if (succeeded + failed == 0) {
            if (said.isRight("successes")) {
                said.missing(
                        "successes",
                        "successes and failures must say how often it worked and how often not; one is enough.");
            }
            return null;
        }
        return new Measured.Tried(input, succeeded, failed);
    }

    private static @Nullable Measured watched(Cells said, InputRef input) {
        none(said, "a rate", "finished", "successes", "failures");
        Integer occurrences = said.whole("occurrences", 0, MOST_COUNT);
        Double hours = said.above0("hours", MOST_HOURS * 1000);
        if (occurrences == null && said.isRight("occurrences")) {
            said.missing("occurrences", "occurrences must say how often it happened; 0 is an answer.");
        }
        if (hours == null && said.isRight("hours")) {
            said.missing("hours", "hours must say how long was watched.");
        }
        return occurrences == null || hours == null ? null : new Measured.Watched(input, occurrences, hours);
    }

    private static void none(Cells said, String kind, String... keys) {
        for (String key : keys) {
            if (said.has(key)) {
                said.refuse(key, "not-of-this", key + " is no figure of " + kind + ". Leave it out.");
            }
        }
    }

    /** What is refused of a word, as the format writes it. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
