package io.holdfast.service.drill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drill.WrittenDrill;
import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunView;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Id;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drill that is written down, as the API shows it.
 *
 * @param id its id
 * @param name its plain name, or null
 * @param names its names by language
 * @param types its types
 * @param announced whether the participants know the date
 * @param scenario the scenario that it plays, or null
 * @param scope what is drilled, by id
 * @param steps how many steps it has
 * @param newest the newest run on it, or null
 * @param estimate the number of the newest run that has a result, or null
 * @param modelChanged whether the model has changed since that run
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record WrittenView(
        String id,
        @Nullable String name,
        Map<String, String> names,
        List<String> types,
        boolean announced,
        ScheduleView.@Nullable Named scenario,
        List<String> scope,
        int steps,
        @Nullable RunView newest,
        @Nullable Long estimate,
        boolean modelChanged) {

    static WrittenView of(WrittenDrill written, ContinuityModel model, String digest) {
        Drill drill = written.drill();
        Run newest = written.newest();
        Run estimated = written.estimated();
        return new WrittenView(
                drill.id().value(),
                drill.label().name(),
                drill.label().names(),
                drill.types().stream().map(WrittenView::word).toList(),
                drill.announced(),
                scenario(drill.scenario(), model),
                drill.scope().stream().map(Id::value).toList(),
                drill.steps().size(),
                newest == null ? null : RunView.of(newest),
                estimated == null ? null : estimated.id(),
                estimated != null && !estimated.modelDigest().equals(digest));
    }

    private static String word(Drill.Type type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ScheduleView.@Nullable Named scenario(@Nullable Id id, ContinuityModel model) {
        return id == null
                ? null
                : model.findScenario(id)
                        .map(each -> ScheduleView.Named.of(id.value(), each.label()))
                        .orElse(null);
    }
}
