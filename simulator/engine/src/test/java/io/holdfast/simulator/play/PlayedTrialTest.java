package io.holdfast.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two stores and one person: noticed after 1 h, declared after 3 h more, at work half an hour later. */
@Tag("row:D3")
class PlayedTrialTest {

    private static final long HOUR = Ticks.PER_HOUR;

    private static UncertainHours fixed(double hours) {
        return UncertainHours.fixed(hours);
    }

    private static RecoveryMethod method(
            MethodKind kind, UncertainHours duration, double success, @Nullable String team) {
        return new RecoveryMethod(
                null,
                kind,
                Label.NONE,
                false,
                success,
                duration,
                null,
                List.of(),
                1,
                null,
                null,
                team == null ? Map.of() : Map.of(Id.of(team), 1),
                null);
    }

    private static Element store(String id, UncertainHours repair) {
        return new ElementBuilder(Id.of(id), ElementType.ASSET, "database")
                .methods(List.of(
                        method(MethodKind.REPAIR, repair, 1, "dba"),
                        method(MethodKind.REBUILD, fixed(1), 0, "dba"),
                        method(MethodKind.REPLACE, fixed(5), 1, null)))
                .build();
    }

    private static ContinuityModel model(UncertainHours repair) {
        List<Element> elements = new ArrayList<>(List.of(store("first", repair), store("second", repair)));
        elements.add(new ElementBuilder(Id.of("pay"), ElementType.PROCESS, "process")
                .needs(List.of(new Need.One(Id.of("first")), new Need.One(Id.of("second"))))
                .objectives(new Objectives(10.0, 6.0, null, null, 1.0, null))
                .build());
        elements.add(store("aside", repair));
        Scenario scenario = new Scenario(
                Id.of("quake"),
                Label.NONE,
                null,
                null,
                List.of(Hit.on("first", DownState.DAMAGED), Hit.on("second", DownState.DAMAGED)),
                fixed(1),
                fixed(3),
                null,
                null,
                1,
                1,
                Scenario.OfficeHours.OFFICE,
                100);
        Drill drill = new Drill(
                Id.of("d"),
                Label.NONE,
                List.of(Drill.Type.DESKTOP),
                List.of(Id.of("pay")),
                Id.of("quake"),
                true,
                List.of());
        return new ContinuityModel(
                Label.NONE,
                null,
                null,
                List.of(),
                List.of(new Team(Id.of("dba"), Label.NONE, 1, true, fixed(0.5), fixed(0.5))),
                List.of(),
                elements,
                List.of(),
                List.of(scenario),
                List.of(drill));
    }

    private static PlayedTrial play() {
        return PlayedTrial.of(model(fixed(2)), Id.of("d"));
    }

    private static Decision decide(double hours, Decision.Kind kind, @Nullable String element, int method) {
        return new Decision(Ticks.ofHours(hours), kind, element == null ? null : Id.of(element), method);
    }

    private static @Nullable Double back(Decision... decisions) {
        return play().outcome(1, 0, List.of(decisions)).getFirst().recoveryHours();
    }

    private static List<String> told(List<Happening> happenings) {
        return happenings.stream()
                .map(each -> each.atMillis() + " " + each.kind()
                        + (each.element() == null ? "" : " " + each.element())
                        + (each.method() < 0 ? "" : " " + each.method()))
                .toList();
    }

    @Test
    void tellsTheWholeDayInItsOrder() {
        assertThat(told(play().whole(1, 0, List.of())))
                .containsExactly(
                        "0 HIT first",
                        "0 HIT second",
                        "0 DOWN pay",
                        "3600000 DETECTED",
                        "14400000 DECLARED",
                        "14400000 BEGUN first 2",
                        "14400000 BEGUN second 2",
                        "16200000 TEAM_READY",
                        "21600001 RTO_MISSED first",
                        "21600001 RTO_MISSED second",
                        "21600001 RTO_MISSED pay",
                        "32400000 SUCCEEDED first 2",
                        "32400000 BACK first",
                        "32400000 SUCCEEDED second 2",
                        "32400000 BACK second",
                        "32400000 BACK pay");
        assertThat(back()).isEqualTo(9.0);
    }

    @Test
    void declaringSoonerMovesEverybodySooner() {
        assertThat(back(decide(1, Decision.Kind.DECLARE, null, -1))).isEqualTo(6.0);
        assertThat(back(decide(2.5, Decision.Kind.DECLARE, null, -1))).isEqualTo(7.5);
    }

    @Test
    void anotherMethodGivesUpWhatIsInProgress() {
        assertThat(back(decide(4.5, Decision.Kind.CHOOSE, "first", 0), decide(4.5, Decision.Kind.CHOOSE, "second", 0)))
                .as("one after the other by one person: 4.5 + 2 + 2")
                .isEqualTo(8.5);
        assertThat(back(decide(4.5, Decision.Kind.CHOOSE, "first", 1)))
                .as("fails at 5.5, then repaired by 7.5; the other is done at 9")
                .isEqualTo(9.0);
    }

