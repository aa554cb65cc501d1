package io.holdfast.service.drillplay.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplay.Comparison;
import io.holdfast.service.drillplay.DrillPlays;
import io.holdfast.service.drillplay.Play;
import io.holdfast.service.drillplay.internal.Notable;
import io.holdfast.service.drillplay.internal.PlayWords;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.play.Day;
import io.holdfast.simulator.play.Decision;
import io.holdfast.simulator.play.ElementNow;
import io.holdfast.simulator.play.Happening;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A play at the virtual now. Nothing in it depends on what comes later, until it has ended. Virtual moments are milliseconds since the event;
 * methods are places among those of their element, from 0, or -1 for none.
 *
 * @param now the moment of the answer, by the service's clock
 * @param id its number
 * @param plan the number of its plan
 * @param planVersion the version of the plan that is played
 * @param version goes up by one with everything that people do; also its ETag
 * @param createdAt when it was begun
 * @param createdBy by whom
 * @param clock its virtual clock
 * @param replayed whether it is told what happened; of a play that ended under another version only what was kept at its end is known
 * @param happened what has happened, in the order of time; all that would still come once it has ended
 * @param elements how everything stands that the event has touched
 * @param possible what can be decided now
 * @param injects the plan's injects that are due
 * @param decisions what was decided
 * @param ended how it ended, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PlayView(
        Instant now,
        long id,
        long plan,
        int planVersion,
        int version,
        Instant createdAt,
        String createdBy,
        ClockView clock,
        boolean replayed,
        List<HappeningView> happened,
        List<ElementNowView> elements,
        List<PossibleView> possible,
        List<InjectView> injects,
        List<DecisionView> decisions,
        @Nullable EndView ended) {

    /**
     * A virtual clock.
     *
     * @param atMillis the virtual now
     * @param speed virtual seconds a second, 0 while it stands
     * @param running whether it goes on by itself
     */
    record ClockView(long atMillis, int speed, boolean running) {}

    /**
     * Something that happened.
     *
     * @param kind what: hit, detected, declared, team-ready, rto-missed, mtpd-missed, hazard-over, failed, succeeded, called-off, data,
     *     rpo-missed, lapsed, down, back, share, restarts, waits, begun or decided
     * @param element the element, or null
     * @param team the team that is at work, or null
     * @param state the state in which the event left the element, or null
     * @param share the share that is delivered from now on, or null
     * @param lostHours of {@code data} the hours that are lost; null there for everything
     * @param decision of {@code decided} the number of the decision, else -1
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HappeningView(
            long atMillis,
            String kind,
            @Nullable String element,
            @Nullable String team,
            int method,
            @Nullable String state,
            @Nullable Double share,
            @Nullable Double lostHours,
            int decision) {

        static HappeningView of(Happening each) {
            return new HappeningView(
                    each.atMillis(),
                    PlayWords.word(each.kind()),
                    value(each.element()),
                    value(each.team()),
                    each.method(),
                    word(each.state()),
                    each.share(),
                    each.lostHours(),
                    each.decision());
        }
    }

    /**
     * An element at the virtual now.
     *
     * @param state the state in which it is down, or null
     * @param good whether it delivers what it must
     * @param share the share that it delivers
     * @param badSinceMillis since when it has not delivered what it must, or null
     * @param working the method that is being worked on, and since when
     * @param waiting the method that waits for people, and since when
     * @param runsOn the finished method that it runs on
     * @param restarting whether it starts again
     * @param held whether it was decided that it waits
     * @param first whether it was decided that it comes first
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ElementNowView(
            String element,
            @Nullable String state,
            boolean good,
            double share,
            @Nullable Long badSinceMillis,
            int working,
            @Nullable Long workingSinceMillis,
            int waiting,
            @Nullable Long waitingSinceMillis,
            int runsOn,
            boolean restarting,
            boolean held,
            boolean first) {

        static ElementNowView of(ElementNow each) {
            return new ElementNowView(
                    each.id().value(),
                    word(each.state()),
                    each.isGood(),
                    each.share(),
                    each.badSinceMillis() < 0 ? null : each.badSinceMillis(),
                    each.working(),
                    each.working() < 0 ? null : each.workingSinceMillis(),
                    each.waiting(),
                    each.waiting() < 0 ? null : each.waitingSinceMillis(),
                    each.runsOn(),
                    each.isRestarting(),
                    each.isHeld(),
                    each.isFirst());
        }
    }

    /** What can be decided: declare, choose, hold, resume or first, about an element, with a method to choose. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PossibleView(String kind, @Nullable String element, int method) {

        static PossibleView of(Decision each) {
            return new PossibleView(PlayWords.word(each.kind()), value(each.element()), each.method());
        }
    }

    /** An inject of the plan that is due. */
    record InjectView(String id, long atMillis, String title, String text, String to, String expected) {

        static InjectView of(PlanContent.Inject each) {
            return new InjectView(
                    each.id(), Notable.millis(each), each.title(), each.text(), each.to(), each.expected());
        }
    }

    /** What was decided at which virtual moment, why, when and by whom. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DecisionView(
            int number,
            long atMillis,
            String kind,
            @Nullable String element,
            int method,
            String note,
            Instant at,
            String by) {

        static DecisionView of(Play.Made made) {
            return new DecisionView(
                    made.number(),
                    made.decision().atMillis(),
                    PlayWords.word(made.decision().kind()),
                    value(made.decision().element()),
                    made.decision().method(),
                    made.note(),
                    made.at(),
                    made.by());
        }
    }

    /**
     * How it ended, and what was kept secret until then.
     *
     * @param day how lucky the day was, or null where the trial was given by number
     * @param trial its trial
     * @param seed its luck, as text: it may be larger than what a browser counts
     * @param engine the version of the engine
     * @param modelDigest the digest of the model
     * @param outcome what came of it; without a row where it was ended because another version had begun it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EndView(
            Instant at,
            String by,
            @Nullable String day,
            long trial,
            String seed,
            String engine,
            String modelDigest,
            Comparison outcome) {}

    static PlayView of(DrillPlays.Standing standing) {
        Play play = standing.play();
        return new PlayView(
                standing.now(),
                play.id(),
                play.plan(),
                play.planVersion(),
                play.version(),
                play.createdAt(),
                play.createdBy(),
                new ClockView(standing.atMillis(), play.clock().speed(), standing.running()),
                standing.replayed(),
                standing.moment().happened().stream().map(HappeningView::of).toList(),
                standing.moment().elements().stream().map(ElementNowView::of).toList(),
                standing.moment().possible().stream().map(PossibleView::of).toList(),
                play.injects().stream()
                        .filter(each -> Notable.millis(each) <= standing.atMillis())
                        .map(InjectView::of)
                        .toList(),
                standing.decisions().stream().map(DecisionView::of).toList(),
                ended(play));
    }

    private static @Nullable EndView ended(Play play) {
        Play.Ending ending = play.ending();
        Day day = play.day();
        return ending == null
                ? null
                : new EndView(
                        ending.at(),
                        ending.by(),
                        day == null ? null : PlayWords.word(day),
                        play.trial(),
                        Long.toString(play.seed()),
                        play.engine(),
                        play.modelDigest(),
                        ending.outcome());
    }

    private static @Nullable String value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String word(@Nullable DownState state) {
        return state == null ? null : PlayStageView.word(state);
    }
}
