package io.holdfast.simulator.reference;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.DrivingLinks;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.play.Decision;
import io.holdfast.simulator.sampling.KeyedDraws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the same trials of a model through the engine and through the reference, and names what differs. */
final class Comparison {

    private static final double CLOSE = 1e-9;

    private final ContinuityModel model;
    private final Scenario scenario;
    private final CompiledModel compiled;
    private final TrialProbe engine;
    private final PlayedTrials played;
    private final Luck luck;
    private final Coverage coverage;
    private final DrivingLinks names;
    private final List<String> differences = new ArrayList<>();

    Comparison(ContinuityModel model, Coverage coverage) {
        this.model = model;
        this.coverage = coverage;
        scenario = model.scenarios().getFirst();
        compiled = ModelCompiler.compile(model, scenario);
        engine = new TrialProbe(compiled);
        played = new PlayedTrials(compiled);
        names = new DrivingLinks(compiled);
        luck = new Luck(model, scenario);
    }

    /** Whether everything serves when nothing happens; a model in which it does not contradicts itself. */
    boolean isSound() {
        Day day = new Day(model, scenario, luck, coverage);
        return day.isSound();
    }

    /** The differences of one trial; empty when engine and reference agree. */
    List<String> differences(long seed, long trial) {
        differences.clear();
        coverage.startTrial();
        KeyedDraws draws = new KeyedDraws(seed);
        draws.startTrial(trial);
        luck.turnTo(draws);
        TrialOutcome outcome = engine.run(draws);
        Day day = new Day(model, scenario, luck, coverage);
        day.run();
        Data data = new Data(day);
        for (int e = 0; e < day.items.size(); e++) {
            compare(e, Verdict.of(day, day.items.get(e), data), day, outcome);
        }
        compareDeadlocks(new Deadlocks(day).find(), outcome);
        return List.copyOf(differences);
    }

    /** The same of a trial in which people decide, driving paths and deadlocks apart: those are of trials that run by themselves. */
    List<String> differences(long seed, long trial, List<Decision> decisions) {
        differences.clear();
        coverage.startTrial();
        KeyedDraws draws = new KeyedDraws(seed);
        draws.startTrial(trial);
        luck.turnTo(draws);
        TrialOutcome outcome = played.toTheEnd(draws, decisions).outcome();
        Day day = new Day(model, scenario, luck, coverage, decisions);
        day.run();
        Data data = new Data(day);
        for (int e = 0; e < day.items.size(); e++) {
            measures(e, Verdict.of(day, day.items.get(e), data), day, outcome);
        }
        return List.copyOf(differences);
    }

    PlayedTrials played() {
        return played;
    }

    private void compareDeadlocks(Set<Set<Item>> expected, TrialOutcome outcome) {
        Set<Set<String>> theirs = new HashSet<>();
        for (int[] group : outcome.deadlocks()) {
            theirs.add(Arrays.stream(group)
                    .mapToObj(e -> compiled.elements().id(e).value())
                    .collect(Collectors.toSet()));
        }
        Set<Set<String>> ours = expected.stream()
                .map(group -> group.stream().map(Item::toString).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        if (!ours.isEmpty()) {
            coverage.count("deadlock");
        }
        if (!ours.equals(theirs)) {
            differences.add("deadlocks: engine " + theirs + ", reference " + ours);
        }
    }

    private void compare(int e, Verdict verdict, Day day, TrialOutcome outcome) {
        Item item = verdict.item();
        boolean touched = outcome.isTouched(e);
        measures(e, verdict, day, outcome);
        if (item.element.type() != ElementType.ASSET) {
            Set<String> theirs = touched ? links(outcome.driving(e)) : Set.of();
            countPath(verdict.driving());
            if (!theirs.equals(verdict.driving())) {
                differences.add(item + " driving path: engine " + theirs + ", reference " + verdict.driving());
            }
        }
        if (day.load.isStraight()) {
            headroom(item, touched ? outcome.headroom(e) : engine.normalHeadroom(e), verdict.headroom());
        }
    }

    private void measures(int e, Verdict verdict, Day day, TrialOutcome outcome) {
        Item item = verdict.item();
        boolean touched = outcome.isTouched(e);
        check(item, "disrupted", touched && outcome.disrupted(e) ? 1 : 0, verdict.disrupted() ? 1 : 0);
        check(item, "recovery", touched ? outcome.recoveryTicks(e) : 0, verdict.recovery());
        check(item, "interrupted", touched ? outcome.interruptedTicks(e) : 0, verdict.interrupted());
        check(item, "full", touched ? outcome.fullTicks(e) : 0, verdict.full());
        check(item, "data loss", touched ? outcome.dataLossTicks(e) : 0, verdict.dataLoss());
        close(item, "loss", touched ? outcome.loss(e) : 0, verdict.loss());
        close(item, "penalty", touched ? outcome.penalty(e) : 0, verdict.penalty());
        if (verdict.penalty() > 0) {
            coverage.count("penalty");
        }
        check(item, "degraded", touched && outcome.degraded(e) ? 1 : 0, verdict.degraded() ? 1 : 0);
        for (int g = 0; g < compiled.elements().gridSize(e); g++) {
            long time = Math.min(compiled.elements().gridTicks(e, g), day.horizon);
            double share = touched ? outcome.gridShare(e, g) : engine.normalShare(e);
            close(item, "share at " + compiled.elements().gridHours(e, g) + " h", share, verdict.shareAt(time));
        }
    }

    private void countPath(Set<String> path) {
        if (!path.isEmpty()) {
            coverage.count("driving path");
        }
        if (path.contains("response")) {
            coverage.count("path from response");
        }
        if (path.size() > 2 && path.stream().anyMatch(link -> !link.contains(":") && !link.equals("response"))) {
            coverage.count("long path with a restart");
        }
    }

    private Set<String> links(int[] path) {
        return Arrays.stream(path).mapToObj(names::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void headroom(Item item, double engineSays, @Nullable Double referenceSays) {
        if (!Double.isNaN(engineSays) || referenceSays != null) {
            coverage.count("headroom compared");
            close(item, "headroom", engineSays, referenceSays == null ? Double.NaN : referenceSays);
        }
    }

    private void check(Item item, String what, long engineSays, long referenceSays) {
        if (engineSays != referenceSays) {
            differences.add(
                    item + " " + what + ": engine " + hours(engineSays) + ", reference " + hours(referenceSays));
        }
    }

    private static String hours(long ticks) {
        return ticks == Long.MAX_VALUE ? "never" : ticks < 2 ? "" + ticks : ticks / 3_600_000.0 + " h";
    }

    private void close(Item item, String what, double engineSays, double referenceSays) {
        double tolerance = CLOSE * Math.max(1, Math.abs(referenceSays));
        boolean neither = Double.isNaN(engineSays) && Double.isNaN(referenceSays);
        if (!neither && !(Math.abs(engineSays - referenceSays) <= tolerance)) {
            differences.add(item + " " + what + ": engine " + engineSays + ", reference " + referenceSays);
        }
    }
}
