package io.holdfast.service.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.ApprovalSource;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.drill.internal.ModelNames;
import io.holdfast.service.drill.store.ScheduleStore;
import io.holdfast.service.register.Register;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
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
                schedule.drills().stream()
                        .map(drill -> entry(drill, names, texts))
                        .toList(),
                schedule.unplaced().stream()
                        .map(drill -> unplaced(drill, names, texts))
                        .toList());
    }

    private static ApprovedSchedule.Entry entry(ScheduledDrill drill, ModelNames names, DrillTexts texts) {
        ScheduledDrill.Practice practice = drill.practice();
        String language = texts.language();
        return new ApprovedSchedule.Entry(
                drill.uid(),
                names.name(drill.service(), language) + " · " + texts.types(drill.types()),
                requireNamed(drill.service(), names, language),
                drill.tier(),
                types(drill.types(), texts),
                drill.date().toString(),
                drill.start().toString(),
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
    public static ApprovedSchedule thaw(Frozen frozen, String language) {
        try {
            return JSON.treeToValue(frozen.content().path(language), ApprovedSchedule.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A schedule that was submitted cannot be read", e);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    @ReadOnly
    public Optional<String> findHash(String subject) {
        return findDraft(Integer.parseInt(subject)).map(Draft::hash);
    }
}
