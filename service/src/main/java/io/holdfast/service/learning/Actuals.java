package io.holdfast.service.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.learning.internal.ActualCsv;
import io.holdfast.service.learning.internal.ActualShape;
import io.holdfast.service.learning.internal.LearningJson;
import io.holdfast.service.learning.internal.OwnerNames;
import io.holdfast.service.learning.internal.Refusals;
import io.holdfast.service.learning.store.ActualStore;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.model.Id;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to what was measured. An actual stays as it was entered: what turns out wrong is withdrawn with a reason, or another one is
 * put in its place. For any number of threads.
 */
@Singleton
public class Actuals {

    /** The type of actuals in the audit. */
    public static final String TYPE = "actual";

    private static final int LEAST_REASON = 5;
    private static final int MOST_REASON = 2000;

    private final ActualStore store;
    private final Register register;
    private final Audit audit;
    private final Clock clock;

    Actuals(ActualStore store, Register register, Audit audit, Clock clock) {
        this.store = store;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them, withdrawn ones too, in the order in which they happened. */
    @ReadOnly
    public List<Actual> listActuals() {
        return store.list();
    }

    /**
     * What elements, teams, contacts and scenarios are called, by id, then by language; what the register does not know, or has no name
     * for, by its id.
     */
    @ReadOnly
    public Map<String, Map<String, String>> nameOwners(Collection<String> owners) {
        Optional<OwnerNames> names = register.findModel().map(OwnerNames::new);
        return owners.stream()
                .distinct()
                .filter(Id::isValid)
                .flatMap(owner -> names.stream().map(known -> Map.entry(owner, known.of(Id.of(owner)))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those that hold, in the order in which they happened. */
    @ReadOnly
    public List<Actual> listHolding() {
        return store.list().stream().filter(Actual::holds).toList();
    }

    /** The drill plans of which actuals were taken; those of which all were withdrawn are not among them. */
    @ReadOnly
    public Set<Long> listTakenPlans() {
        return listHolding().stream()
                .map(Actual::drillPlan)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Enters one. Refused with {@code invalid} where it breaks rules, or names no number of the register. */
    @Transactional
    public Actual add(JsonNode said) {
        return store(read(said));
    }

    private Actual read(JsonNode said) {
        ActualShape.Read read = shape().read(said);
        if (!read.broken().isEmpty()) {
            throw ProblemException.invalid(read.broken());
        }
        return actual(read);
    }

    private ActualShape shape() {
        return new ActualShape(
                register.requireModel(), LocalDate.ofInstant(clock.instant(), OrganisationZone.of(register)));
    }

    private Actual actual(ActualShape.Read read) {
        return new Actual(
                0,
                Objects.requireNonNull(read.occasion()),
                Objects.requireNonNull(read.measured()),
                read.note(),
                null,
                now(),
                Acting.current().name(),
                null);
    }

    /** Stores one that is right. */
    Actual store(Actual actual) {
        Actual stored = store.add(actual);
        audit.record("actual.add", TYPE, Long.toString(stored.id()), null, LearningJson.tree(ActualRow.of(stored)));
        return stored;
    }

    /**
     * Takes one back. Refused with {@code unknown-actual}, {@code actual-withdrawn} where it does not hold any more, {@code invalid}
     * where no reason is given.
     */
    @Transactional
    public Actual withdraw(long id, @Nullable String reason) {
        Actual held = lock(id);
        return withdraw(held, requireReason(reason), null);
    }

    /**
     * Puts another one in the place of one, which is withdrawn. Refused as {@link #add} and {@link #withdraw}.
     *
     * @param said what the other says
     */
    @Transactional
    public Actual correct(long id, JsonNode said, @Nullable String reason) {
        Actual held = lock(id);
        String why = requireReason(reason);
        Actual next = store(read(said));
        withdraw(held, why, next.id());
        return next;
    }

    private Actual lock(long id) {
        Actual held = store.lock(id).orElseThrow(() -> Refusals.unknownActual(id));
        Actual.Withdrawal withdrawal = held.withdrawal();
        if (withdrawal != null) {
            throw Refusals.withdrawn(id, withdrawal.by());
        }
        return held;
    }

    private static String requireReason(@Nullable String reason) {
        String words = Objects.requireNonNullElse(reason, "").strip();
        if (words.length() < LEAST_REASON || words.length() > MOST_REASON) {
            throw ProblemException.invalid(List.of(new Violation(
                    "$.reason",
                    "missing",
                    "reason must say why it does not hold, in " + LEAST_REASON + " to " + MOST_REASON + " characters.",
                    null,
                    null,
                    null)));
        }
        return words;
    }

    private Actual withdraw(Actual held, String reason, @Nullable Long supersededBy) {
        Actual.Withdrawal withdrawal =
                new Actual.Withdrawal(now(), Acting.current().name(), reason, supersededBy);
        store.withdraw(held.id(), withdrawal);
        Actual after = new Actual(
                held.id(),
                held.occasion(),
                held.measured(),
                held.note(),
                held.drillPlan(),
                held.enteredAt(),
                held.enteredBy(),
                withdrawal);
        audit.record(
                "actual.withdraw",
                TYPE,
                Long.toString(held.id()),
                LearningJson.tree(ActualRow.of(held)),
                LearningJson.tree(ActualRow.of(after)));
        return after;
    }

    /** What a table would add; nothing is stored. */
    @ReadOnly
    public ActualTable preview(byte[] file) {
        return table(file);
    }

    /** Adds what a table says, whole or not at all: where rows break rules, nothing is added. */
    @Transactional
    public ActualTable take(byte[] file) {
        store.lock();
        ActualTable table = table(file);
        return table.broken().isEmpty()
                ? new ActualTable(table.actuals().stream().map(this::store).toList(), table.known(), List.of())
                : table;
    }

    private ActualTable table(byte[] file) {
        ActualCsv.Read read = ActualCsv.read(file);
        List<Violation> broken = new ArrayList<>(read.broken());
        List<Actual> known = new ArrayList<>(listHolding());
        List<Actual> added = new ArrayList<>();
        ActualShape shape = shape();
        int same = 0;
        for (ActualCsv.Row row : read.rows()) {
            ObjectNode cells = row.cells();
            ActualShape.Read one = shape.read(cells);
            one.broken().forEach(each -> broken.add(placed(each, row.line(), read.header())));
            if (one.broken().isEmpty()) {
                Actual actual = actual(one);
                if (known.stream().anyMatch(actual::saysSame)) {
                    same++;
                } else {
                    known.add(actual);
                    added.add(actual);
                }
            }
        }
        return new ActualTable(broken.isEmpty() ? added : List.of(), same, broken);
    }

    private static Violation placed(Violation violation, int line, List<String> header) {
        int column = header.indexOf(violation.path().substring("$.".length()));
        return new Violation(
                violation.path(),
                violation.code(),
                violation.message(),
                line,
                column < 0 ? null : column + 1,
                violation.value());
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
