package io.holdfast.service.drill.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.DrillWords;
import io.holdfast.simulator.calendar.DrillPolicy;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of drills as JSON: in the database, in answers and in what people send. For any number of threads. */
public final class RulesJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private RulesJson() {}

    /** The rules; days as 2026-07-01. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Body(
            String preset,
            List<Step> steps,
            int redundantEveryMonths,
            Set<String> redundantKinds,
            List<Recurring> recurring,
            int retestDays,
            String retestFromRisk,
            @Nullable Double peopleHours,
            @Nullable Double liveHours,
            @Nullable Integer teamPerWeek,
            int extraDrills,
            List<Freeze> freezes) {
        /** Copies the collections; none may be missing. */
        public Body {
            Objects.requireNonNull(preset, "preset");
            Objects.requireNonNull(retestFromRisk, "retestFromRisk");
            steps = List.copyOf(Objects.requireNonNull(steps, "steps"));
            redundantKinds = new TreeSet<>(Objects.requireNonNull(redundantKinds, "redundantKinds"));
            recurring = List.copyOf(Objects.requireNonNull(recurring, "recurring"));
            freezes = List.copyOf(Objects.requireNonNull(freezes, "freezes"));
        }
    }

    /** What one tier asks for. */
    public record Step(int tier, List<Asked> drills, String source) {
        /** Copies the list; nothing may be missing. */
        public Step {
            drills = List.copyOf(Objects.requireNonNull(drills, "drills"));
            Objects.requireNonNull(source, "source");
        }
    }

    /** A drill that is asked for. */
    public record Asked(List<String> types, int everyYears) {
        /** Copies the list; it may not be missing. */
        public Asked {
            types = List.copyOf(Objects.requireNonNull(types, "types"));
        }
    }

    /** A drill that comes again and again; target is backup or standby. */
    public record Recurring(
            String id, Map<String, String> names, String target, List<String> types, int everyMonths, int minutes) {
        /** Copies the collections; nothing may be missing. */
        public Recurring {
            Objects.requireNonNull(id, "id");
            names = Map.copyOf(Objects.requireNonNull(names, "names"));
            Objects.requireNonNull(target, "target");
            types = List.copyOf(Objects.requireNonNull(types, "types"));
        }
    }

    /** Days without drills. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Freeze(
            String name,
            String from,
            String to,
            @Nullable String site,
            @Nullable String team,
            @Nullable String type) {
        /** Name and days may not be missing. */
        public Freeze {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /** The JSON of rules. */
    public static Body of(DrillRules rules) {
        return new Body(
                rules.preset(),
                rules.policy().steps().stream().map(RulesJson::step).toList(),
                rules.redundantEveryMonths(),
                rules.redundantKinds(),
                rules.recurring().stream().map(RulesJson::recurring).toList(),
                rules.retestDays(),
                rules.retestFromRisk(),
                rules.peopleHours(),
                rules.liveHours(),
                rules.teamPerWeek(),
                rules.extraDrills(),
                rules.freezes().stream().map(RulesJson::freeze).toList());
    }

    private static Step step(DrillPolicy.Step step) {
        List<Asked> drills = step.drills().stream()
                .map(asked -> new Asked(DrillWords.words(asked.types()), asked.everyYears()))
                .toList();
        return new Step(step.tier(), drills, step.source());
    }

    private static Recurring recurring(DrillRules.Recurring each) {
        return new Recurring(
                each.id(),
                each.names(),
                each.target().name().toLowerCase(Locale.ROOT),
                DrillWords.words(each.types()),
                each.everyMonths(),
                each.minutes());
    }

    private static Freeze freeze(DrillRules.FreezeRule each) {
        return new Freeze(
                each.name(),
                each.from().toString(),
                each.to().toString(),
                each.site(),
                each.team(),
                each.type() == null ? null : DrillWords.word(each.type()));
    }

    /** The tree of rules. */
    public static JsonNode tree(DrillRules rules) {
        return JSON.valueToTree(of(rules));
    }

    /** The rules of a tree; throws {@link IllegalArgumentException} whose message names the value and the rule. */
    public static DrillRules read(JsonNode tree) {
        try {
            return rules(JSON.treeToValue(tree, Body.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The rules have another shape: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A day of a freeze is no day; write it as 2026-07-01.", e);
        }
    }

    private static DrillRules rules(Body body) {
        return new DrillRules(
                body.preset(),
                new DrillPolicy(body.steps().stream().map(RulesJson::step).toList()),
                body.redundantEveryMonths(),
                body.redundantKinds(),
                body.recurring().stream().map(RulesJson::recurring).toList(),
                body.retestDays(),
                body.retestFromRisk(),
                body.peopleHours(),
                body.liveHours(),
                body.teamPerWeek(),
                body.extraDrills(),
                body.freezes().stream().map(RulesJson::freeze).toList());
    }

    private static DrillPolicy.Step step(Step step) {
        List<DrillPolicy.Asked> drills = step.drills().stream()
                .map(asked -> new DrillPolicy.Asked(
                        asked.types().stream().map(DrillWords::type).toList(), asked.everyYears()))
                .toList();
        return new DrillPolicy.Step(step.tier(), drills, step.source());
    }

    private static DrillRules.Recurring recurring(Recurring each) {
        return new DrillRules.Recurring(
                each.id(),
                each.names(),
                DrillRules.Target.valueOf(each.target().toUpperCase(Locale.ROOT)),
                each.types().stream().map(DrillWords::type).toList(),
                each.everyMonths(),
                each.minutes());
    }

    private static DrillRules.FreezeRule freeze(Freeze each) {
        return new DrillRules.FreezeRule(
                each.name(),
                LocalDate.parse(each.from()),
                LocalDate.parse(each.to()),
                blankIsNull(each.site()),
                blankIsNull(each.team()),
                each.type() == null || each.type().isBlank() ? null : DrillWords.type(each.type()));
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
