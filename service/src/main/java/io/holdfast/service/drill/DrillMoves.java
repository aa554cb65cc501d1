package io.holdfast.service.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.drill.ScheduledStates.State;
import io.holdfast.service.drill.internal.SchedulePlanner;
import io.holdfast.service.drill.store.ScheduleStore;
import io.holdfast.service.evidence.Retention;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door through which a person gives a drill its day: asked at once what the rules say, kept with who, when and why, and left
 * alone by every later planning. For any number of threads.
 */
@Singleton
public class DrillMoves {

    private static final int MOST_TRIES = 3;

    private final YearBasis bases;
    private final ScheduleStore schedules;
    private final Retention retention;
    private final Audit audit;
    private final Clock clock;

    DrillMoves(YearBasis bases, ScheduleStore schedules, Retention retention, Audit audit, Clock clock) {
        this.bases = bases;
        this.schedules = schedules;
        this.retention = retention;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where a drill would lie.
     *
     * @param uid the drill
     * @param date its day
     * @param start when it would begin, or null to leave that
     */
    public record Wish(String uid, LocalDate date, @Nullable LocalTime start) {}

    /**
     * Which rules a drill would break elsewhere, while everything else stays; empty where it may lie there. Problems {@code no-schedule}
     * and {@code unknown-scheduled-drill}. Cost: reading the year, then some milliseconds.
     */
    public List<Reason> check(int year, Wish wish) {
        return check(bases.read(year), wish);
    }

    private List<Reason> check(YearBasis.Basis basis, Wish wish) {
        int year = basis.inputs().year();
        DrillSchedule schedule =
                basis.before().orElseThrow(() -> noSchedule(year)).schedule();
        ScheduledDrill drill = require(schedule, wish.uid());
        if (wish.date().getYear() != year) {
            return List.of(Reason.of("move-year", "year", String.valueOf(year)));
        }
        YearBasis.Settled settled = basis.settled().get(wish.uid());
        if (settled != null && settled.isFinal()) {
            return List.of(Reason.of("move-settled"));
        }
        return new SchedulePlanner(basis.inputs())
                .check(YearBasis.onTheirDays(schedule.drills(), basis.settled()), pin(drill, wish, "", Instant.EPOCH))
                .orElseGet(() -> List.of(Reason.of("move-unwanted")));
    }

    /**
     * Moves a drill, or fixes it where it is. A problem {@code move-refused} with what is against it where a rule is against it,
     * {@code changed-meanwhile} where others kept changing the year, {@code on-hold} where the schedule must be kept as it is.
     *
     * @param reason why, at most 500 characters; may be empty
     */
    public StoredSchedule pin(int year, Wish wish, String reason) {
        String said = reason.strip();
        if (said.length() > 500) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "reason-missing",
                    "The reason has " + said.length() + " characters; say it in at most 500.");
        }
        for (int i = 0; i < MOST_TRIES; i++) {
            YearBasis.Basis basis = bases.read(year);
            List<Reason> broken = check(basis, wish);
            if (!broken.isEmpty()) {
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "move-refused",
                        "The drill cannot lie on " + wish.date() + ": " + broken.size()
                                + " of the year's rules are against it. POST .../check says which.",
                        Map.of("reasons", broken));
            }
            Optional<StoredSchedule> kept = keep(basis, wish, said);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        throw ProblemException.changedMeanwhile(null, 0);
    }

    /** Keeps a pin and the schedule with it; nothing where what was checked is no longer so, as where it was planned or begun since. */
    @Transactional
    Optional<StoredSchedule> keep(YearBasis.Basis basis, Wish wish, String reason) {
        int year = basis.inputs().year();
        schedules.lock(year);
        if (!bases.isCurrent(basis)) {
            return Optional.empty();
        }
        StoredSchedule before = basis.before().orElseThrow();
        ScheduledDrill drill = require(before.schedule(), wish.uid());
        Instant now = now();
        DrillPin pin = pin(drill, wish, reason, now);
        schedules.pin(pin);
        boolean secret = isSecret(drill);
        return Optional.of(
                save(before, drill.pinned(pin, now), "schedule.pin", told(drill, secret), told(pin, secret)));
    }

    /** Lets planning move a drill again; it stays on its day until then. A problem {@code not-pinned} where nobody had fixed it. */
    @Transactional
    public StoredSchedule unpin(int year, String uid) {
        schedules.lock(year);
        StoredSchedule before = schedules.find(year).orElseThrow(() -> noSchedule(year));
        ScheduledDrill drill = require(before.schedule(), uid);
        if (!schedules.unpin(uid)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "not-pinned",
                    "Nobody has fixed the drill '" + uid + "', so planning may move it.");
        }
        return save(before, drill.unpinned(), "schedule.unpin", told(drill, isSecret(drill)), null);
    }

    private StoredSchedule save(
            StoredSchedule before, ScheduledDrill drill, String action, JsonNode from, @Nullable JsonNode to) {
        DrillSchedule schedule = before.schedule();
        retention.requireFree("schedule", Integer.toString(schedule.year()));
        List<ScheduledDrill> drills = new ArrayList<>(schedule.drills());
        drills.replaceAll(each -> each.uid().equals(drill.uid()) ? drill : each);
        drills.sort(ScheduledDrill.BY_TIME);
        StoredSchedule after = new StoredSchedule(schedule.withDrills(drills), now());
        schedules.save(after);
        audit.record(action, "schedule", Integer.toString(schedule.year()), from, to);
        return after;
    }

    private static DrillPin pin(ScheduledDrill drill, Wish wish, String reason, Instant at) {
        LocalTime start = wish.start() == null ? drill.start() : wish.start();
        return new DrillPin(
                drill.uid(), wish.date(), start, reason, Acting.current().name(), at);
    }

    /** Whether the day must not be told: the audit is read by others than those who plan (row D7), and never forgets. */
    private boolean isSecret(ScheduledDrill drill) {
        State state = bases.findStates(List.of(drill.uid())).get(drill.uid());
        return !drill.announced() || (state != null && !state.announced());
    }

    private static JsonNode told(ScheduledDrill drill, boolean secret) {
        return when(drill.uid(), drill.date(), drill.start(), secret);
    }

    private static JsonNode told(DrillPin pin, boolean secret) {
        ObjectNode told = when(pin.uid(), pin.date(), pin.start(), secret);
        return secret ? told : told.put("reason", pin.reason());
    }

    private static ObjectNode when(String uid, LocalDate date, LocalTime start, boolean secret) {
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("uid", uid);
        return secret
                ? told.put("month", YearMonth.from(date).toString())
                : told.put("date", date.toString()).put("start", start.toString());
    }

    private static ScheduledDrill require(DrillSchedule schedule, String uid) {
        return schedule.drills().stream()
                .filter(drill -> drill.uid().equals(uid))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-scheduled-drill",
                        "The schedule of " + schedule.year() + " has no drill '" + uid
                                + "'. GET lists those that it has."));
    }

    private static ProblemException noSchedule(int year) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "no-schedule",
                "No drills are planned for " + year + " yet. POST {\"year\": " + year
                        + "} to /api/drills/schedules plans them.");
    }

    /** The schedule says its moments to the second, as its feed does. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
