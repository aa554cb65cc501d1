package io.holdfast.simulator.rare;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.engine.Way;
import io.holdfast.simulator.exact.BooleanQuestion;
import io.holdfast.simulator.exact.Chance;
import io.holdfast.simulator.exact.CutSet;
import io.holdfast.simulator.exact.CutSets;
import io.holdfast.simulator.exact.DiagramOutcome;
import io.holdfast.simulator.exact.EventDiagram;
import io.holdfast.simulator.exact.EventTrials;
import io.holdfast.simulator.exact.ExactAnswer;
import io.holdfast.simulator.exact.ExactRisk;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds how likely bad events of single elements are, however rare: exactly where the hits alone decide, by importance
 * sampling where times matter too, by plain trials where the event turns out not to be rare. May be called from several
 * threads.
 */
public final class RareRun {

    /** Joint failures that are listed of an element. */
    static final int JOINT_FAILURES = 10;

    /** Pilot trials of an element for which not everything is exact. */
    public static final long PILOT_TRIALS = Pilot.STEPS * Pilot.TRIALS_A_STEP;

    /** An event likelier than this is not worth a way of its own. */
    private static final double WORTH_GIVING = 0.5;

    /** Elements times trials of the moment of the event where its diagram is too large: about a second. */
    private static final long MOMENT_WORK = 10_000_000_000L;

    private static final long LEAST_WORDS = 1 << 12;

    private final CompiledModel model;
    private final RareRequest request;
    private final ExactRisk risk;
    private final Blocks blocks;
    private final int nodeLimit;

    private RareRun(CompiledModel model, RareRequest request, RunMonitor monitor, int nodeLimit) {
        this.model = model;
        this.request = request;
        this.nodeLimit = nodeLimit;
        risk = new ExactRisk(model, Math.max(1_000, nodeLimit));
        blocks = new Blocks(request.threads(), monitor);
    }

    /**
     * Answers a request, to the end or until the monitor cancels it. The monitor hears all trials, the pilots' included.
     *
     * @throws IllegalArgumentException when the model has no such scenario or element, or names something that it does not
     *     define
     */
    public static RareOutcome run(ContinuityModel model, RareRequest request, RunMonitor monitor) {
        return run(model, request, monitor, ExactRisk.DEFAULT_NODES);
    }

    /** The same with another limit of nodes; 0 asks for no diagram at all. */
    static RareOutcome run(ContinuityModel model, RareRequest request, RunMonitor monitor, int nodeLimit) {
        Scenario scenario = model.findScenario(request.scenario())
                .orElseThrow(
                        () -> new IllegalArgumentException("The model has no scenario '" + request.scenario() + "'."));
        return new RareRun(ModelCompiler.compile(model, scenario), request, monitor, nodeLimit).run();
    }

    private RareOutcome run() {
        List<RareElement> elements = new ArrayList<>();
        for (Id id : request.elements()) {
            Optional<RareElement> element = element(numberOf(id));
            if (element.isEmpty()) {
                return new RareOutcome.Cancelled(blocks.done());
            }
            elements.add(element.get());
        }
        return new RareOutcome.Finished(
                new RareResult(model.scenario().id(), request.trials(), request.seed(), Simulation.VERSION, elements));
    }

    private int numberOf(Id id) {
        for (int e = 0; e < model.elements().size(); e++) {
            if (model.elements().id(e).equals(id)) {
                return e;
            }
        }
        throw new IllegalArgumentException("The model has no element '" + id + "'.");
    }

    private Optional<RareElement> element(int e) {
        ElementEvents events = new ElementEvents(model, e);
        DiagramOutcome.Built diagrams =
                nodeLimit > 0 && risk.diagram(e, BooleanQuestion.DISRUPTED) instanceof DiagramOutcome.Built built
                        ? built
                        : null;
        Double disrupted = exactly(diagrams);
        List<RareQuestion> open = new ArrayList<>(events.questions());
        if (disrupted != null) {
            open.removeIf(question -> question == RareQuestion.DISRUPTED || disrupted == 0);
        }
        Optional<List<RareEstimate>> simulated = simulate(events, open, diagrams);
        if (simulated.isEmpty()) {
            return Optional.empty();
        }
        List<RareEstimate> estimates = new ArrayList<>();
        for (RareQuestion question : events.questions()) {
            estimates.add(simulated.get().stream()
                    .filter(estimate -> estimate.question() == question)
                    .findFirst()
                    .orElseGet(() -> WeighedChance.exact(question, disrupted == null ? 0 : disrupted)));
        }
        return Optional.of(new RareElement(
                model.elements().id(e),
                model.elements().get(e).type(),
                nodeLimit > 0 ? downAtEvent(e) : new ExactAnswer.TooLarge("No diagram was asked for."),
                estimates,
                diagrams == null ? List.of() : jointFailures(diagrams.atOnce())));
    }

