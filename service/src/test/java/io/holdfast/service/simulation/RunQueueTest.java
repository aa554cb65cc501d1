package io.holdfast.service.simulation;

import static io.holdfast.service.jooq.Tables.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.service.kernel.Database;
import io.holdfast.service.kernel.ServiceInstance;
import io.holdfast.service.kernel.Unpacked;
import io.holdfast.service.kernel.access.Exposure;
import io.holdfast.service.register.Register;
import io.holdfast.service.simulation.RunQueue.Order;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one database, and one that was killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class RunQueueTest {

    private static final Id FIRE = Id.of("fire");

    private Database database;
    private ApplicationContext first;
    private ApplicationContext restarted;
    private ApplicationContext other;
    private Simulations simulations;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        database = Database.open(Unpacked.inDatabase(data));
        first = context("here", "monday");
        restarted = context("here", "tuesday");
        other = context("elsewhere", "monday");
        simulations = first.getBean(Simulations.class);
        Element host = Element.asset("host", "host").build();
        first.getBean(Register.class)
                .saveModel(ContinuityModel.of(
                        List.of(host),
                        List.of(Scenario.of(
                                "fire", List.of(Hit.on("host", DownState.OUTAGE)), UncertainHours.fixed(1)))));
    }

    private ApplicationContext context(String instance, String boot) {
        return ApplicationContext.builder()
                .properties(database.properties())
                .singletons(new ServiceInstance(instance, boot), Exposure.DEMO)
                .start();
    }

    @AfterAll
    void stop() {
        List.of(first, restarted, other).forEach(ApplicationContext::close);
        database.close();
    }

    /** As the superuser of the cluster, without the triggers that keep runs for years. */
    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("delete from run");
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        TransactionOperations<?> transactions = first.getBean(TransactionOperations.class);
        return transactions.executeWrite(status -> work.get());
    }

    private static RunQueue queueOf(ApplicationContext context) {
        return context.getBean(RunQueue.class);
    }

    @Test
    void leavesAloneWhatAnotherServiceWorksOn() {
        long run = simulations.request(FIRE, 10, 1).id();
        assertThat(queueOf(first).claim())
                .hasValueSatisfying(taken -> assertThat(taken.id()).isEqualTo(run));
        assertThat(queueOf(other).claim()).isEmpty();
        assertThat(queueOf(first).claim()).isEmpty();
    }

    @Test
    void takesUpAtOnceWhatItsOwnKilledStartLeft() {
        long run = simulations.request(FIRE, 10, 1).id();
        assertThat(queueOf(first).claim()).isPresent();
        assertThat(queueOf(restarted).claim())
                .hasValueSatisfying(taken -> assertThat(taken.id()).isEqualTo(run));
        assertThat(queueOf(first).noteProgress(run, 5)).isEqualTo(Order.LOST);
        assertThat(queueOf(first).finish(run, "{}")).isFalse();
        assertThat(simulations.findResult(run)).isEmpty();
        assertThat(queueOf(restarted).finish(run, "{\"a\": 1}")).isTrue();
        assertThat(simulations.findResult(run)).contains("{\"a\": 1}");
    }

    @Test
    void takesUpARunOfAnyKindWithAllThatItWasAskedFor() {
        RunTask drill = new RunTask(RunKind.DRILL, "fire", "{\"draws\":0}");
        long run = simulations.request(drill, 10, 1).id();
        assertThat(queueOf(first).claim()).isPresent();
        assertThat(queueOf(restarted).claim()).hasValueSatisfying(taken -> {
            assertThat(taken.id()).isEqualTo(run);
            assertThat(new RunTask(taken.kind(), taken.subject(), taken.options()))
                    .isEqualTo(drill);
        });
    }

    @Test
    void takesOverFromAServiceThatFellSilent() {
        long run = simulations.request(FIRE, 10, 1).id();
        assertThat(queueOf(other).claim()).isPresent();
        inTransaction(() -> first.getBean(DSLContext.class)
                .update(RUN)
                .set(
                        RUN.LEASE_UNTIL,
                        OffsetDateTime.now(java.time.ZoneOffset.UTC).minusSeconds(1))
                .execute());
        assertThat(queueOf(first).claim())
                .hasValueSatisfying(taken -> assertThat(taken.id()).isEqualTo(run));
        assertThat(queueOf(other).end(run, RunStatus.CANCELLED, null)).isFalse();
    }

    @Test
    void tellsTheWorkerThatAPersonWantsItsRunStopped() {
        long run = simulations.request(FIRE, 10, 1).id();
        assertThat(queueOf(first).claim()).isPresent();
        assertThat(queueOf(first).noteProgress(run, 5)).isEqualTo(Order.GO_ON);
        assertThat(simulations.cancel(run).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(queueOf(first).noteProgress(run, 6)).isEqualTo(Order.STOP);
    }

    /** The table allows the words of all kinds and asks each one for its subject; kinds are listed apart. */
    @Test
    void keepsKindsApart() {
        DSLContext jooq = first.getBean(DSLContext.class);
        long fire = simulations.request(FIRE, 10, 1).id();
        RunTask drill = new RunTask(RunKind.DRILL, "fire", "{\"draws\":0}");
        Run run = simulations.request(drill, 10, 1);
        assertThat(run.kind()).isEqualTo(RunKind.DRILL);
        assertThat(run.options()).isEqualTo("{\"draws\":0}");
        assertThat(simulations.listRuns(RunKind.SCENARIO, "fire", 0, 9))
                .extracting(Run::id)
                .containsExactly(fire);
        assertThat(simulations.listRuns(RunKind.DRILL, "fire", 0, 9))
                .extracting(Run::id)
                .containsExactly(run.id());
        assertThat(simulations.findNewest("fire", null))
                .hasValueSatisfying(newest -> assertThat(newest.id()).isEqualTo(fire));
        for (String broken : List.of("weather", "drill")) {
            assertThatThrownBy(() -> inTransaction(() -> jooq.insertInto(
                                    RUN, RUN.KIND, RUN.DIGEST, RUN.TRIALS, RUN.SEED, RUN.ENGINE, RUN.STATUS)
                            .values(broken, run.modelDigest(), 10L, 1L, Simulation.VERSION, "queued")
                            .execute()))
                    .hasMessageContaining("violates check constraint");
        }
    }

    /** Micronaut Data writes the run, jOOQ a snapshot, then the work fails: nothing of either is stored. */
    @Test
    void rollsBackBothWaysOfWritingTogether() throws SQLException {
        DSLContext jooq = first.getBean(DSLContext.class);
        RunStore store = first.getBean(RunStore.class);
        String digest = simulations.request(FIRE, 10, 1).modelDigest();
        empty();
        assertThatThrownBy(() -> inTransaction(() -> {
                    store.enqueue(RunTask.ofScenario(FIRE), digest, 10, 1, Simulation.VERSION, "somebody");
                    jooq.insertInto(
                                    RUN,
                                    RUN.KIND,
                                    RUN.SUBJECT,
                                    RUN.DIGEST,
                                    RUN.TRIALS,
                                    RUN.SEED,
                                    RUN.ENGINE,
                                    RUN.STATUS)
                            .values("scenario", "fire", digest, 10L, 1L, Simulation.VERSION, "queued")
                            .execute();
                    assertThat(store.count(RunKind.SCENARIO, null)).isEqualTo(2);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(simulations.countRuns(RunKind.SCENARIO, null)).isZero();
    }
}
