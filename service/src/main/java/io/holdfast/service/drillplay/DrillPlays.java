package io.holdfast.service.drillplay;

import io.holdfast.service.drillplan.ApprovedPlan;
import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlanForecasts;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillplay.internal.Comparing;
import io.holdfast.service.drillplay.internal.Notable;
import io.holdfast.service.drillplay.internal.PlayedModels;
import io.holdfast.service.drillplay.internal.Refusals;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.format.ModelDigest;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.play.Day;
import io.holdfast.simulator.play.Decision;
import io.holdfast.simulator.play.Happening;
import io.holdfast.simulator.play.Moment;
import io.holdfast.simulator.play.PlayedTrial;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to days that are played in desktop drills (row D3). Whatever is asked is worked out anew from the kept model, the luck, the clock
 * and the decisions, so a service that is killed loses nothing, and all who look see the same. For any number of threads.
 */
@Singleton
public class DrillPlays {

    /** Trials among which the day is sought. */
    public static final int TRIALS = 2_000;

    /** The longest reason of a decision, in characters. */
    public static final int LONGEST_NOTE = 500;

    private static final String DESKTOP = "desktop";
    private static final Logger LOG = LoggerFactory.getLogger(DrillPlays.class);

    private final PlayBook book;
    private final DrillPlans plans;
    private final PlanForecasts forecasts;
    private final PlayedModels models;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DrillPlays(PlayBook book, DrillPlans plans, PlanForecasts forecasts, PlayedModels models, Clock clock) {
        this.book = book;
        this.plans = plans;
        this.forecasts = forecasts;
        this.models = models;
        this.clock = clock;
    }

    /** The plays of a plan, the newest first; a problem {@code unknown-drill-plan} where there is no such plan. */
    public List<Play> list(long plan) {
        if (plans.find(plan).isEmpty()) {
            throw Refusals.unknownPlan(plan);
        }
        return book.list(plan);
    }

    /** The plays of several plans that have ended, by the number of the plan, in the order in which they did. */
    public Map<Long, List<EndedPlay>> listEnded(Collection<Long> of) {
        return book.listEnded(of).stream()
                .collect(Collectors.groupingBy(ended -> ended.play().plan()));
    }

    /**
     * A play as it stands.
     *
     * @param play the play
     * @param now the moment of the answer
     * @param atMillis the virtual now
     * @param running whether the clock goes on by itself
     * @param replayed whether {@code moment} tells something: not of a play that ended under another version of the engine, of which
     *     only what was kept at its end is known
     * @param moment what has happened, how everything stands and what can be decided; once it has ended, all that would still come
     * @param decisions what was decided
     */
    public record Standing(
            Play play,
            Instant now,
            long atMillis,
            boolean running,
            boolean replayed,
            Moment moment,
            List<Play.Made> decisions) {}

    /** A play as it stands now; a problem {@code unknown-play} or, while it is open, {@code play-other-version}. */
    public Standing get(long plan, long play) {
        return standing(open(plan, play));
    }

    /**
     * What does not change during a play.
     *
     * @param model the model that it is of
     * @param drill the id of its drill in that model
     * @param trial what is in view; nothing but fixed facts may be asked of it outside this door
     */
    public record Stage(ContinuityModel model, Id drill, PlayedTrial trial) {}

    /** What does not change during a play; refused as {@link #get}. */
    public Stage getStage(long plan, long id) {
        Play play = open(plan, id).play();
        PlayedModels.Ready ready = models.find(play, drillOf(play)).orElseThrow(() -> Refusals.otherVersion(play));
        return new Stage(ready.model(), drillOf(play), ready.trial());
    }

    private static Id drillOf(Play play) {
        return PlanForecasts.drillOf(play.plan());
    }

    private PlayBook.Opened open(long plan, long play) {
        return book.find(plan, play).orElseThrow(() -> Refusals.unknown(plan, play));
    }

    private Standing standing(PlayBook.Opened opened) {
        Play play = opened.play();
        return findReplayed(opened)
                .or(() -> play.ending() == null ? Optional.empty() : Optional.of(kept(opened)))
                .orElseThrow(() -> Refusals.otherVersion(play));
    }

    /** Empty where nobody can say any more what this day holds. */
    private Optional<Standing> findReplayed(PlayBook.Opened opened) {
        return findReady(opened.play()).flatMap(ready -> ready.ask(trial -> findReplayed(opened, trial)));
    }

    /** Empty where another version of the engine has begun it: what that would say of the day, this one need not. */
    private Optional<PlayedModels.Ready> findReady(Play play) {
        return Simulation.VERSION.equals(play.engine()) ? models.find(play, drillOf(play)) : Optional.empty();
    }

