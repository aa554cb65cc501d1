package io.holdfast.service.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.sla.internal.Agreed;
import io.holdfast.service.sla.internal.Levels;
import io.holdfast.service.sla.internal.MeasurementInput;
import io.holdfast.service.sla.internal.MeasurementTable;
import io.holdfast.service.sla.store.MeasurementStore;
import io.holdfast.simulator.model.Element;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The door to what was measured of service levels (rows S5, S8): every change is in the audit. For any number of threads. */
@Singleton
public class Measurements {

    private static final String SUBJECT = "sla-measurement";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final MeasurementStore store;
    private final Agreements agreements;
    private final Audit audit;
    private final Clock clock;

    Measurements(MeasurementStore store, Agreements agreements, Audit audit, Clock clock) {
        this.store = store;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was measured of each agreement about an element, against what it promises; the SLA first. */
    @ReadOnly
    public List<MeasuredLevel> list(String id) {
        Agreed agreed = agreements.agreed();
        Element element = Agreements.require(agreed.state(), id);
        return Levels.of(
                element,
                agreed.of(element.id()),
                store.list(id),
                Agreed.zone(agreed.state().model()));
    }

    /** A number that is another one after any change of what was measured of an element. */
    @ReadOnly
    public long tag(String id) {
        CRC32 sum = new CRC32();
        for (Measurement each : store.list(id)) {
            sum.update((each.id() + ":" + each.version() + ";").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return sum.getValue();
    }

    /** One measurement of an element; a problem {@code unknown-measurement} where there is none. */
    @ReadOnly
    public Measurement get(String id, long number) {
        return store.find(number)
                .filter(each -> each.element().equals(id))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-measurement",
                        "There is no measurement " + number + " of '" + id + "'. GET /api/service-levels/" + id
                                + "/measurements lists them."));
    }

    /** Enters what was measured in a period; refused with {@code invalid}, also where that period was entered already. */
    @Transactional
    public Measurement add(String id, JsonNode said) {
        Measurement read = read(id, said, 0);
        Measurement stored = get(id, insert(read));
        audit.record("sla-measurement.create", SUBJECT, id, null, JSON.valueToTree(stored));
        return stored;
    }

    private long insert(Measurement read) {
        Optional<Measurement> same = findSame(store.list(read.element()), read);
        if (same.isPresent()) {
            throw Refusals.invalid(List.of(taken(read)));
        }
        return store.insert(read);
    }

    private static Violation taken(Measurement read) {
        return new Violation(
                "$.period",
                "not-unique",
                read.period() + " was entered already. Correct that measurement instead.",
                null,
                null,
                read.period());
    }

    private static Optional<Measurement> findSame(List<Measurement> stored, Measurement read) {
        return stored.stream()
                .filter(each -> each.agreement().equals(read.agreement())
                        && each.period().equals(read.period()))
                .findFirst();
    }

    /** Corrects a measurement; refused with {@code invalid} or {@code changed-meanwhile}. */
    @Transactional
    public Measurement replace(String id, long number, JsonNode said, @Nullable Integer seen) {
        Measurement before = get(id, number);
        Measurement read = read(id, said, number);
        Optional<Measurement> same = findSame(store.list(id), read);
        if (same.isPresent() && same.get().id() != number) {
            throw Refusals.invalid(List.of(taken(read)));
        }
        if (!store.replace(read, seen == null ? before.version() : seen)) {
            throw Refusals.changedMeanwhile(before.version());
        }
        Measurement after = get(id, number);
        audit.record("sla-measurement.correct", SUBJECT, id, JSON.valueToTree(before), JSON.valueToTree(after));
        return after;
    }

    /** Takes a measurement away that was entered by mistake; what it was stays in the audit. */
    @Transactional
    public void remove(String id, long number, @Nullable Integer seen) {
        Measurement before = get(id, number);
        requireUnit(id);
        if (!store.delete(number, seen == null ? before.version() : seen)) {
            throw Refusals.changedMeanwhile(before.version());
        }
        audit.record("sla-measurement.remove", SUBJECT, id, JSON.valueToTree(before), null);
    }

    /**
     * What a table brings.
     *
     * @param added periods that were not entered before
     * @param changed periods that were, with something else
     * @param same periods that were, with the same
     */
    public record TableOutcome(List<String> added, List<String> changed, int same) {}

    /**
     * Takes a table over, whole or not at all; what it does not name stays. Refused with {@code invalid} and the lines that are
     * wrong, or {@code changed-meanwhile}.
     *
     * @param text CSV or what a spreadsheet copies, with a line of headings
     * @param seen the {@link #tag} that the table was made on, or null
     * @param dry whether to say only what it would bring
     */
    @Transactional
    public TableOutcome table(String id, String text, @Nullable Long seen, boolean dry) {
        requireUnit(id);
        List<Measurement> read = new ArrayList<>();
        List<Violation> broken = new ArrayList<>();
        for (MeasurementTable.Line line : MeasurementTable.read(text, broken)) {
            MeasurementInput input = input(id);
            List<Violation> wrong = input.check(line.said());
            wrong.forEach(each -> broken.add(line.at(each)));
            if (wrong.isEmpty()) {
                Measurement each =
                        input.read(line.said(), 0, now(), Acting.current().name());
                if (findSame(read, each).isPresent()) {
                    broken.add(line.at(taken(each)));
                }
                read.add(each);
            }
        }
        if (!broken.isEmpty()) {
            throw Refusals.invalid(broken);
        }
        long tag = tag(id);
        if (seen != null && seen != tag) {
            throw Refusals.changedMeanwhile(tag);
        }
        return take(id, read, dry);
    }

    private TableOutcome take(String id, List<Measurement> read, boolean dry) {
        List<Measurement> stored = store.list(id);
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Measurement each : read) {
            Measurement before = findSame(stored, each).orElse(null);
            if (before == null) {
                added.add(each.period());
                if (!dry) {
                    store.insert(each);
                }
            } else if (!saysSame(before, each)) {
                changed.add(each.period());
                if (!dry && !store.replace(MeasurementInput.numbered(each, before.id()), before.version())) {
                    throw Refusals.changedMeanwhile(tag(id));
                }
            }
        }
        TableOutcome outcome = new TableOutcome(added, changed, read.size() - added.size() - changed.size());
        if (!dry && !(added.isEmpty() && changed.isEmpty())) {
            audit.record("sla-measurement.table", SUBJECT, id, JSON.valueToTree(stored), JSON.valueToTree(read));
        }
        return outcome;
    }

