package io.holdfast.service.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.Standing;
import io.holdfast.service.approval.Standings;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.service.register.EntryChange;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.register.Section;
import io.holdfast.service.sla.internal.Agreed;
import io.holdfast.service.sla.internal.AgreementShape;
import io.holdfast.service.sla.internal.Credits;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.ServiceLevel;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door of the room: what is agreed, what follows from it, and changes of it. For any number of threads. */
@Singleton
public class Agreements {

    private final Register register;
    private final RegisterEdits edits;
    private final Standings standings;
    private final AgreementGuard guard;
    private final Clock clock;
    private @Nullable Agreed kept;

    Agreements(Register register, RegisterEdits edits, Standings standings, AgreementGuard guard, Clock clock) {
        this.register = register;
        this.edits = edits;
        this.standings = standings;
        this.guard = guard;
        this.clock = clock;
    }

    /** Of what is promised that first which the chain does not carry; then what promises nothing, in the order of the register. */
    private static final List<String> FIRST = List.of("not-carried", "unknown", "carried", "nothing-promised");

    /**
     * The catalogue: every service, and whatever else something is agreed about; what the chain does not carry comes first. Worked out
     * once for a revision and a day, before the database is asked where approvals stand.
     */
    public List<AgreementRow> list() {
        List<AgreementRow> rows = agreed().rows();
        Map<String, Standing> known = standings.all(AgreementDrafts.TYPE);
        return rows.stream()
                .map(row -> row.with(known.getOrDefault(row.thing().id(), Standing.NONE)))
                .sorted(Comparator.comparingInt(row -> FIRST.indexOf(row.verdict())))
                .toList();
    }

    Agreed agreed() {
        RegisterState state = register.requireState();
        return of(state, LocalDate.ofInstant(clock.instant(), Agreed.zone(state.model())));
    }

    private synchronized Agreed of(RegisterState state, LocalDate today) {
        Agreed now = kept;
        if (now == null
                || !now.day().equals(today)
                || now.state().revision() != state.revision()
                || !now.state().digest().equals(state.digest())) {
            now = new Agreed(state, today);
            kept = now;
        }
        return now;
    }

    /** The version of the entry that the agreements stand in; read it before {@link #get}, so that it is never newer. */
    public int version(String id) {
        return register.findVersion(id).orElse(0);
    }

    /** What is agreed about an element, whether anything is yet or not; a problem {@code unknown-element} where there is none. */
    public AgreementView get(String id) {
        Agreed agreed = agreed();
        Element element = require(agreed.state(), id);
        JsonNode entry = ModelWriter.toTree(element);
        return agreed.view(element, entry, AgreementRecord.of(entry), standings.of(AgreementDrafts.TYPE, id));
    }

    /** What would follow from a record that is not stored. */
    public record Preview(List<Violation> violations) {}

    /** Judges a record without storing it. */
    public Preview preview(String id, JsonNode record) {
        List<Violation> broken = new ArrayList<>(unknownKeys(record));
        broken.addAll(
                AgreementShape.check(AgreementRecord.within(entry(require(register.requireState(), id)), record)));
        return new Preview(List.copyOf(broken));
    }

    /**
     * Stores what is agreed about an element in its entry of the register. Refused with {@code invalid}, {@code changed-meanwhile},
     * and {@code agreements-locked} while a version waits, or one holds and nobody says that the next draft begins.
     *
     * @param record {@code sla} and {@code x-agreements}; what is left out is removed
     * @param seen the version that the change is made on, or null to change whatever is stored
     * @param reopen whether a new draft of what is approved begins
     * @return the version of the entry now
     */
    @Transactional
    public long save(String id, JsonNode record, @Nullable Integer seen, boolean reopen) {
        int version = version(id);
        Element element = require(register.requireState(), id);
        List<Violation> broken = preview(id, record).violations();
        if (!broken.isEmpty()) {
            throw Refusals.invalid(broken);
        }
        ObjectNode entry = AgreementRecord.within(entry(element), record);
        guard.requireOpen(id, reopen);
        Section section = Section.findOfElements(element.type().name().toLowerCase(Locale.ROOT))
                .orElseThrow();
        EditOutcome outcome = edits.change(
                new EntryChange.Replace(Set.of(section), id, seen == null ? Integer.valueOf(version) : seen, entry),
                reopen);
        if (outcome instanceof EditOutcome.Stored stored) {
            Integer next = stored.versions().getFirst();
            return next == null ? version : next;
        }
        throw Refusals.of(outcome, id, AgreementRecord.of(entry));
    }

    /**
     * A period that somebody asks the credit of, in hours.
     *
     * @param down how long the service was not there
     * @param outages the lengths of the outages that began in it
     * @param length of the period; null for that of the model format (730 hours a month)
     */
    public record CreditCase(
            BigDecimal down,
            List<BigDecimal> outages,
            @Nullable BigDecimal length) {
        /** Copies the list. */
        public CreditCase {
            outages = List.copyOf(outages);
        }
    }

    /** What the SLA of an element pays back for each of some periods; a problem {@code nothing-promised} where it has none. */
    public List<CreditAnswer> credits(String id, List<CreditCase> cases) {
        ServiceLevel level = require(register.requireState(), id).serviceLevel();
        if (level == null) {
            throw Refusals.noCredits(id);
        }
        BigDecimal usual = BigDecimal.valueOf(level.per().hours());
        return cases.stream()
                .map(each ->
                        Credits.of(level, each.down(), each.length() == null ? usual : each.length(), each.outages()))
                .toList();
    }

    private static List<Violation> unknownKeys(JsonNode record) {
        List<Violation> found = new ArrayList<>();
        record.fieldNames().forEachRemaining(key -> {
            if (!AgreementRecord.KEYS.contains(key)) {
                found.add(new Violation(
                        "$." + key,
                        "unknown-key",
                        "Agreements have no key '" + key + "'; they have " + String.join(", ", AgreementRecord.KEYS)
                                + ". Change all else at /api/elements.",
                        null,
                        null,
                        null));
            }
        });
        return found;
    }

    private static ObjectNode entry(Element element) {
        return (ObjectNode) ModelWriter.toTree(element);
    }

    static Element require(RegisterState state, String id) {
        return (Id.isValid(id) ? state.findElement(Id.of(id)) : Optional.<Element>empty())
                .orElseThrow(() -> Refusals.unknown(id));
    }
}