    private Optional<Standing> findReplayed(PlayBook.Opened opened, PlayedTrial trial) {
        Play play = opened.play();
        Instant now = now();
        List<Decision> decided = decided(opened);
        long at = play.clock().millis(now, trial.horizonMillis());
        try {
            Moment moment = trial.at(play.seed(), play.trial(), decided, at);
            if (play.ending() != null) {
                moment = new Moment(trial.whole(play.seed(), play.trial(), decided), moment.elements(), List.of());
            }
            boolean running = play.clock().isRunning(now, trial.horizonMillis());
            return Optional.of(new Standing(play, now, at, running, true, moment, opened.decisions()));
        } catch (IllegalArgumentException e) { // a decision that was possible once
            LOG.warn("Play {} cannot be replayed: {}", play.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private Standing kept(PlayBook.Opened opened) {
        Play play = opened.play();
        return new Standing(
                play,
                now(),
                play.clock().atMillis(),
                false,
                false,
                new Moment(List.of(), List.of(), List.of()),
                opened.decisions());
    }

    private static List<Decision> decided(PlayBook.Opened opened) {
        return opened.decisions().stream().map(Play.Made::decision).toList();
    }

    /**
     * Begins a play, with a clock that stands at the event. Refused with {@code play-not-possible} where the plan is not approved, is not
     * for a desktop drill, has no scenario, or the scenario never disrupts what it is about; with {@code invalid} where it names what
     * the register does not have.
     *
     * @param day how lucky the day shall be, or null where the trial is given
     * @param number the trial, from 0, or null where the day is given
     */
    public Standing begin(long plan, @Nullable Day day, @Nullable Long number) {
        ApprovedPlan approved = requirePlayable(plan);
        PlanForecasts.Written written = forecasts.write(approved);
        PlayedTrial trial = prepare(written);
        long seed = random.nextLong() & Long.MAX_VALUE;
        Map<Day, Long> days = trial.days(seed, TRIALS);
        Long lucky = days.get(Day.LUCKY);
        Long unlucky = days.get(Day.UNLUCKY);
        if (lucky == null || unlucky == null) {
            throw Refusals.impossible("In none of " + TRIALS + " possible days does the scenario disrupt "
                    + trial.subject() + ", so there is nothing to play. Choose another scenario or scope in the plan.");
        }
        Long chosen = day == null ? number : days.get(day);
        if (chosen == null) {
            throw Refusals.bad("Say which day or which trial.");
        }
        Instant now = now();
        Play play = new Play(
                0,
                plan,
                approved.version(),
                approved.content().unit(),
                approved.content().injects(),
                ModelDigest.of(written.model()),
                Simulation.VERSION,
                seed,
                chosen,
                day,
                lucky,
                unlucky,
                1,
                PlayClock.atTheEvent(now),
                now,
                Acting.current().name(),
                null);
        Play added = book.add(play, written.model());
        return get(plan, added.id());
    }

    private ApprovedPlan requirePlayable(long plan) {
        PlannedDrill found = plans.find(plan).orElseThrow(() -> Refusals.unknownPlan(plan));
        PlanContent content = found.content();
        Acting.require(Permission.PLAN_DRILLS, content.unit());
        if (!content.types().contains(DESKTOP)) {
            throw Refusals.impossible(
                    "Drill plan " + plan
                            + " is not for a desktop drill. A possible day is played in a desktop drill; add the type desktop to the plan.");
        }
        if (content.scenario() == null) {
            throw Refusals.impossible(
                    "Drill plan " + plan + " names no scenario, so there is nothing to play. Name one in the plan.");
        }
        if (found.stage() != PlanStage.APPROVED && found.stage() != PlanStage.RUNNING) {
            throw Refusals.stage(plan, found.stage());
        }
        return plans.findApproved(plan).orElseThrow(() -> Refusals.stage(plan, found.stage()));
    }

    private static PlayedTrial prepare(PlanForecasts.Written written) {
        try {
            return PlayedTrial.of(written.model(), written.drill());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    io.micronaut.http.HttpStatus.CONFLICT,
                    "play-not-possible",
                    "This plan cannot be played: " + e.getMessage());
        }
    }

    /** What can be done with a clock. */
    public enum Turn {
        /** Let it go, until something happens that asks for people. */
        RUN,
        /** Let it stand. */
        PAUSE,
        /** Jump to the next thing that happens, whatever it is, and stand. */
        NEXT
    }

    /**
     * Moves the clock. Refused with {@code changed-meanwhile}, {@code play-ended}, {@code play-other-version}, and with {@code
     * play-nothing-more} where there is nothing to jump to.
     *
     * @param seen the version that was seen, or null for whichever
     * @param speed virtual seconds a second, of {@link Turn#RUN}
     */
    public Standing turn(long plan, long id, @Nullable Integer seen, Turn turn, int speed) {
        PlayBook.Opened opened = requireOpen(plan, id, seen);
        Standing standing = standing(opened);
        Play play = opened.play();
        PlayClock next = switch (turn) {
            case PAUSE -> new PlayClock(standing.atMillis(), standing.now(), 0, null);
            case RUN -> {
                OptionalLong stop = stop(standing, opened);
                yield new PlayClock(
                        standing.atMillis(), standing.now(), speed, stop.isPresent() ? stop.getAsLong() : null);
            }
            case NEXT ->
                new PlayClock(next(standing, opened).orElseThrow(Refusals::nothingMore), standing.now(), 0, null);
        };
        book.turn(play, play.turned(next));
        return get(plan, id);
    }

    private OptionalLong next(Standing standing, PlayBook.Opened opened) {
        return ready(opened)
                .ask(trial -> Notable.next(
                        whole(opened, trial), opened.play().injects(), standing.atMillis(), trial.horizonMillis()));
    }

    private OptionalLong stop(Standing standing, PlayBook.Opened opened) {
        return ready(opened)
                .ask(trial -> Notable.nextStop(
                        whole(opened, trial),
                        opened.play().injects(),
                        Set.copyOf(trial.elements()),
                        standing.atMillis(),
                        trial.horizonMillis()));
    }

    private PlayedModels.Ready ready(PlayBook.Opened opened) {
        return findReady(opened.play()).orElseThrow(() -> Refusals.otherVersion(opened.play()));
    }

    private static List<Happening> whole(PlayBook.Opened opened, PlayedTrial trial) {
        return trial.whole(opened.play().seed(), opened.play().trial(), decided(opened));
    }

    private PlayBook.Opened requireOpen(long plan, long id, @Nullable Integer seen) {
        PlayBook.Opened opened = open(plan, id);
        Play play = opened.play();
        Acting.require(Permission.PLAN_DRILLS, play.unit());
        if (play.ending() != null) {
            throw Refusals.ended(id);
        }
        if (seen != null && seen != play.version()) {
            throw ProblemException.changedMeanwhile(null, play.version());
        }
        return opened;
    }

    /**
     * Decides at the virtual now; the clock then stands. Refused with {@code changed-meanwhile}, {@code play-ended}, {@code
     * play-other-version}, and with {@code decision-not-possible} where the model does not allow it at this moment.
     *
     * @param seen the version that was seen, or null for whichever
     * @param element the element that it is about, or null
     * @param method the method that is chosen, or -1
     * @param note why, or an empty text
     */
    public Standing decide(
            long plan,
            long id,
            @Nullable Integer seen,
            Decision.Kind kind,
            @Nullable Id element,
            int method,
            String note) {
        PlayBook.Opened opened = requireOpen(plan, id, seen);
        Standing standing = standing(opened);
        Decision decision = new Decision(standing.atMillis(), kind, element, method);
        if (!standing.moment().possible().contains(decision)) {
            throw Refusals.notPossible();
        }
        Play play = opened.play();
        PlayClock stands = new PlayClock(standing.atMillis(), standing.now(), 0, null);
        book.decide(
                play,
                play.turned(stands),
                new Play.Made(
                        opened.decisions().size(),
                        decision,
                        note,
                        standing.now(),
                        Acting.current().name()));
        return get(plan, id);
    }

    /**
     * Ends a play: what came of it is kept, and the whole day is told. One that cannot be replayed any more is ended without an outcome,
     * where its clock was set last. Refused with {@code changed-meanwhile} and {@code play-ended}.
     */
    public Standing end(long plan, long id, @Nullable Integer seen) {
        PlayBook.Opened opened = requireOpen(plan, id, seen);
        Play play = opened.play();
        Optional<Standing> standing = findReplayed(opened);
        Comparison outcome = standing.isPresent()
                ? ready(opened).ask(trial -> Comparing.of(trial, play, decided(opened)))
                : new Comparison(List.of());
        Instant now = standing.map(Standing::now).orElseGet(this::now);
        long at = standing.map(Standing::atMillis).orElse(play.clock().atMillis());
        book.end(
                play,
                play.ended(
                        new PlayClock(at, now, 0, null),
                        new Play.Ending(now, Acting.current().name(), outcome)));
        return get(plan, id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
