package io.holdfast.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.result.YearResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Models and runs of years for the tests of this package. */
final class Years {

    private Years() {}

    static YearResult run(YearRequest request, Element... elements) {
        return run(request, ContinuityModel.of(List.of(elements), List.of()));
    }

    static YearResult run(YearRequest request, ContinuityModel model) {
        return switch (YearSimulation.run(model, request, RunMonitor.SILENT)) {
            case YearOutcome.Finished finished -> finished.result();
            case YearOutcome.Cancelled cancelled ->
                throw new AssertionError("cancelled after " + cancelled.yearsDone());
        };
    }

    static YearResult.OfElement of(YearResult result, String id) {
        return result.elements().stream()
                .filter(element -> element.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static void liesWithinFourErrors(YearResult.@Nullable Mean mean, double exact) {
        YearResult.Mean known = Objects.requireNonNull(mean);
        double error = (Objects.requireNonNull(known.high()) - Objects.requireNonNull(known.low())) / 2 / 1.96;
        assertThat(known.value()).isCloseTo(exact, within(4 * error));
        assertThat(error).as("the run says something").isLessThan(exact / 50);
    }

    static Need atLeast(int k, String... ids) {
        List<Need> members =
                Stream.of(ids).<Need>map(id -> new Need.One(Id.of(id))).toList();
        return new Need.AtLeast(k, members, NeedTerms.NONE);
    }

    static ContinuityModel withTeam(int size, List<Element> elements) {
        Team ops = new Team(Id.of("ops"), Label.NONE, size, true, null, null);
        return new ContinuityModel(
                Label.NONE, null, null, List.of(), List.of(ops), List.of(), elements, List.of(), List.of(), List.of());
    }

    static Scenario arriving(
            String id, double perYear, DownState state, @Nullable UncertainHours lasts, String... ids) {
        return new Scenario(
                Id.of(id),
                Label.NONE,
                null,
                perYear,
                Stream.of(ids).map(each -> Hit.on(each, state)).toList(),
                null,
                null,
                lasts,
                null,
                1,
                1,
                Scenario.OfficeHours.ANY,
                8760);
    }

    static Element withServiceLevel(ElementBuilder builder, double availability, double fee, double share) {
        return builder.serviceLevel(new ServiceLevel(
                        availability,
                        ServiceLevel.Period.MONTH,
                        fee,
                        List.of(new ServiceLevel.Credit(availability, share)),
                        List.of()))
                .build();
    }

    static Element losing(ElementBuilder builder, double perHour) {
        return builder.impact(
                        new Impact(List.of(new Impact.Point(0, 0), new Impact.Point(1, perHour)), false, Map.of()))
                .build();
    }
}
