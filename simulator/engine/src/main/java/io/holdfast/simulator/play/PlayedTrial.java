package io.holdfast.simulator.play;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.drill.DrillScope;
import io.holdfast.simulator.engine.Move;
import io.holdfast.simulator.engine.Occurrence;
import io.holdfast.simulator.engine.Standing;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialPlay;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The scenario of a drill as days that can be played. In view is what the drill is about and what that needs, to run or to
 * recover; everything else happens too, and competes for the same people, but is not told.
 *
 * <p>One thread at a time. Cost: compiling once; then one trial in the event loop a call, and {@code trials} of them for {@link
 * #days}.
 */
public final class PlayedTrial {

    private final DrillScope scope;
    private final CompiledModel compiled;
    private final TrialPlay play;
    private final int[] targets;
    private final int subject;
    private final boolean[] inView;
    private final boolean[] teamInView;

    private PlayedTrial(DrillScope scope, Scenario scenario) {
        this.scope = scope;
        compiled = ModelCompiler.compile(scope.model(), scenario);
        play = new TrialPlay(compiled);
        int n = compiled.elements().size();
        inView = new boolean[n];
        teamInView = new boolean[compiled.response().teams()];
        for (int e = 0; e < n; e++) {
            inView[e] = scope.needs(compiled.elements().id(e));
            for (int m = compiled.methods().from(e);
                    inView[e] && m < compiled.methods().to(e);
                    m++) {
                for (int team : compiled.methods().get(m).teams()) {
                    teamInView[team] = true;
                }
            }
        }
        subject = numberOf(scope.subject());
        targets = IntStream.range(0, n)
                .filter(e -> scope.elements().contains(compiled.elements().id(e)))
                .toArray();
    }

    /**
     * Prepares a drill.
     *
     * @throws IllegalArgumentException when the model has no such drill, or the drill is about nothing or has no scenario
     */
    public static PlayedTrial of(ContinuityModel model, Id drill) {
        Drill found = model.drills().stream()
                .filter(each -> each.id().equals(drill))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The model has no drill '" + drill + "'."));
        DrillScope scope = new DrillScope(model, found, found.announced());
        if (scope.elements().isEmpty()) {
            throw new IllegalArgumentException("Drill '" + drill + "' is about no element; name one in its scope.");
        }
        Scenario scenario = scope.findScenario()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Drill '" + drill + "' has no scenario to play; name one of the model."));
        return new PlayedTrial(scope, scenario);
    }

    private int numberOf(Id id) {
        return IntStream.range(0, compiled.elements().size())
                .filter(e -> compiled.elements().id(e).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The model has no element '" + id + "'."));
    }

    /** The element whose recovery says how lucky a day is: the one in scope with the strictest recovery time objective. */
    public Id subject() {
        return scope.subject();
    }

    /** The elements that the drill is about, in the order of the model. */
    public List<Id> elements() {
        return scope.elements();
    }

    /** The elements in view: those and what they need, to run or to recover, in the order of the model. */
    public List<Id> inView() {
        return IntStream.range(0, inView.length)
                .filter(e -> inView[e])
                .mapToObj(compiled.elements()::id)
                .toList();
    }

    /** The teams of people that what is in view may ask for, in the order of the model. */
    public List<Id> teamsInView() {
        return IntStream.range(0, teamInView.length)
                .filter(team -> teamInView[team])
                .mapToObj(team -> scope.model().teams().get(team).id())
                .toList();
    }

    /** The targets that an element is held against, its own or inherited. */
    public Objectives objectives(Id element) {
        return scope.objectives(element);
    }

    /** How long the scenario is followed, in milliseconds from the event. */
    public long horizonMillis() {
        return compiled.horizonTicks();
    }

    /**
     * Which trial is which day: of the trials from 0 in which the subject is disrupted at all, ordered by its recovery, the
     * {@code share}-quantile (order statistic ⌈pn⌉).
     *
     * @param trials how many are looked at, at least 1
     * @return empty when the scenario disrupts the subject in none of them
     */
    public Map<Day, Long> days(long seed, int trials) {
        if (trials < 1) {
            throw new IllegalArgumentException("trials is " + trials + ", but at least 1 is needed.");
        }
        TrialProbe probe = new TrialProbe(compiled);
        KeyedDraws draws = new KeyedDraws(seed);
        record Seen(long recovery, long trial) {}
        List<Seen> seen = new ArrayList<>();
        for (long trial = 0; trial < trials; trial++) {
            draws.startTrial(trial);
            TrialOutcome outcome = probe.run(draws);
            if (outcome.isTouched(subject) && outcome.disrupted(subject)) {
                seen.add(new Seen(outcome.recoveryTicks(subject), trial));
            }
        }
        seen.sort(Comparator.comparingLong(Seen::recovery).thenComparingLong(Seen::trial));
        Map<Day, Long> days = new EnumMap<>(Day.class);
        for (Day day : Day.values()) {
            if (!seen.isEmpty()) {
                days.put(
                        day,
                        seen.get((int) Math.ceil(day.share() * seen.size()) - 1).trial());
            }
        }
        return days;
    }

    /**
     * A trial at a moment.
     *
     * @param decisions what was decided so far, in the order of time, none later than now
     * @throws IllegalArgumentException where a decision is not possible at its moment
     */
    public Moment at(long seed, long trial, List<Decision> decisions, long nowMillis) {
        TrialPlay.UntilNow now = play.until(draws(seed, trial), moves(decisions), nowMillis);
        return new Moment(
                happenings(now.occurrences()),
                now.standings().stream()
                        .filter(each -> inView[each.element()])
                        .map(this::now)
                        .toList(),
                now.possible().stream()
                        .filter(move -> move.element() < 0 || inView[move.element()])
                        .map(this::decision)
                        .toList());
    }

    /** All that happens in view until the horizon, should nothing more be decided. */
    public List<Happening> whole(long seed, long trial, List<Decision> decisions) {
        return happenings(play.toTheEnd(draws(seed, trial), moves(decisions)).occurrences());
    }

    /** What comes of the elements that the drill is about, should nothing more be decided. */
    public List<Recovered> outcome(long seed, long trial, List<Decision> decisions) {
        TrialOutcome outcome =
                play.toTheEnd(draws(seed, trial), moves(decisions)).outcome();
        return IntStream.of(targets)
                .mapToObj(e -> outcome.isTouched(e)
                        ? new Recovered(
                                compiled.elements().id(e),
                                outcome.disrupted(e),
                                hours(outcome.recoveryTicks(e)),
                                hours(outcome.dataLossTicks(e)))
                        : new Recovered(compiled.elements().id(e), false, 0.0, 0.0))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable Double hours(long ticks) {
        return ticks == Ticks.NEVER ? null : Double.valueOf(Ticks.toHours((double) ticks));
    }

    private static KeyedDraws draws(long seed, long trial) {
        KeyedDraws draws = new KeyedDraws(seed);
        draws.startTrial(trial);
        return draws;
    }

    private List<Move> moves(List<Decision> decisions) {
        return decisions.stream().map(this::move).toList();
    }

    private Move move(Decision decision) {
        Id id = decision.element();
        int element = id == null ? -1 : numberOf(id);
        Move.Kind kind = switch (decision.kind()) {
            case DECLARE -> Move.Kind.DECLARE;
            case CHOOSE -> Move.Kind.CHOOSE;
            case HOLD -> Move.Kind.HOLD;
            case RESUME -> Move.Kind.RESUME;
            case FIRST -> Move.Kind.FIRST;
        };
        return new Move(decision.atMillis(), kind, element, decision.method() < 0 ? -1 : methodOf(element, decision));
    }

    private int methodOf(int element, Decision decision) {
        return IntStream.range(
                        compiled.methods().from(element), compiled.methods().to(element))
                .filter(m -> compiled.methods().get(m).position() == decision.method())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Element '" + decision.element()
                        + "' has no method of number " + decision.method() + " that answers anything."));
    }

    private Decision decision(Move move) {
        Decision.Kind kind = switch (move.kind()) {
            case DECLARE -> Decision.Kind.DECLARE;
            case CHOOSE -> Decision.Kind.CHOOSE;
            case HOLD -> Decision.Kind.HOLD;
            case RESUME -> Decision.Kind.RESUME;
            case FIRST -> Decision.Kind.FIRST;
        };
        return new Decision(
                move.ticks(),
                kind,
                move.element() < 0 ? null : compiled.elements().id(move.element()),
                place(move.method()));
    }

    private int place(int method) {
        return method < 0 ? -1 : compiled.methods().get(method).position();
    }

    private ElementNow now(Standing s) {
        return new ElementNow(
                compiled.elements().id(s.element()),
                s.state(),
                s.isGood(),
                s.share(),
                s.badSinceTicks(),
                place(s.working()),
                s.workingSinceTicks(),
                place(s.waiting()),
                s.waitingSinceTicks(),
                place(s.runsOn()),
                s.isRestarting(),
                s.isHeld(),
                s.isFirst());
    }

    private List<Happening> happenings(List<Occurrence> occurrences) {
        return occurrences.stream().filter(this::isInView).map(this::happening).toList();
    }

    private boolean isInView(Occurrence each) {
        return switch (each.kind()) {
            case DETECTED, DECLARED, HAZARD_OVER, MOVED -> true;
            case TEAM_READY -> teamInView[each.number()];
            case HIT,
                    RTO_MISSED,
                    MTPD_MISSED,
                    FAILED,
                    SUCCEEDED,
                    CALLED_OFF,
                    DATA,
                    RPO_MISSED,
                    LAPSED,
                    DOWN,
                    BACK,
                    SHARE,
                    RESTARTS,
                    WAITS,
                    BEGUN -> inView[each.number()];
        };
    }

    private Happening happening(Occurrence each) {
        boolean aboutElement = switch (each.kind()) {
            case DETECTED, DECLARED, HAZARD_OVER, MOVED, TEAM_READY -> false;
            default -> true;
        };
        boolean aboutShare = switch (each.kind()) {
            case DOWN, BACK, SHARE -> true;
            default -> false;
        };
        MethodEntry method = each.method() < 0 ? null : compiled.methods().get(each.method());
        return new Happening(
                each.ticks(),
                each.kind(),
                aboutElement ? compiled.elements().id(each.number()) : null,
                each.kind() == Occurrence.Kind.TEAM_READY
                        ? scope.model().teams().get(each.number()).id()
                        : null,
                method == null ? -1 : method.position(),
                each.state(),
                aboutShare ? each.value() : null,
                each.kind() == Occurrence.Kind.DATA && Double.isFinite(each.value()) ? each.value() : null,
                each.kind() == Occurrence.Kind.MOVED ? each.number() : -1);
    }
}
