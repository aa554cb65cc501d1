package io.holdfast.service.drillplay.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drillplay.DrillPlays;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What does not change during a play: who and what is on the stage, in the model's words. What methods take is what the model states of them,
 * not what this day holds.
 *
 * @param title the plan's title
 * @param scenario the scenario that is played
 * @param when the hours in which the event falls: any, office or off
 * @param subject the element whose recovery says how lucky a day is
 * @param horizonMillis how long the scenario is followed
 * @param elements what is in view, in the order of the model
 * @param teams the teams that may be asked for
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PlayStageView(
        String title,
        Named scenario,
        String when,
        String subject,
        long horizonMillis,
        List<ElementView> elements,
        List<TeamView> teams) {

    /** Something with an id and what it is called; a name is null where the model gives none. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Named(String id, @Nullable String en, @Nullable String zhHant) {

        static Named of(String id, Label label) {
            return new Named(id, orNull(label.nameIn("en", "")), orNull(label.nameIn("zh-Hant", "")));
        }

        private static @Nullable String orNull(String name) {
            return name.isEmpty() ? null : name;
        }
    }

    /**
     * An element in view. Targets are in hours, its own or inherited.
     *
     * @param named its id and names
     * @param type asset, service or process
     * @param kind its kind
     * @param inScope whether the drill is about it
     * @param methods its recovery methods, in the order of the model
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ElementView(
            Named named,
            String type,
            String kind,
            boolean inScope,
            @Nullable Double rtoHours,
            @Nullable Double mtpdHours,
            @Nullable Double wrtHours,
            @Nullable Double rpoHours,
            @Nullable Double mbco,
            List<MethodView> methods) {}

    /**
     * A recovery method as the model states it.
     *
     * @param number its place among those of its element, from 0
     * @param kind its kind
     * @param named its id, or an empty text, and names
     * @param automatic whether it starts without people
     * @param success the chance that it succeeds
     * @param p50Hours half of the times it takes no longer
     * @param p90Hours nine times in ten it takes no longer
     * @param capacity the share of normal capacity that it then delivers
     * @param lastsP50Hours how long it can be kept up half of the times at most, or null for good
     * @param crew how many of which team it takes
     * @param lagP50Hours what a replica lacks half of the times at most, or null
     * @param backupEveryHours hours between backups, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MethodView(
            int number,
            String kind,
            Named named,
            boolean automatic,
            double success,
            double p50Hours,
            double p90Hours,
            double capacity,
            @Nullable Double lastsP50Hours,
            Map<String, Integer> crew,
            @Nullable Double lagP50Hours,
            @Nullable Double backupEveryHours) {}

    /** A team and how many it has. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TeamView(Named named, int size) {}

    static PlayStageView of(DrillPlays.Stage stage) {
        ContinuityModel model = stage.model();
        Set<Id> inView = Set.copyOf(stage.trial().inView());
        Set<Id> inScope = Set.copyOf(stage.trial().elements());
        Set<Id> teams = Set.copyOf(stage.trial().teamsInView());
        var drill = model.drills().stream()
                .filter(each -> each.id().equals(stage.drill()))
                .findFirst()
                .orElseThrow();
        Scenario scenario = model.findScenario(java.util.Objects.requireNonNull(drill.scenario()))
                .orElseThrow();
        return new PlayStageView(
                drill.label().nameIn("en", stage.drill().value()),
                Named.of(scenario.id().value(), scenario.label()),
                word(scenario.when()),
                stage.trial().subject().value(),
                stage.trial().horizonMillis(),
                model.elements().stream()
                        .filter(each -> inView.contains(each.id()))
                        .map(each -> element(each, stage.trial().objectives(each.id()), inScope.contains(each.id())))
                        .toList(),
                model.teams().stream()
                        .filter(each -> teams.contains(each.id()))
                        .map(each -> new TeamView(Named.of(each.id().value(), each.label()), each.size()))
                        .toList());
    }

    private static ElementView element(Element each, Objectives goals, boolean inScope) {
        List<MethodView> methods = new ArrayList<>();
        for (RecoveryMethod method : each.methods()) {
            methods.add(method(methods.size(), method));
        }
        return new ElementView(
                Named.of(each.id().value(), each.label()),
                word(each.type()),
                each.kind(),
                inScope,
                goals.rtoHours(),
                goals.mtpdHours(),
                goals.wrtHours(),
                goals.rpoHours(),
                goals.mbco(),
                methods);
    }

    private static MethodView method(int number, RecoveryMethod method) {
        Sampler duration = Sampler.of(method.duration().distribution());
        Map<String, Integer> crew = new TreeMap<>();
        method.crew().forEach((team, count) -> crew.put(team.value(), count));
        Id id = method.id();
        return new MethodView(
                number,
                word(method.kind()),
                Named.of(id == null ? "" : id.value(), method.label()),
                method.automatic(),
                method.success(),
                duration.hours(0.5),
                duration.hours(0.9),
                method.capacity(),
                method.lasts() == null
                        ? null
                        : Sampler.of(method.lasts().distribution()).hours(0.5),
                crew,
                method.data() instanceof MethodData.Replica replica
                        ? Double.valueOf(
                                Sampler.of(replica.lag().distribution()).hours(0.5))
                        : null,
                method.data() instanceof MethodData.Backup backup ? Double.valueOf(backup.everyHours()) : null);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