    /** Exactly, or by trials of that moment alone where the diagram is too large. */
    private ExactAnswer downAtEvent(int e) {
        ExactAnswer answer = risk.answer(e, BooleanQuestion.DOWN_AT_EVENT);
        if (!(answer instanceof ExactAnswer.TooLarge tooLarge)) {
            return answer;
        }
        return EventTrials.find(model, e, Way.fastestPasses())
                .map(trials -> sampled(trials, tooLarge.reason()))
                .orElse(answer);
    }

    private ExactAnswer sampled(EventTrials moment, String reason) {
        long words = Math.max(LEAST_WORDS, MOMENT_WORK / EventTrials.A_WORD / moment.elements());
        long trials = words * EventTrials.A_WORD;
        long seen = moment.down(request.seed(), 0, words);
        return new ExactAnswer.Sampled(WeighedChance.interval(seen, trials), trials, seen, reason);
    }

    /** The probability to be disrupted where the hits alone decide it. */
    private static @Nullable Double exactly(DiagramOutcome.@Nullable Built diagrams) {
        if (diagrams == null) {
            return null;
        }
        double low = diagrams.atOnce().probability();
        double high = diagrams.atMost().probability();
        return high - low <= 1e-12 * high ? low : null;
    }

    private Optional<List<RareEstimate>> simulate(
            ElementEvents events, List<RareQuestion> open, DiagramOutcome.@Nullable Built diagrams) {
        if (open.isEmpty()) {
            return Optional.of(List.of());
        }
        EventDiagram enclosing = diagrams == null ? null : diagrams.atMost();
        EventDiagram given = enclosing != null && enclosing.probability() < WORTH_GIVING ? enclosing : null;
        RelevantHits hits = new RelevantHits(model, risk.chances(), events.element());
        Pilot pilot = new Pilot(model, events, open, hits, given);
        if (!pilot.run(blocks, request.seed())) {
            return Optional.empty();
        }
        List<RareQuestion> plain = new ArrayList<>();
        List<RareQuestion> rare = new ArrayList<>();
        for (int q = 0; q < open.size(); q++) {
            (pilot.isNotRare(q) ? plain : rare).add(open.get(q));
        }
        double most = enclosing == null ? 1 : enclosing.probability();
        return both(plain(events, plain, hits), importance(events, rare, pilot.proposal(), most));
    }

    private static Optional<List<RareEstimate>> both(
            Optional<List<RareEstimate>> some, Optional<List<RareEstimate>> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        List<RareEstimate> all = new ArrayList<>(some.get());
        all.addAll(others.get());
        return Optional.of(all);
    }

    private Optional<List<RareEstimate>> plain(ElementEvents events, List<RareQuestion> questions, RelevantHits hits) {
        if (questions.isEmpty()) {
            return Optional.of(List.of());
        }
        Proposal asItIs = Proposal.of(hits, java.util.Collections.nCopies(Proposal.TURNS, new Proposal.Way.Plain()));
        return sums(events, questions, asItIs).map(sums -> {
            List<RareEstimate> estimates = new ArrayList<>();
            for (int q = 0; q < questions.size(); q++) {
                estimates.add(WeighedChance.plain(questions.get(q), sums.seen(q), request.trials()));
            }
            return estimates;
        });
    }

    private Optional<List<RareEstimate>> importance(
            ElementEvents events, List<RareQuestion> questions, Proposal proposal, double most) {
        if (questions.isEmpty()) {
            return Optional.of(List.of());
        }
        return sums(events, questions, proposal).map(sums -> {
            List<RareEstimate> estimates = new ArrayList<>();
            for (int q = 0; q < questions.size(); q++) {
                estimates.add(WeighedChance.importance(
                        questions.get(q), sums, q, request.trials(), proposal.leastRatio(), most));
            }
            return estimates;
        });
    }

    private Optional<WeighedSums> sums(ElementEvents events, List<RareQuestion> questions, Proposal proposal) {
        return blocks.run(
                request.trials(), () -> new WeighedTrials(model, events, questions, proposal, request.seed(), false));
    }

    private List<JointFailure> jointFailures(EventDiagram event) {
        CutSets cuts = CutSets.find(event, event.chancesInOrder(), nodeLimit);
        return cuts == null
                ? List.of()
                : cuts.likeliest(3 * JOINT_FAILURES).stream()
                        .filter(this::isOfHits)
                        .limit(JOINT_FAILURES)
                        .map(this::jointFailure)
                        .toList();
    }

    /** Whether no held need of no length is part of it. */
    private boolean isOfHits(CutSet cut) {
        return cut.chances().stream().allMatch(number -> risk.chances().get(number) instanceof Chance.Hit);
    }

    private JointFailure jointFailure(CutSet cut) {
        List<JointFailure.Part> parts = new ArrayList<>();
        for (int number : cut.chances()) {
            if (risk.chances().get(number) instanceof Chance.Hit hit) {
                List<Id> ids =
                        hit.elements().stream().map(e -> model.elements().id(e)).toList();
                parts.add(new JointFailure.Part(hit.entry(), ids, hit.probability()));
            }
        }
        return new JointFailure(parts, cut.probability());
    }
}
