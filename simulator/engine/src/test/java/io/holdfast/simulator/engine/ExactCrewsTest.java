package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.MethodBuilder.method;
import static io.holdfast.simulator.engine.Runs.TRIALS;
import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fixed;
import static io.holdfast.simulator.engine.Runs.fourErrors;
import static io.holdfast.simulator.engine.Runs.isCloseTo;
import static io.holdfast.simulator.engine.Runs.rto;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.result.ElementResult.DrivingLink;
import io.holdfast.simulator.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Jobs that compete for people against exact answers; seed 42, four standard errors where chance plays a part. */
class ExactCrewsTest {

    private static RecoveryMethod job(UncertainHours duration, int people) {
        return method(MethodKind.REPAIR, duration).crew("ops", people).build();
    }

    private static Element host(String id, RecoveryMethod... methods) {
        return Element.asset(id, "host").methods(List.of(methods)).build();
    }

    private static RunResult runWith(int size, List<Id> sequence, List<Element> elements, Scenario scenario) {
        Team ops = new Team(Id.of("ops"), Label.NONE, size, true, null, null);
        return run(model(List.of(ops), sequence, elements, scenario), TRIALS, 2);
    }

    private static ContinuityModel model(
            List<Team> teams, List<Id> sequence, List<Element> elements, Scenario scenario) {
        List<Plan> plans =
                sequence.isEmpty() ? List.of() : List.of(new Plan(Id.of("plan"), Label.NONE, List.of(), sequence));
        return new ContinuityModel(
                Label.NONE, null, null, List.of(), teams, List.of(), elements, plans, List.of(scenario), List.of());
    }

    private static Scenario damaging(String... ids) {
        return Runs.hitting(DownState.DAMAGED, ids);
    }

    private static @Nullable Double median(RunResult result, String id) {
        return elementOf(result, id).recovery().p50().value();
    }

    private static List<Element> five(UncertainHours duration) {
        List<Element> elements = new ArrayList<>();
        for (String id : List.of("a", "b", "c", "d", "e")) {
            elements.add(host(id, job(duration, 1)));
        }
        elements.add(Element.process("p").needs("a", "b", "c", "d", "e").build());
        return elements;
    }

    @Test
    void fiveEqualJobsAndTwoPeopleTakeThreeTurns() {
        RunResult result = runWith(2, List.of(), five(fixed(2)), damaging("a", "b", "c", "d", "e"));
        assertThat(Stream.of("a", "b", "c", "d", "e", "p").map(id -> median(result, id)))
                .containsExactly(2.0, 2.0, 4.0, 4.0, 6.0, 6.0);
    }

    @Test
    void memorylessJobsEndOneAfterTheOtherAtTheRateOfThoseAtWork() {
        RunResult result = runWith(2, List.of(), five(exponential(3)), damaging("a", "b", "c", "d", "e"));
        // while two work the next ends after 3/2 h, four times; the last takes 3 h
        isCloseTo(elementOf(result, "p").recovery().mean(), 4 * 1.5 + 3, Math.sqrt(4 * 1.5 * 1.5 + 9));
    }

    @Test
    void thePlansSequenceGoesFirst() {
        List<Element> elements =
                List.of(host("a", job(fixed(1), 1)), host("b", job(fixed(1), 1)), host("c", job(fixed(1), 1)));
        RunResult result = runWith(1, List.of(Id.of("c"), Id.of("a")), elements, damaging("a", "b", "c"));
        assertThat(Stream.of("c", "a", "b").map(id -> median(result, id))).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void thenTheStrictestTargetOfAllThatDependsOnIt() {
        List<Element> elements = List.of(
                host("a", job(fixed(1), 1)),
                host("b", job(fixed(1), 1)),
                Element.process("slow").needs("a").objectives(rto(8)).build(),
                Element.process("quick").needs("b").objectives(rto(1)).build());
        RunResult result = runWith(1, List.of(), elements, damaging("a", "b"));
        assertThat(Stream.of("quick", "slow").map(id -> median(result, id))).containsExactly(1.0, 2.0);
    }

    @Test
    void oneThatCannotBeServedIsPassedOver() {
        List<Element> elements =
                List.of(host("a", job(fixed(3), 1)), host("b", job(fixed(1), 2)), host("c", job(fixed(1), 1)));
        RunResult result = runWith(2, List.of(), elements, damaging("a", "b", "c"));
        assertThat(Stream.of("a", "b", "c").map(id -> median(result, id))).containsExactly(3.0, 4.0, 1.0);
    }

    @Test
    void aWaitForPeopleIsALinkOfTheDrivingPath() {
        List<Element> elements = List.of(
                host("a", job(fixed(3), 1)),
                host("b", job(fixed(1), 1)),
                Element.process("p").needs("b").build());
        RunResult result = runWith(1, List.of(), elements, damaging("a", "b"));
        assertThat(elementOf(result, "p").driving())
                .extracting(DrivingLink::link)
                .containsExactlyInAnyOrder("b:repair", "ops:wait", "a:repair");
        assertThat(elementOf(result, "p").driving())
                .extracting(DrivingLink::minutesOfP95)
                .containsOnly(60.0, 180.0);
        assertThat(minutes(result, "p", "ops:wait")).isEqualTo(180);
        assertThat(minutes(result, "p", "b:repair")).isEqualTo(60);
    }

    private static double minutes(RunResult result, String element, String link) {
        return elementOf(result, element).driving().stream()
                .filter(each -> each.link().equals(link))
                .map(DrivingLink::minutesOfP95)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLinkBesideALongerOneSavesOnlyTheDifference() {
        List<Element> elements = List.of(
                host("a", MethodBuilder.method(MethodKind.REPAIR, fixed(4)).build()),
                host("b", MethodBuilder.method(MethodKind.REPAIR, fixed(3)).build()),
                Element.process("p").needs("a", "b").build());
        RunResult result = run(elements, damaging("a", "b"));
        assertThat(minutes(result, "p", "a:repair")).isEqualTo(60);
    }

    @Test
    void aBinomialShareOfTheTeamComesAtFirst() {
        Scenario scenario = new Scenario(
                Id.of("s"),
                Label.NONE,
                null,
                null,
                List.of(Hit.on("a", DownState.DAMAGED)),
                null,
                null,
                fixed(10),
                null,
                0.5,
                1,
                Scenario.OfficeHours.OFFICE,
                8760);
        Element a = Element.asset("a", "host")
                .objectives(rto(2))
                .methods(List.of(job(fixed(1), 3)))
                .build();
        RunResult result = runWith(4, List.of(), List.of(a), scenario);
        double enough = 5.0 / 16; // three or four of four, each with one half
        assertThat(Objects.requireNonNull(elementOf(result, "a").recovery().withinRto())
                        .value())
                .isCloseTo(enough, within(fourErrors(enough, TRIALS)));
        assertThat(elementOf(result, "a").recovery().p95().value()).isEqualTo(11);
    }
}