    private static boolean saysSame(Measurement one, Measurement other) {
        return one.downMinutes().compareTo(other.downMinutes()) == 0
                && sameMinutes(one, other)
                && one.source().equals(other.source())
                && Objects.equals(one.reviewedBy(), other.reviewedBy())
                && Objects.equals(one.reviewedOn(), other.reviewedOn())
                && Objects.equals(one.note(), other.note());
    }

    private static boolean sameMinutes(Measurement one, Measurement other) {
        boolean same = one.outageMinutes().size() == other.outageMinutes().size();
        for (int i = 0; same && i < one.outageMinutes().size(); i++) {
            same = one.outageMinutes().get(i).compareTo(other.outageMinutes().get(i)) == 0;
        }
        return same;
    }

    private Measurement read(String id, JsonNode said, long number) {
        requireUnit(id);
        MeasurementInput input = input(id);
        List<Violation> broken = input.check(said);
        if (!broken.isEmpty()) {
            throw Refusals.invalid(broken);
        }
        return input.read(said, number, now(), Acting.current().name());
    }

    private MeasurementInput input(String id) {
        Agreed agreed = agreements.agreed();
        Element element = Agreements.require(agreed.state(), id);
        return new MeasurementInput(
                element, agreed.of(element.id()), Agreed.zone(agreed.state().model()), agreed.day());
    }

    private void requireUnit(String id) {
        Element element = Agreements.require(agreements.agreed().state(), id);
        Object unit = element.label().extras().get(RegisterEdits.UNIT);
        Acting.require(Permission.EDIT_REGISTER, unit instanceof String text ? text : null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
