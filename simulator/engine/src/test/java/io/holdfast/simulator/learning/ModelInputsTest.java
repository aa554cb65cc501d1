package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which numbers of a model are inputs, and how one is put in its place. */
class ModelInputsTest {

    private static final UncertainHours HOURS = UncertainHours.fixed(2);

    private static RecoveryMethod method(
            @Nullable String id, MethodKind kind, double success, @Nullable MethodData data) {
        return new RecoveryMethod(
                id == null ? null : Id.of(id),
                kind,
                Label.NONE,
                false,
                success,
                HOURS,
                List.of(new Need.AllOf(
                        List.of(new Need.One(Id.of("standby"))),
                        new NeedTerms(null, HOURS, null, null, null, Map.of()))),
                List.of(),
                1,
                null,
                data,
                Map.of(Id.of("dba"), 1),
                null);
    }

    private static ContinuityModel model() {
        Element db = Element.asset("db", "database")
                .restart(HOURS)
                .needs(List.of(
                        new Need.AtLeast(
                                1,
                                List.of(new Need.One(Id.of("power"))),
                                new NeedTerms(null, HOURS, null, null, null, Map.of())),
                        new Need.Pool(
                                List.of(new Need.One(Id.of("power"))),
                                List.of(1.0),
                                0.5,
                                new NeedTerms(null, HOURS, null, null, null, Map.of()))))
                .methods(List.of(
                        method("switch", MethodKind.FAILOVER, 0.9, new MethodData.Replica(HOURS)),
                        method(null, MethodKind.RESTORE, 1, new MethodData.Backup(24, 1, 0.98)),
                        method(null, MethodKind.RESTORE, 1, null)))
                .build();
        Scenario plain = Scenario.of("s", List.of(Hit.on("db", DownState.DESTROYED)), null);
        Scenario scenario = new Scenario(
                plain.id(),
                Label.NONE,
                null,
                0.1,
                plain.hits(),
                HOURS,
                HOURS,
                HOURS,
                HOURS,
                0.5,
                1.5,
                plain.when(),
                100);
        return new ContinuityModel(
                Label.named("x"),
                "TWD",
                "Asia/Taipei",
                List.of(),
                List.of(
                        new Team(Id.of("dba"), Label.NONE, 2, true, HOURS, HOURS),
                        new Team(Id.of("idle"), Label.NONE, 2, true, HOURS, HOURS)),
                List.of(),
                List.of(
                        Element.asset("power", "power").restart(HOURS).build(),
                        Element.asset("standby", "host").restart(HOURS).build(),
                        Element.asset("stranger", "host").restart(HOURS).build(),
                        db,
                        Element.process("p").needs("db").build()),
                List.of(),
                List.of(scenario, Scenario.of("other", List.of(Hit.on("db", DownState.OUTAGE)), HOURS)),
                List.<Drill>of());
    }

    @Test
    void everythingThatBearsOnAnElementIsListedInFileOrder() {
        assertThat(ModelInputs.list(model(), Id.of("s"), Id.of("p")))
                .extracting(each -> each.ref().address())
                .containsExactly(
                        "dba MOBILISE",
                        "dba MOBILISE_OFF_HOURS",
                        "power RESTART",
                        "standby RESTART",
                        "db HOLDS_FOR",
                        "db HOLDS_FOR #2",
                        "db:switch SUCCESS",
                        "db:switch DURATION",
                        "db:switch HOLDS_FOR",
                        "db:switch LAG",
                        "db:restore SUCCESS",
                        "db:restore DURATION",
                        "db:restore HOLDS_FOR",
                        "db:restore USABLE",
                        "db:restore SUCCESS #2",
                        "db:restore DURATION #2",
                        "db:restore HOLDS_FOR #2",
                        "db RESTART",
                        "s DETECT",
                        "s DECLARE",
                        "s HAZARD_LASTS",
                        "s DWELL");
    }

    /** Every number that is listed can be replaced, only it changes, and putting the old one back gives the old model. */
    @Test
    void oneNumberAloneIsReplacedAndCanBePutBack() {
        UncertainHours learned =
                new UncertainHours(new Distribution.Lognormal(3, 9), new Provenance(Evidence.MEASURED, 4, "drills"));
        for (ModelInput input : ModelInputs.list(model(), Id.of("s"), Id.of("p"))) {
            InputRef ref = input.ref();
            switch (input) {
                case ModelInput.Hours time -> {
                    ContinuityModel changed = ModelInputs.withHours(model(), ref, learned);
                    assertThat(changed).as(ref.address()).isNotEqualTo(model());
                    assertThat(ModelInputs.withHours(changed, ref, time.stated()))
                            .isEqualTo(model());
                    assertThat(ModelInputs.list(changed, Id.of("s"), Id.of("p")))
                            .contains(new ModelInput.Hours(ref, learned));
                }
                case ModelInput.Chance chance -> {
                    ContinuityModel changed = ModelInputs.withChance(model(), ref, 0.25);
                    assertThat(changed).as(ref.address()).isNotEqualTo(model());
                    assertThat(ModelInputs.withChance(changed, ref, chance.stated()))
                            .isEqualTo(model());
                }
                case ModelInput.Rate rate -> throw new AssertionError(rate + " bears on no recovery");
            }
        }
    }

    @Test
    void aNameThatIsNotThereIsRefused() {
        InputRef nobody = new InputRef(Id.of("db"), "repair", Quantity.DURATION, 1);
        assertThatThrownBy(() -> ModelInputs.withHours(model(), nobody, HOURS))
                .hasMessageContaining("db:repair DURATION");
        assertThatThrownBy(() -> ModelInputs.withChance(model(), nobody, 0.5))
                .hasMessageContaining("db:repair DURATION");
        assertThatThrownBy(() -> new InputRef(Id.of("db"), null, Quantity.RESTART, 0))
                .hasMessageContaining("0");
    }
}
