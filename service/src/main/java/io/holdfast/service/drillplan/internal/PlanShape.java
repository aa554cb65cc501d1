package io.holdfast.service.drillplan.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.Said;
import io.holdfast.simulator.model.Drill;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What somebody sends as a plan. */
public final class PlanShape {

    private static final int MOST_LINE = 200;
    private static final int MOST_TEXT = 5000;
    /** Minutes that a drill or a step of it is planned to last at most. */
    static final int MOST_MINUTES = 30 * 24 * 60;

    private static final double MOST_NUMBER = 1e12;

    private static final Set<String> KEYS = Arrays.stream(PlanContent.class.getRecordComponents())
            .map(java.lang.reflect.RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TYPES =
            Arrays.stream(Drill.Type.values()).map(DrillWords::word).collect(Collectors.toUnmodifiableSet());

    private final JsonNode body;
    private final Said said;

    private PlanShape(JsonNode body) {
        this.body = body;
        said = Said.of(body, KEYS);
    }

    /** A plan, or the rules that it breaks: then the plan is not to be used. */
    public record Read(PlanContent content, List<Violation> broken) {}

    /** Reads what was sent. */
    public static Read read(JsonNode body) {
        PlanShape shape = new PlanShape(body);
        PlanContent content = shape.content();
        return new Read(content, shape.said.broken());
    }

    private PlanContent content() {
        boolean announced = !body.has("announced") || body.path("announced").isNull() || said.flag("announced");
        PlanContent.Timing timing = timing();
        PlanContent.Window window = window();
        if (!announced && timing != null) {
            said.refuse(
                    "timing",
                    "day-of-unannounced",
                    "timing must be empty: of an unannounced drill a window is approved, and its day is drawn.");
        }
        if (announced && window != null) {
            said.refuse(
                    "window", "window-of-announced", "window must be empty: an announced drill has a day in timing.");
        }
        return new PlanContent(
                said.text("title", 1, MOST_LINE),
                orNull(said.text("unit", MOST_LINE)),
                said.whole("year", 2000, 2199),
                types(),
                announced,
                said.choice("category", PlanContent.Category.class, PlanContent.Category.TECHNICAL),
                said.choice("form", PlanContent.Form.class, PlanContent.Form.TABLETOP),
                orNull(said.text("scenario", MOST_LINE)),
                said.texts("scope", MOST_LINE),
                said.text("purpose", MOST_TEXT),
                said.text("scenarioText", MOST_TEXT),
                timing,
                window,
                steps(),
                said.texts("resources", MOST_LINE),
                participants(),
                suppliers(),
                said.text("noSuppliersReason", MOST_TEXT),
                notifications(),
                said.text("objectives", MOST_TEXT),
                successCriteria(),
                stopCriteria(),
                said.text("rollback", MOST_TEXT),
                injects(),
                said.text("desktopOnlyReason", MOST_TEXT),
                claims(),
                orNull(said.text("template", MOST_LINE)));
    }

    private List<String> types() {
        List<String> types = said.texts("types", MOST_LINE);
        types.stream()
                .filter(type -> !TYPES.contains(type))
                .findFirst()
                .ifPresent(type -> said.refuse(
                        "types",
                        "unknown-choice",
                        "types names '" + type + "', but must be of "
                                + String.join(", ", TYPES.stream().sorted().toList()) + "."));
        return types;
    }

    private PlanContent.@Nullable Timing timing() {
        if (isMissing("timing")) {
            return null;
        }
        Said at = said.object("timing", Set.of("date", "start", "minutes"));
        LocalDate date = at.day("date");
        LocalTime start = time(at, body.path("timing"), "start");
        if (date == null) {
            at.refuse("date", "missing", "date must be a day such as 2026-12-05.");
        }
        int minutes = at.whole("minutes", 1, MOST_MINUTES);
        return date == null ? null : new PlanContent.Timing(date, start, minutes);
    }

    private PlanContent.@Nullable Window window() {
        if (isMissing("window")) {
            return null;
        }
        Said within = said.object("window", Set.of("from", "to", "earliest", "latest", "minutes"));
        LocalDate from = within.day("from");
        LocalDate to = within.day("to");
        LocalTime earliest = time(within, body.path("window"), "earliest");
        LocalTime latest = time(within, body.path("window"), "latest");
        int minutes = within.whole("minutes", 1, MOST_MINUTES);
        if (from == null || to == null) {
            within.refuse(from == null ? "from" : "to", "missing", "from and to must be days such as 2026-12-05.");
            return null;
        }
        if (to.isBefore(from) || to.isAfter(from.plusDays(366))) {
            within.refuse("to", "bad-window", "to must not be before from, nor more than 366 days after it.");
        }
        if (latest.isBefore(earliest)) {
            within.refuse("latest", "bad-window", "latest must not be before earliest.");
        }
        return new PlanContent.Window(from, to, earliest, latest, minutes);
    }

    private boolean isMissing(String key) {
        return body.path(key).isMissingNode() || body.path(key).isNull();
    }

    private static LocalTime time(Said at, JsonNode object, String key) {
        try {
            return LocalTime.parse(object.path(key).asText());
        } catch (DateTimeParseException _) {
            at.refuse(key, "bad-time", key + " must be a time such as 09:30.");
            return LocalTime.MIDNIGHT;
        }
    }

    private List<PlanContent.Step> steps() {
        Set<String> ids = new HashSet<>();
        return each(
                "steps",
                Set.of("id", "title", "text", "role", "plannedMinutes", "element", "method", "use", "ends"),
                (one, node) -> new PlanContent.Step(
                        id(one, ids),
                        one.text("title", 1, MOST_LINE),
                        one.text("text", MOST_TEXT),
                        one.text("role", MOST_LINE),
                        minutes(one, node, "plannedMinutes", 1),
                        orNull(one.text("element", MOST_LINE)),
                        orNull(one.text("method", MOST_LINE)),
                        one.choice("use", PlanContent.Use.class, PlanContent.Use.BOTH),
                        orNull(one.text("ends", MOST_LINE))));
    }

    private List<PlanContent.Participant> participants() {
        return each("participants", Set.of("team", "person", "account", "role", "contact", "knows"), (one, node) -> {
            PlanContent.Participant read = new PlanContent.Participant(
                    one.text("team", MOST_LINE),
                    one.text("person", MOST_LINE),
                    orNull(one.text("account", MOST_LINE)),
                    one.choice("role", PlanContent.Role.class, PlanContent.Role.PARTICIPANT),
                    one.text("contact", MOST_LINE),
                    one.flag("knows"));
            if (read.team().isEmpty() && read.person().isEmpty()) {
                one.refuse("person", "missing", "person or team must say who takes part.");
            }
            if (read.knows() && read.account() == null) {
                one.refuse(
                        "account",
                        "missing",
                        "account must be the sign-in name of who may know the day: looking at it is written down.");
            }
            return read;
        });
    }

    private List<PlanContent.Supplier> suppliers() {
        return each(
                "suppliers",
                Set.of("element", "name", "contact", "phone"),
                (one, node) -> new PlanContent.Supplier(
                        orNull(one.text("element", MOST_LINE)),
                        one.text("name", 1, MOST_LINE),
                        one.text("contact", MOST_LINE),
                        one.text("phone", MOST_LINE)));
    }

    private List<PlanContent.Notification> notifications() {
        Set<String> ids = new HashSet<>();
        return each(
                "notifications",
                Set.of("id", "to", "channel", "withinMinutes", "text"),
                (one, node) -> new PlanContent.Notification(
                        id(one, ids),
                        one.text("to", 1, MOST_LINE),
                        one.text("channel", MOST_LINE),
                        minutes(one, node, "withinMinutes", 0),
                        one.text("text", MOST_TEXT)));
    }

    private List<PlanContent.SuccessCriterion> successCriteria() {
        Set<String> ids = new HashSet<>();
        return each(
                "successCriteria",
                Set.of("id", "text", "kind", "element", "hours"),
                (one, node) -> new PlanContent.SuccessCriterion(
                        id(one, ids),
                        one.text("text", 1, MOST_LINE),
                        one.choice("kind", PlanContent.Kind.class, PlanContent.Kind.JUDGED),
                        orNull(one.text("element", MOST_LINE)),
                        number(one, node, "hours", 0)));
    }

    private List<PlanContent.StopCriterion> stopCriteria() {
        Set<String> ids = new HashSet<>();
        return each(
                "stopCriteria",
                Set.of("id", "text", "measure", "unit", "limit", "atLeast"),
                (one, node) -> new PlanContent.StopCriterion(
                        id(one, ids),
                        one.text("text", 1, MOST_LINE),
                        orNull(one.text("measure", MOST_LINE)),
                        orNull(one.text("unit", MOST_LINE)),
                        number(one, node, "limit", -MOST_NUMBER),
                        one.flag("atLeast")));
    }

    private List<PlanContent.Inject> injects() {
        Set<String> ids = new HashSet<>();
        return each(
                "injects",
                Set.of("id", "atMinutes", "title", "text", "to", "expected"),
                (one, node) -> new PlanContent.Inject(
                        id(one, ids),
                        one.whole("atMinutes", 0, MOST_MINUTES),
                        one.text("title", 1, MOST_LINE),
                        one.text("text", MOST_TEXT),
                        one.text("to", MOST_LINE),
                        one.text("expected", MOST_TEXT)));
    }

    private PlanContent.Claims claims() {
        Said claims = said.object(
                "claims",
                Set.of("severePlausible", "thirdParties", "switchover", "challengesAssumptions", "testersIndependent"));
        return new PlanContent.Claims(
                claims.flag("severePlausible"),
                claims.flag("thirdParties"),
                claims.flag("switchover"),
                claims.flag("challengesAssumptions"),
                claims.flag("testersIndependent"));
    }

    private <T> List<T> each(String key, Set<String> keys, BiFunction<Said, JsonNode, T> read) {
        List<Said> all = said.objects(key, keys);
        return IntStream.range(0, all.size())
                .mapToObj(i -> read.apply(all.get(i), body.path(key).path(i)))
                .toList();
    }

    private static String id(Said one, Set<String> known) {
        String id = one.text("id", 1, 64);
        if (!id.isEmpty() && !known.add(id)) {
            one.refuse("id", "not-unique", "id '" + id + "' stands twice in this list; each must be another one.");
        }
        return id;
    }

    private static @Nullable Integer minutes(Said one, JsonNode node, String key, int least) {
        JsonNode value = node.path(key);
        return value.isMissingNode() || value.isNull() ? null : Integer.valueOf(one.whole(key, least, MOST_MINUTES));
    }

    private static @Nullable Double number(Said one, JsonNode node, String key, double least) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || value.asDouble() < least || value.asDouble() > MOST_NUMBER) {
            one.refuse(key, "out-of-range", key + " must be a number from " + least + " to " + MOST_NUMBER + ".");
            return null;
        }
        return value.asDouble();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
