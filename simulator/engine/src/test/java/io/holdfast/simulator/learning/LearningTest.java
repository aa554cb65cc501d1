package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Failure;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What actuals would make of a model. */
class LearningTest {

    private static final Provenance EXPERT = new Provenance(Evidence.EXPERT, null, "workshop");
    private static final Provenance CONTRACT = new Provenance(Evidence.CONTRACT, null, "support contract");

    private static final InputRef FAILOVER = duration("db", "failover");
    private static final InputRef RESTORE = duration("db", "restore");
    private static final InputRef DECLARE = new InputRef(Id.of("fire"), null, Quantity.DECLARE, 1);
    private static final InputRef USABLE = new InputRef(Id.of("db"), "restore", Quantity.USABLE, 1);
    private static final InputRef SUCCESS = new InputRef(Id.of("db"), "restore", Quantity.SUCCESS, 1);
    private static final InputRef REACH = new InputRef(Id.of("ann"), null, Quantity.REACH, 1);
    private static final InputRef MTBF = new InputRef(Id.of("db"), null, Quantity.MTBF, 1);
    private static final InputRef FREQUENCY = new InputRef(Id.of("fire"), null, Quantity.FREQUENCY, 1);

    private static InputRef duration(String owner, String method) {
        return new InputRef(Id.of(owner), method, Quantity.DURATION, 1);
    }

    private static UncertainHours expert(double median, double p90) {
        return new UncertainHours(new Distribution.Lognormal(median, p90), EXPERT);
    }

    private static RecoveryMethod method(MethodKind kind, double success, UncertainHours duration, MethodData data) {
        return new RecoveryMethod(
                null, kind, Label.NONE, false, success, duration, null, List.of(), 1, null, data, Map.of(), null);
    }

    private static ContinuityModel model() {
        Element db = Element.asset("db", "database")
                .methods(List.of(
                        method(
                                MethodKind.FAILOVER,
                                0.9,
                                expert(0.2, 0.5),
                                new MethodData.Replica(UncertainHours.fixed(0.01))),
                        method(MethodKind.RESTORE, 0.8, expert(6, 14), new MethodData.Backup(24, 1, 0.95))))
                .failure(new Failure(1000, 1))
                .build();
        Element mail = Element.asset("mail", "application")
                .methods(List.of(RecoveryMethod.of(MethodKind.REBUILD, expert(3, 6))))
                .build();
        Element line = Element.asset("line", "network")
                .methods(List.of(RecoveryMethod.of(
                        MethodKind.REPAIR, new UncertainHours(new Distribution.Lognormal(4, 8), CONTRACT))))
                .build();
        Scenario plain = Scenario.of("fire", List.of(Hit.on("db", DownState.DESTROYED)), null);
        Scenario fire = new Scenario(
                plain.id(),
                Label.NONE,
                null,
                0.5,
                plain.hits(),
                UncertainHours.fixed(0),
                expert(1, 2),
                null,
                null,
                1,
                1,
                plain.when(),
                8760);
        return new ContinuityModel(
                Label.NONE,
                null,
                null,
                List.of(),
                List.of(),
                List.of(new Contact(Id.of("ann"), Label.NONE, null, 0.9, expert(0.1, 0.2), null)),
                List.of(db, mail, line),
                List.of(),
                List.of(fire),
                List.of());
    }

    private static Measured took(InputRef input, double hours) {
        return new Measured.Took(input, hours, true);
    }

