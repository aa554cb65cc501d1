package io.holdfast.service.change;

import io.holdfast.service.audit.Audit;
import io.holdfast.service.change.internal.Analysing;
import io.holdfast.service.change.internal.ChangeJson;
import io.holdfast.service.change.internal.Refusals;
import io.holdfast.service.change.store.ChangeStore;
import io.holdfast.service.change.store.NoteStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door to what is learnt from changes over time, and to what people concluded. For any number of threads. */
@Singleton
public class Reviews {

    /** So many months can be looked at together. */
    public static final int MOST_MONTHS = 120;

    private static final int USUAL_MONTHS = 12;

    private final ChangeStore changes;
    private final NoteStore notes;
    private final Register register;
    private final Audit audit;
    private final Clock clock;

    Reviews(ChangeStore changes, NoteStore notes, Register register, Audit audit, Clock clock) {
        this.changes = changes;
        this.notes = notes;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes over months; without a last month to this one, without a first one over a year. A problem {@code bad-months} where the
     * first is after the last, or they are too far apart.
     */
    @ReadOnly
    public ChangeAnalysis analyse(@Nullable YearMonth first, @Nullable YearMonth last) {
        ZoneId zone = OrganisationZone.of(register);
        YearMonth to = last == null ? YearMonth.from(clock.instant().atZone(zone)) : last;
        YearMonth from = first == null ? to.minusMonths(USUAL_MONTHS - 1L) : first;
        requireMonths(from, to);
        Optional<RegisterState> state = register.findState();
        return Analysing.of(changes.list(), from, to, zone, id -> ElementRef.of(state, id));
    }

    private static void requireMonths(YearMonth from, YearMonth to) {
        if (from.isAfter(to) || from.until(to, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            throw Refusals.months(MOST_MONTHS);
        }
    }

    /** What was concluded, the newest first. */
    @ReadOnly
    public List<Conclusion> listConclusions() {
        return notes.listConclusions();
    }

    /** Keeps what somebody concluded from some months; it is never changed. */
    @Transactional
    public Conclusion conclude(YearMonth first, YearMonth last, String text) {
        requireMonths(first, last);
        Conclusion added = notes.add(
                first, last, text, Acting.current().name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record("change.conclude", Changes.TYPE, "", null, ChangeJson.tree(added));
        return added;
    }
}
