package io.holdfast.service.drillplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.drill.Drills;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drillplan.internal.PlanJson;
import io.holdfast.service.drillplan.internal.Refusals;
import io.holdfast.service.drillplan.internal.SealText;
import io.holdfast.service.drillplan.store.PlanStore;
import io.holdfast.service.drillplan.store.SealStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The door to the days of unannounced drills (row D7): drawn from the approved window, sealed by a hash that all see, told to all
 * when the drill begins. Before that only those see the day whom the plan names, and each look is written down. For any number of
 * threads.
 */
@Singleton
public class Seals {

    private static final int STEP_MINUTES = 30;

    private final DrillPlans plans;
    private final SealStore store;
    private final Drills drills;
    private final Register register;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    Seals(DrillPlans plans, SealStore store, Drills drills, Register register, Audit audit) {
        this.plans = plans;
        this.store = store;
        this.drills = drills;
        this.register = register;
        this.audit = audit;
    }

    /**
     * What may be shown of a seal.
     *
     * @param hash SHA-256 of the sealed text, or null while no day was drawn
     * @param drawnAt when it was drawn, or null
     * @param drawnBy who asked for that, or null
     * @param openedAt since when all may know the day, or null
     * @param text what was sealed; null until it is opened
     * @param beginsAt the drawn moment; null until it is opened
     * @param matches whether the hash is that of the text; null until it is opened
     * @param startedOnTheDay whether the drill began on the drawn day; null until it began
     * @param mayKnow who may look before, as the plan names them
     * @param looks who has looked before, from the first
     * @param mayLook whether whoever asks may look
     * @param mayDraw whether a day can be drawn now
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Shown(
            @Nullable String hash,
            @Nullable Instant drawnAt,
            @Nullable String drawnBy,
            @Nullable Instant openedAt,
            @Nullable String text,
            @Nullable LocalDateTime beginsAt,
            @Nullable Boolean matches,
            @Nullable Boolean startedOnTheDay,
            List<Knowing> mayKnow,
            List<Looked> looks,
            boolean mayLook,
            boolean mayDraw) {}

    /** Somebody who may know the day. */
    public record Knowing(String person, String account) {}

    /** Somebody who has looked. */
    public record Looked(String who, Instant at) {}

    /** The drawn moment, for somebody who may know it. */
    public record Opened(LocalDateTime beginsAt, String text) {}

    /** What all may see of a plan's seal. */
    @ReadOnly
    public Shown show(long id) {
        PlannedDrill plan = plans.get(id);
        List<Knowing> knowing = knowing(plan.content());
        SealStore.Row seal = find(plan);
        boolean mayDraw = seal == null
                && plan.stage() == PlanStage.APPROVED
                && !plan.content().announced();
        if (seal == null) {
            return new Shown(null, null, null, null, null, null, null, null, knowing, List.of(), false, mayDraw);
        }
        boolean open = seal.openedAt() != null;
        return new Shown(
                seal.hash(),
                seal.drawnAt(),
                seal.drawnBy(),
                seal.openedAt(),
                open ? seal.text() : null,
                open ? seal.beginsAt() : null,
                open ? SealText.hash(seal.text()).equals(seal.hash()) : null,
                onTheDay(plan, seal),
                knowing,
                store.listLooks(id, seal.submittedVersion()).stream()
                        .map(look -> new Looked(look.who(), look.at()))
                        .toList(),
                !open && isKnowing(plan.content()),
                false);
    }

    private @Nullable Boolean onTheDay(PlannedDrill plan, SealStore.Row seal) {
        Instant started = plan.life().startedAt();
        return started == null
                ? null
                : Boolean.valueOf(LocalDate.ofInstant(started, zone())
                        .equals(seal.beginsAt().toLocalDate()));
    }

    private SealStore.@Nullable Row find(PlannedDrill plan) {
        Integer version = plan.submittedVersion();
        return version == null ? null : store.find(plan.id(), version).orElse(null);
    }

    /**
     * Draws a day and seals it; whoever asks for that does not learn it. Refused with {@code plan-announced}, {@code
     * plan-not-approved}, {@code plan-stage}, {@code seal-drawn} where one was drawn, {@code no-day-to-draw} where none is left.
     */
    @Transactional
    public Shown draw(long id) {
        PlanStore.Row row = plans.lock(id);
        PlanContent.Window window = row.content().window();
        if (row.content().announced() || window == null) {
            throw Refusals.announced();
        }
        PlannedDrill plan = plans.get(id);
        if (plan.stage() == PlanStage.DRAFT || plan.stage() == PlanStage.SUBMITTED) {
            throw Refusals.notApproved(plan.stage().word());
        }
        DrillPlans.require(plan.stage(), "drawn a day for", PlanStage.APPROVED);
        if (find(plan) != null) {
            throw Refusals.drawn();
        }
        List<LocalDate> days = days(window, drills.getCalendar(), plans.today());
        if (days.isEmpty()) {
            throw Refusals.noDay();
        }
        LocalDateTime at = days.get(random.nextInt(days.size())).atTime(time(window));
        int version = Objects.requireNonNull(row.submittedVersion());
        String text = SealText.of(id, version, at, zone(), random);
        String hash = SealText.hash(text);
        store.add(new SealStore.Row(
                id, version, hash, text, at, plans.now(), Acting.current().name(), null));
        audit.record("drill-plan.seal", DrillPlans.TYPE, Long.toString(id), null, PlanJson.tree(Map.of("hash", hash)));
        return show(id);
    }

    /** The days after today on which a drill may be held. */
    static List<LocalDate> days(PlanContent.Window window, HolidayCalendar calendar, LocalDate today) {
        return window.from()
                .datesUntil(window.to().plusDays(1))
                .filter(day -> day.isAfter(today))
                .filter(calendar::allowsDrill)
                .toList();
    }

    private LocalTime time(PlanContent.Window window) {
        long minutes = ChronoUnit.MINUTES.between(window.earliest(), window.latest());
        int steps = (int) (minutes / STEP_MINUTES) + 1;
        return window.earliest().plusMinutes((long) random.nextInt(steps) * STEP_MINUTES);
    }

    /**
     * The drawn moment, for somebody whom the plan names as knowing it; the look is written down. Refused with {@code day-is-sealed}
     * for others until the drill begins, {@code seal-missing} where no day was drawn.
     */
    @Transactional
    public Opened look(long id) {
        PlannedDrill plan = plans.get(id);
        SealStore.Row seal = find(plan);
        if (seal == null) {
            throw Refusals.notDrawn();
        }
        if (seal.openedAt() == null) {
            if (!isKnowing(plan.content())) {
                throw Refusals.notKnowing();
            }
            store.addLook(
                    id,
                    seal.submittedVersion(),
                    new SealStore.Look(Acting.current().name(), plans.now()));
            audit.record("drill-plan.look", DrillPlans.TYPE, Long.toString(id), null, null);
        }
        return new Opened(seal.beginsAt(), seal.text());
    }

    private static boolean isKnowing(PlanContent content) {
        String name = Acting.current().name();
        return knowing(content).stream().anyMatch(each -> each.account().equals(name));
    }

    private static List<Knowing> knowing(PlanContent content) {
        return content.participants().stream()
                .filter(PlanContent.Participant::knows)
                .map(each -> new Knowing(each.person(), Objects.requireNonNullElse(each.account(), "")))
                .toList();
    }

    private ZoneId zone() {
        return OrganisationZone.of(register);
    }
}
