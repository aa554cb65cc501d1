package io.holdfast.simulator.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.result.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builders and runs for the tests of this package. */
final class Plays {

    static final long TRIALS = 40_000;

    private Plays() {}

    static UncertainHours fixed(double hours) {
        return UncertainHours.fixed(hours);
    }

    static Contact contact(String id, String team, double reach, double answers, @Nullable String deputy) {
        return new Contact(
                Id.of(id), Label.NONE, Id.of(team), reach, fixed(answers), deputy == null ? null : Id.of(deputy));
    }

    static Team team(String id, int size, double mobilise, double offHours) {
        return new Team(Id.of(id), Label.NONE, size, true, fixed(mobilise), fixed(offHours));
    }

    static RecoveryMethod method(
            MethodKind kind,
            UncertainHours duration,
            double success,
            @Nullable MethodData data,
            @Nullable String crew,
            String... needs) {
        List<Need> on =
                List.of(needs).stream().<Need>map(id -> new Need.One(Id.of(id))).toList();
        return new RecoveryMethod(
                null,
                kind,
                Label.NONE,
                false,
                success,
                duration,
                on.isEmpty() ? null : on,
                List.of(),
                1,
                null,
                data,
                crew == null ? Map.of() : Map.of(Id.of(crew), 1),
                null);
    }

    static Objectives targets(@Nullable Double rto, @Nullable Double rpo) {
        return new Objectives(null, rto, rpo, null, null, null);
    }

    static Drill drill(Drill.Type type, @Nullable String scenario, boolean announced, String... scope) {
        return new Drill(
                Id.of("d"),
                Label.NONE,
                List.of(type),
                List.of(scope).stream().map(Id::of).toList(),
                scenario == null ? null : Id.of(scenario),
                announced,
                List.of());
    }

    static ContinuityModel model(
            List<Team> teams, List<Contact> contacts, List<Element> elements, List<Scenario> scenarios, Drill drill) {
        return new ContinuityModel(
                Label.NONE, null, null, List.of(), teams, contacts, elements, List.of(), scenarios, List.of(drill));
    }

    static Scenario with(Scenario s, @Nullable UncertainHours detect, @Nullable UncertainHours declare) {
        return new Scenario(
                s.id(),
                s.label(),
                s.origin(),
                s.frequencyPerYear(),
                s.hits(),
                detect,
                declare,
                s.lasts(),
                s.dwell(),
                s.staff(),
                s.demandMultiplier(),
                s.when(),
                s.horizonHours());
    }

    static DrillRequest request(int threads) {
        return new DrillRequest(Id.of("d"), TRIALS, 42, threads, null, null, 2, 1, 0);
    }

    static DrillOutcome outcome(ContinuityModel model, DrillRequest request) {
        return DrillSimulation.run(model, request, RunMonitor.SILENT);
    }

    static DrillResult result(ContinuityModel model, DrillRequest request) {
        return switch (outcome(model, request)) {
            case DrillOutcome.Finished finished -> finished.result();
            case DrillOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
            case DrillOutcome.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    static TypeOutcome.Estimated only(ContinuityModel model) {
        return only(result(model, request(2)));
    }

    static TypeOutcome.Estimated only(DrillResult result) {
        assertThat(result.types()).hasSize(1);
        return (TypeOutcome.Estimated) result.types().getFirst();
    }

    /** Holds a chance to an exact one, within four standard errors: exceeded by chance once in 16,000 tests. */
    static void chance(Estimate estimate, double exact) {
        assertThat(estimate.value()).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / TRIALS) + 1e-12));
        assertThat(estimate.low()).isLessThanOrEqualTo(estimate.value());
        assertThat(estimate.high()).isGreaterThanOrEqualTo(estimate.value());
    }

    /** Holds a mean to an exact one, given the exact deviation of one trial or a bound of it. */
    static void mean(@Nullable Estimate estimate, double exact, double deviation) {
        assertThat(Objects.requireNonNull(estimate).value())
                .isCloseTo(exact, within(4 * deviation / Math.sqrt(TRIALS) + 3e-4));
    }
}
