package io.holdfast.service.simulation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.format.ModelDigest;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The door of the room: runs of the register as it was when they were asked for. For any number of threads. */
@Singleton
public class Simulations {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Register register;
    private final RunStore store;
    private final RunResults results;
    private final ApplicationEventPublisher<RunQueued> queued;
    private final Audit audit;

    Simulations(
            Register register,
            RunStore store,
            RunResults results,
            ApplicationEventPublisher<RunQueued> queued,
            Audit audit) {
        this.register = register;
        this.store = store;
        this.results = results;
        this.queued = queued;
        this.audit = audit;
    }

    /** The model of a digest that a run has named. */
    @ReadOnly
    public ContinuityModel getModel(String digest) {
        return findModel(digest)
                .orElseThrow(() -> new IllegalStateException("The stored model " + digest + " is not valid"));
    }

    /** The same; empty where this version reads its file no more. */
    @ReadOnly
    public Optional<ContinuityModel> findModel(String digest) {
        String document = getModelDocument(digest);
        return switch (ModelReader.read(document.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> Optional.of(read.model());
            case ReadOutcome.Refused refused -> Optional.empty();
        };
    }

    /** The stored file of a digest that a run has named. */
    @ReadOnly
    public String getModelDocument(String digest) {
        return store.findDocument(digest).orElseThrow(() -> new IllegalStateException("No model of digest " + digest));
    }

    /** Queues a run of a scenario of the register and keeps the model that it is of. The caller has checked that both exist. */
    @Transactional
    public Run request(Id scenario, long trials, long seed) {
        return request(RunTask.ofScenario(scenario), trials, seed);
    }

    /** Queues a run on the register and keeps the model that it is of. The caller has checked the task against the model. */
    @Transactional
    public Run request(RunTask task, long trials, long seed) {
        RegisterState state = register.requireState();
        return request(task, state.model(), state.digest(), trials, seed);
    }

    /** Queues a run on a model that is not the register's, such as the register with one drill more, and keeps it. */
    @Transactional
    public Run request(RunTask task, ContinuityModel model, long trials, long seed) {
        return request(task, model, ModelDigest.of(model), trials, seed);
    }

    private Run request(RunTask task, ContinuityModel model, String digest, long trials, long seed) {
        if (!store.hasDocument(digest)) {
            store.saveDocument(digest, ModelWriter.toJson(model));
        }
        Run run = store.enqueue(
                task, digest, trials, seed, Simulation.VERSION, Acting.current().name());
        queued.publishEvent(new RunQueued(run.id()));
        audit.record("run.request", "run", Long.toString(run.id()), null, JSON.valueToTree(RunView.of(run)));
        return run;
    }

    /** Keeps a model that no run is of, such as that of a day that is played, and gives its digest. */
    @Transactional
    public String keepModel(ContinuityModel model) {
        String digest = ModelDigest.of(model);
        if (!store.hasDocument(digest)) {
            store.saveDocument(digest, ModelWriter.toJson(model));
        }
        return digest;
    }

    /** Queues years of operation of the register, a year long each, likewise. */
    @Transactional
    public Run requestYears(long years, long seed) {
        return request(RunTask.ofYears(YearOptions.NONE), years, seed);
    }

    /** The run of a number, if there is one. */
    @ReadOnly
    public Optional<Run> findRun(long id) {
        return store.find(id);
    }

    /** Runs of a kind from the newest, on one subject where given. */
    @ReadOnly
    public List<Run> listRuns(RunKind kind, @Nullable String subject, int page, int size) {
        return store.list(kind, subject, page, size);
    }

    /** How many runs of a kind there are, on one subject where given. */
    @ReadOnly
    public int countRuns(RunKind kind, @Nullable String subject) {
        return store.count(kind, subject);
    }

    /** How many runs wait that somebody of this name has asked for. */
    @ReadOnly
    public int countWaiting(String requestedBy) {
        return store.countWaiting(requestedBy);
    }

    /** The newest run of a scenario, of one status where given. */
    @ReadOnly
    public Optional<Run> findNewest(String scenario, @Nullable RunStatus status) {
        return findNewest(RunKind.SCENARIO, scenario, status);
    }

    /** The newest run of a kind on a subject, of one status where given. */
    @ReadOnly
    public Optional<Run> findNewest(RunKind kind, String subject, @Nullable RunStatus status) {
        return store.findNewest(kind, subject, status);
    }

    /** The newest run of every scenario that has one, by its id, of one status where given. */
    @ReadOnly
    public Map<String, Run> mapNewest(@Nullable RunStatus status) {
        return store.listNewest(RunKind.SCENARIO, status).stream()
                .collect(Collectors.toMap(run -> Objects.requireNonNull(run.subject()), Function.identity()));
    }

    /** What the result of a finished run says. */
    @ReadOnly
    public Optional<RunResult> findReading(long id) {
        return results.find(id);
    }

    /** The stored bytes of a finished run's result. */
    @ReadOnly
    public Optional<String> findResult(long id) {
        return store.findResult(id);
    }

    /** Asks for a run to stop; a run that is over stays as it is. Who may run in one unit only stops only their own. */
    @Transactional
    public Run cancel(long id) {
        Principal who = Acting.current();
        boolean own = store.find(id)
                .filter(run -> run.requestedBy().equals(who.name()))
                .isPresent();
        if (!own) {
            Acting.require(Permission.RUN, null);
        }
        store.wantCancel(id);
        audit.record("run.cancel", "run", Long.toString(id), null, null);
        return store.find(id).orElseThrow(() -> new IllegalStateException("No run " + id));
    }
}
