package io.holdfast.service.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.ApprovalSource;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.drill.internal.ModelNames;
import io.holdfast.service.drill.internal.ShownDrill;
import io.holdfast.service.drill.internal.ShownYear;
import io.holdfast.service.drill.store.ScheduleStore;
import io.holdfast.service.register.Register;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Schedules of years as they are submitted for approval. They belong to the whole organisation. For any number of threads. */
@Singleton
public class ScheduleDrafts implements ApprovalSource {

    /** The type of these subjects. */
    public static final String TYPE = "schedule";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ScheduleStore schedules;
    private final Register register;

    ScheduleDrafts(ScheduleStore schedules, Register register) {
        this.schedules = schedules;
        this.register = register;
    }

    /** The schedule of a year as it would be submitted now; empty where none was planned, or there is no model. */
    @ReadOnly
    public Optional<Draft> findDraft(int year) {
        return register.findModel()
                .map(ModelNames::of)
                .flatMap(names -> schedules.find(year).map(stored -> draft(stored, names)));
    }

    private static Draft draft(StoredSchedule stored, ModelNames names) {
        int year = stored.schedule().year();
        ObjectNode content = JSON.createObjectNode();
        for (String language : DrillTexts.LANGUAGES) {
            DrillTexts texts = DrillTexts.find(language).orElseThrow();
            content.set(language, JSON.valueToTree(approved(stored.schedule(), names, texts)));
        }
        ObjectNode basis = JSON.createObjectNode();
        basis.put("modelDigest", stored.schedule().modelDigest())
                .put("calendarDigest", stored.schedule().calendarDigest())
                .put("madeAt", stored.madeAt().toString());
        return new Draft(
                TYPE,
                Integer.toString(year),
                "Drill schedule of " + year,
                year + " 年演練時程表",
                null,
                content,
                basis,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31));
    }

    private static ApprovedSchedule approved(DrillSchedule schedule, ModelNames names, DrillTexts texts) {
        return new ApprovedSchedule(
                schedule.year(),
                schedule.zone().getId(),
                ShownYear.of(schedule, Map.of(), false).drills().stream()
                        .map(drill -> entry(drill, names, texts))
                        .toList(),
                schedule.unplaced().stream()
                        .map(drill -> unplaced(drill, names, texts))
                        .toList());
    }

    private static ApprovedSchedule.Entry entry(ShownDrill shown, ModelNames names, DrillTexts texts) {
        ScheduledDrill drill = shown.drill();
        ScheduledStates.Window window = shown.window();
        ScheduledDrill.Practice practice = drill.practice();
        String language = texts.language();
        return new ApprovedSchedule.Entry(
                drill.uid(),
                names.name(drill.service(), language) + " · " + texts.types(drill.types()),
                requireNamed(drill.service(), names, language),
                drill.tier(),
                types(drill.types(), texts),
                window == null ? drill.date().toString() : null,
                window == null ? drill.start().toString() : null,
                window == null
                        ? null
                        : new ApprovedSchedule.Window(
                                window.from().toString(), window.to().toString()),
                drill.minutes(),
                drill.announced(),
                named(practice == null ? null : practice.scenario(), names, language),
                drill.teams().stream()
                        .map(team -> requireNamed(team, names, language))
                        .toList(),
                named(drill.writtenDrill(), names, language));
    }

    private static ApprovedSchedule.Unplaced unplaced(UnplacedDrill drill, ModelNames names, DrillTexts texts) {
        String language = texts.language();
        return new ApprovedSchedule.Unplaced(
                drill.uid(),
                names.name(drill.service(), language) + " · " + texts.types(drill.types()),
                requireNamed(drill.service(), names, language),
                types(drill.types(), texts),
                drill.why().stream()
                        .map(reason -> texts.sentence(reason, (kind, value) -> names.name(value, language)))
                        .toList());
    }

    private static List<String> types(List<io.holdfast.simulator.model.Drill.Type> types, DrillTexts texts) {
        return types.stream().map(type -> texts.types(List.of(type))).toList();
    }

    private static ApprovedSchedule.@Nullable Named named(@Nullable String id, ModelNames names, String language) {
        return id == null ? null : requireNamed(id, names, language);
    }

    private static ApprovedSchedule.Named requireNamed(String id, ModelNames names, String language) {
        return new ApprovedSchedule.Named(id, names.name(id, language));
    }

    /** A schedule as it was submitted, in one of its languages. */
    public ApprovedSchedule thaw(Frozen frozen, String language) {
        try {
            return JSON.treeToValue(told(frozen.content()).path(language), ApprovedSchedule.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A schedule that was submitted cannot be read", e);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Schedules that were submitted before had the days of unannounced drills in them; they stay as they are and are told without. */
    @Override
    public JsonNode told(JsonNode content) {
        JsonNode told = content.deepCopy();
        for (JsonNode language : told) {
            if (language.path("drills") instanceof ArrayNode drills) {
                drills.forEach(ScheduleDrafts::hide);
                List<JsonNode> sorted = new ArrayList<>();
                drills.forEach(sorted::add);
                sorted.sort(Comparator.comparing(ScheduleDrafts::place)); // where a hidden one stood would tell its day
                drills.removeAll().addAll(sorted);
            }
        }
        return told;
    }

    /** Where an entry stands in the order of what is told of it. */
    private static String place(JsonNode drill) {
        String date = drill.path("date").isTextual()
                ? drill.path("date").asText()
                : drill.path("window").path("from").asText();
        String start = drill.path("start").isTextual() ? drill.path("start").asText() : "00:00";
        return date + " " + start + " " + drill.path("uid").asText();
    }

    private static void hide(JsonNode entry) {
        if (entry instanceof ObjectNode drill
                && !drill.path("announced").asBoolean(true)
                && drill.path("date").isTextual()) {
            YearMonth month = YearMonth.from(LocalDate.parse(drill.path("date").asText()));
            drill.putNull("date").putNull("start");
            drill.putObject("window")
                    .put("from", month.atDay(1).toString())
                    .put("to", month.atEndOfMonth().toString());
        }
    }

    @Override
    @ReadOnly
    public Optional<String> findHash(String subject) {
        return findDraft(Integer.parseInt(subject)).map(Draft::hash);
    }
}