    @Test
    void whatIsHeldWaitsUntilItMayGoOn() {
        assertThat(back(
                        decide(2, Decision.Kind.HOLD, "first", -1),
                        decide(2, Decision.Kind.HOLD, "second", -1),
                        decide(4.5, Decision.Kind.RESUME, "second", -1),
                        decide(4.5, Decision.Kind.RESUME, "first", -1)))
                .as("the person is there: both are repaired")
                .isEqualTo(8.5);
        assertThat(back(decide(2, Decision.Kind.HOLD, "first", -1))).isNull();
    }

    @Test
    void whoIsPutFirstGetsPeopleFirst() {
        Decision[] held = {
            decide(2, Decision.Kind.HOLD, "first", -1), decide(2, Decision.Kind.HOLD, "second", -1),
        };
        List<Decision> decisions = new ArrayList<>(List.of(held));
        decisions.add(decide(3, Decision.Kind.FIRST, "second", -1));
        decisions.add(decide(4.5, Decision.Kind.CHOOSE, "second", 0));
        decisions.add(decide(4.5, Decision.Kind.CHOOSE, "first", 0));
        List<String> told = told(play().whole(1, 0, decisions));
        assertThat(told)
                .containsSubsequence("16200000 BEGUN second 0", "16200000 WAITS first 0", "23400000 BEGUN first 0");
    }

    @Test
    void tellsOfAMomentWhatStandsAndWhatCanBeDecided() {
        Moment moment = play().at(1, 0, List.of(), 5 * HOUR);
        assertThat(moment.elements()).extracting(each -> each.id().value()).containsExactly("first", "second", "pay");
        ElementNow first = moment.elements().getFirst();
        assertThat(first.state()).isEqualTo(DownState.DAMAGED);
        assertThat(first.working()).isEqualTo(2);
        assertThat(first.workingSinceMillis()).isEqualTo(4 * HOUR);
        assertThat(moment.elements().getLast().badSinceMillis()).isZero();
        assertThat(moment.possible())
                .containsExactly(
                        decide(5, Decision.Kind.CHOOSE, "first", 0),
                        decide(5, Decision.Kind.CHOOSE, "first", 1),
                        decide(5, Decision.Kind.CHOOSE, "second", 0),
                        decide(5, Decision.Kind.CHOOSE, "second", 1));
        assertThat(play().at(1, 0, List.of(), HOUR).possible()).contains(decide(1, Decision.Kind.DECLARE, null, -1));
        assertThat(play().at(1, 0, List.of(), HOUR - 1).possible())
                .doesNotContain(decide(1 - 1.0 / HOUR, Decision.Kind.DECLARE, null, -1));
        assertThat(moment.happened()).allMatch(each -> each.atMillis() <= 5 * HOUR);
    }

    @Test
    void refusesWhatIsNotPossibleAndPlaysOn() {
        PlayedTrial play = play();
        List<Decision> tooSoon = List.of(decide(0.5, Decision.Kind.DECLARE, null, -1));
        assertThatThrownBy(() -> play.whole(1, 0, tooSoon))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing of the kind can be done then");
        List<Decision> backwards =
                List.of(decide(3, Decision.Kind.HOLD, "first", -1), decide(2, Decision.Kind.HOLD, "second", -1));
        assertThatThrownBy(() -> play.whole(1, 0, backwards)).hasMessageContaining("earlier than what was done before");
        assertThatThrownBy(() -> play.at(1, 0, List.of(decide(3, Decision.Kind.HOLD, "first", -1)), HOUR))
                .hasMessageContaining("later than now");
        assertThatThrownBy(() -> play.whole(1, 0, List.of(decide(2, Decision.Kind.HOLD, "nobody", -1))))
                .hasMessageContaining("nobody");
        assertThat(told(play.whole(1, 0, List.of()))).isEqualTo(told(play().whole(1, 0, List.of())));
    }

    @Test
    void aDayIsTheOrderStatisticOfItsShare() {
        UncertainHours drawn = UncertainHours.of(new Distribution.Uniform(1, 4));
        PlayedTrial play = PlayedTrial.of(model(drawn), Id.of("d"));
        Map<Day, Long> days = play.days(7, 199);
        List<Double> all = new ArrayList<>();
        for (long trial = 0; trial < 199; trial++) {
            all.add(java.util.Objects.requireNonNull(
                    play.outcome(7, trial, List.of()).getFirst().recoveryHours()));
        }
        List<Double> sorted = all.stream().sorted().toList();
        days.forEach((day, trial) ->
                assertThat(all.get(trial.intValue())).isEqualTo(sorted.get((int) Math.ceil(day.share() * 199) - 1)));
        assertThat(days).hasSize(Day.values().length);
    }

    @Test
    void saysWhatCannotBePlayed() {
        ContinuityModel model = model(fixed(2));
        assertThatThrownBy(() -> PlayedTrial.of(model, Id.of("other"))).hasMessageContaining("no drill 'other'");
        assertThatThrownBy(() -> new Decision(-1, Decision.Kind.DECLARE, null, -1))
                .hasMessageContaining("before the event");
        assertThatThrownBy(() -> new Decision(0, Decision.Kind.HOLD, null, -1)).hasMessageContaining("no element");
        assertThatThrownBy(() -> new Decision(0, Decision.Kind.HOLD, Id.of("first"), 1))
                .hasMessageContaining("CHOOSE");
    }
}