    private static Change change(Learned learned, InputRef ref) {
        return learned.changes().stream()
                .filter(each -> each.input().ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ref.address() + " does not change"));
    }

    private static Change.OfHours time(Learned learned, InputRef ref) {
        return (Change.OfHours) change(learned, ref);
    }

    private static List<String> changed(Learned learned) {
        return learned.changes().stream()
                .map(each -> each.input().ref().address())
                .toList();
    }

    @Test
    @Tag("row:D3")
    void aDesktopDrillTeachesOnlyOfTheResponse() {
        List<Measured> all = List.of(took(DECLARE, 2), took(RESTORE, 9), new Measured.Tried(REACH, 0, 1));
        Learned learned = Learning.of(model(), List.of(PastEvent.drill("paper", Drill.Type.DESKTOP, all)), false);
        assertThat(changed(learned)).containsExactlyInAnyOrder("fire DECLARE", "ann REACH");
        assertThat(learned.leftOut())
                .containsExactly(new Learned.LeftOut("paper", took(RESTORE, 9), Learned.Reason.NOT_SHOWN));
        assertThat(change(learned, DECLARE).why()).isEqualTo(Change.Why.MEASURED);
    }

    @Test
    @Tag("row:D14")
    void aDataRecoveryDrillTeachesWhetherCopiesAreUsableAndNothingOfTheFailover() {
        List<Measured> all =
                List.of(took(RESTORE, 9), took(FAILOVER, 1), new Measured.Tried(USABLE, 7, 3), took(DECLARE, 1));
        Learned learned =
                Learning.of(model(), List.of(PastEvent.drill("restore", Drill.Type.DATA_RECOVERY, all)), false);
        assertThat(changed(learned)).containsExactlyInAnyOrder("db:restore DURATION", "db:restore USABLE");
        Change.OfChance usable = (Change.OfChance) change(learned, USABLE);
        // weight 3 of an expert: Beta(2.85, 0.15), then 7 and 3
        assertThat(usable.after().mean()).isCloseTo(9.85 / 13, within(1e-12));
        MethodData.Backup data = (MethodData.Backup) java.util.Objects.requireNonNull(
                learned.model().elements().getFirst().methods().get(1).data());
        assertThat(data.usable()).isCloseTo(9.85 / 13, within(1e-12));
        assertThat(data.usableWeight()).isCloseTo(13, within(1e-12));
    }

    @Test
    void unannouncedAndLiveDrillsShowMore() {
        InputRef detect = new InputRef(Id.of("fire"), null, Quantity.DETECT, 1);
        PastEvent live = new PastEvent(
                "live",
                ObservedDuration.Kind.DRILL,
                List.of(Drill.Type.LIVE_FAILOVER),
                false,
                List.of(took(FAILOVER, 0.4), took(RESTORE, 3), took(detect, 0.1)));
        Learned learned = Learning.of(model(), List.of(live), false);
        assertThat(changed(learned)).containsExactly("db:failover DURATION");
        assertThat(learned.leftOut().stream().map(Learned.LeftOut::reason))
                .containsExactly(Learned.Reason.NOT_SHOWN, Learned.Reason.ALWAYS_ZERO);
    }

    @Test
    void whatWasBrokenOffLaterThanIsPossibleIsNamedAndTeachesNothing() {
        Measured late = new Measured.Took(FAILOVER, 1e60, false);
        Learned learned = Learning.of(
                model(), List.of(PastEvent.drill("forgotten", Drill.Type.LIVE_FAILOVER, List.of(late))), false);
        assertThat(learned.changes()).isEmpty();
        assertThat(learned.leftOut())
                .containsExactly(new Learned.LeftOut("forgotten", late, Learned.Reason.BEYOND_BELIEF));
        Learned both = Learning.of(
                model(),
                List.of(PastEvent.drill("forgotten", Drill.Type.LIVE_FAILOVER, List.of(took(FAILOVER, 2), late))),
                false);
        Learned without = Learning.of(
                model(),
                List.of(PastEvent.drill("forgotten", Drill.Type.LIVE_FAILOVER, List.of(took(FAILOVER, 2)))),
                false);
        assertThat(both.changes()).isEqualTo(without.changes());
    }

    @Test
    void maintenanceTeachesNothingAndAnIncidentEverything() {
        Learned planned = Learning.of(
                model(),
                List.of(new PastEvent(
                        "work", ObservedDuration.Kind.MAINTENANCE, List.of(), true, List.of(took(RESTORE, 9)))),
                true);
        assertThat(planned.changes()).isEmpty();
        assertThat(planned.bias()).isNull();
        assertThat(planned.model()).isEqualTo(model());
        Learned incident = Learning.of(
                model(),
                List.of(PastEvent.incident(
                        "outage",
                        List.of(new Measured.Watched(MTBF, 3, 4000), new Measured.Watched(FREQUENCY, 0, 8760)))),
                true);
        // one failure in 1000 h and three in 4000 h; half an occurrence a year is one in two years, then none in one
        // more
        assertThat(((Change.OfRate) change(incident, MTBF)).written()).isCloseTo(1250, within(1e-9));
        assertThat(((Change.OfRate) change(incident, FREQUENCY)).written()).isCloseTo(1.0 / 3, within(1e-12));
        Scenario fire = incident.model().scenarios().getFirst();
        assertThat(fire.frequencyWeight()).isEqualTo(1);
        assertThat(incident.model().elements().getFirst().failure()).isEqualTo(new Failure(1250, 1, 4.0));
    }

    @Test
    void withoutSharedBiasATimeTakesItsOwnConjugateUpdate() {
        Learned learned = Learning.of(
                model(),
                List.of(PastEvent.incident("a", List.of(took(RESTORE, 9), new Measured.Took(RESTORE, 12, false)))),
                false);
        Change.OfHours restore = time(learned, RESTORE);
        DurationBelief expected = DurationBelief.of(expert(6, 14))
                .after(List.of(ObservedDuration.incident(9), ObservedDuration.brokenOff(12)));
        assertThat(restore.written()).isEqualTo(expected.predicted("a"));
        assertThat(restore.finished()).isEqualTo(1);
        assertThat(restore.brokenOff()).isEqualTo(1);
        assertThat(restore.before().p50()).isCloseTo(6, within(1e-2));
        assertThat(restore.after().p95())
                .isCloseTo(
                        expected.predictiveHours(0.95),
                        within(0.05 * restore.after().p95()));
        assertThat(changed(learned)).containsExactly("db:restore DURATION");
    }

    @Test
    @Tag("row:B12")
    void guessesShareTheirBiasAndPromisesDoNot() {
        List<PastEvent> events = List.of(
                PastEvent.incident("a", List.of(took(RESTORE, 11), took(DECLARE, 2.2))),
                PastEvent.incident("b", List.of(took(RESTORE, 14), took(DECLARE, 1.9))),
                PastEvent.incident("c", List.of(took(RESTORE, 13), took(DECLARE, 2.5))));
        Learned learned = Learning.of(model(), events, true);
        assertThat(changed(learned))
                .containsExactlyInAnyOrder(
                        "db:failover DURATION",
                        "db:restore DURATION",
                        "mail:rebuild DURATION",
                        "fire DECLARE",
                        "ann ANSWERS");
        Change.OfHours rebuild = time(learned, duration("mail", "rebuild"));
        assertThat(rebuild.why()).isEqualTo(Change.Why.SHARED_BIAS);
        assertThat(rebuild.after().p50()).isBetween(4.0, 6.5);
        assertThat(rebuild.written().provenance().evidence()).isEqualTo(Evidence.EXPERT);
        assertThat(rebuild.written().provenance().source()).isEqualTo("workshop");
        assertThat(time(learned, RESTORE).why()).isEqualTo(Change.Why.MEASURED_AND_SHARED_BIAS);
        assertThat(time(learned, RESTORE).written().provenance().source()).isEqualTo("a, b, c");
        Learned.SharedBias bias = java.util.Objects.requireNonNull(learned.bias());
        assertThat(bias.guesses()).isEqualTo(2);
        assertThat(bias.actuals()).isEqualTo(6);
        assertThat(bias.place().low()).isGreaterThan(1);
        assertThat(bias.place().value()).isBetween(1.6, 2.3);
    }

    /** A chance without a weight takes that of its time's evidence; when the time is measured, the chance has not become surer. */
    @Test
    void chancesBesideATimeKeepTheirWeight() {
        Learned learned = Learning.of(model(), List.of(PastEvent.incident("a", List.of(took(RESTORE, 9)))), false);
        RecoveryMethod restore = learned.model().elements().getFirst().methods().get(1);
        assertThat(restore.successWeight()).isEqualTo(3);
        assertThat(learned.model().elements().getFirst().methods().getFirst().successWeight())
                .isNull();
        Learned then = Learning.of(
                learned.model(), List.of(PastEvent.incident("b", List.of(new Measured.Tried(SUCCESS, 1, 0)))), false);
        // Beta(2.4, 0.6) and one success
        assertThat(((Change.OfChance) change(then, SUCCESS)).after())
                .isEqualTo(new ChanceBelief(3 * 0.8 + 1, 3 * (1 - 0.8)));
    }

    @Test
    void forecastsAreMadeOfWhatCameBefore() {
        List<PastEvent> events = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> PastEvent.incident("e" + i, List.of(took(RESTORE, 30 + i % 3))))
                .toList();
        Coverage stated = Learning.of(model(), events, true).stated();
        Coverage forecasts = Learning.forecasts(model(), events, true);
        assertThat(stated.bands().get(1).inside()).isZero();
        assertThat(forecasts.bands().get(1).total()).isEqualTo(12);
        assertThat(forecasts.bands().get(1).inside()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void theOrderOfEventsChangesNoNumber() {
        List<PastEvent> events = List.of(
                PastEvent.incident("a", List.of(took(RESTORE, 11), new Measured.Took(RESTORE, 5, false))),
                PastEvent.incident("b", List.of(took(RESTORE, 4), new Measured.Took(RESTORE, 9, false))));
        UncertainHours one = time(Learning.of(model(), events, true), RESTORE).written();
        UncertainHours other =
                time(Learning.of(model(), events.reversed(), true), RESTORE).written();
        assertThat(other.distribution()).isEqualTo(one.distribution());
    }

    @Test
    void whatTheModelDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Learning.of(
                        model(), List.of(PastEvent.incident("a", List.of(took(duration("db", "rebuild"), 9)))), true))
                .hasMessageContaining("db:rebuild DURATION");
        assertThatThrownBy(() -> Learning.of(model(), List.of(PastEvent.incident("a", List.of(took(USABLE, 9)))), true))
                .hasMessageContaining("db:restore USABLE");
        assertThatThrownBy(() -> took(RESTORE, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Measured.Tried(USABLE, 0, 0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new PastEvent("d", ObservedDuration.Kind.DRILL, List.of(), true, List.of()))
                .hasMessageContaining("no type");
    }

    /** What the service does: what was stated goes back in the place of what was learned, and all actuals are learned from anew. */
    @Test
    void whatWasStatedCanBePutBackAndTakesItsLessonsAway() {
        ContinuityModel stated = model();
        List<PastEvent> events = List.of(
                PastEvent.drill(
                        "one", Drill.Type.SCENARIO, List.of(took(RESTORE, 9), new Measured.Tried(USABLE, 7, 3))),
                PastEvent.incident("two", List.of(new Measured.Watched(FREQUENCY, 2, 8760))));
        Learned learned = Learning.of(stated, events, true);
        List<ModelInput> before = ModelInputs.listAll(stated).stream()
                .filter(each -> learned.changes().stream()
                        .anyMatch(change -> change.input().ref().equals(each.ref())))
                .toList();
        ContinuityModel back = ModelInputs.withInputs(learned.model(), before);
        Learned again = Learning.of(back, events, true);
        assertThat(again.changes()).hasSameSizeAs(learned.changes());
        for (int i = 0; i < again.changes().size(); i++) {
            assertThat(again.changes().get(i).learned())
                    .as(again.changes().get(i).input().ref().address())
                    .isEqualTo(learned.changes().get(i).learned());
        }
    }
}
