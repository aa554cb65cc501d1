package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.play.Decision;
import io.holdfast.simulator.sampling.Ticks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One trial: the event, then one moment after the other until the horizon. */
final class Day {

    private static final int ROUNDS = 10_000;

    final ContinuityModel model;
    final Scenario scenario;
    final List<Item> items;
    final Needs needs;
    final Luck luck;
    final Response response;
    final Coverage coverage;
    final Load load;
    final Driving driving;
    final People people;
    final long horizon;
    private final Serving serving;
    private final List<Decision> decisions;
    private int decided;
    private long now;

    Day(ContinuityModel model, Scenario scenario, Luck luck, Coverage coverage) {
        this(model, scenario, luck, coverage, List.of());
    }

    Day(ContinuityModel model, Scenario scenario, Luck luck, Coverage coverage, List<Decision> decisions) {
        this.decisions = List.copyOf(decisions);
        this.model = model;
        this.scenario = scenario;
        this.coverage = coverage;
        this.luck = luck;
        items = model.elements().stream().map(Item::new).toList();
        needs = new Needs(items, luck);
        serving = new Serving(items, needs, coverage);
        response = new Response(model, scenario, luck);
        horizon = Ticks.ofHours(scenario.horizonHours());
        load = new Load(this);
        driving = new Driving(this);
        people = new People(this);
    }

    /** Whether everything serves before the event. */
    boolean isSound() {
        return serving.settle(0).size() == items.size() && needs.areHoldsIdle();
    }

    void run() {
        Set<Item> up = serving.settle(0);
        for (Item item : items) {
            item.serves = up.contains(item);
            item.isDegradedNormally = item.serves && needs.share(item, List.of()) < 1 - 1e-9;
        }
        rememberNeeds();
        load.normal();
        strike();
        moment();
        decide();
        for (long next = next(); next <= horizon; next = next()) {
            now = next;
            if (needs.isExpiring(now)) {
                coverage.count("hold ran out");
            }
            moment();
            decide();
        }
    }

    /** After everything else of a moment comes what people decide, one decision after the other. */
    private void decide() {
        while (decided < decisions.size() && decisions.get(decided).atMillis() == now) {
            Decision decision = decisions.get(decided++);
            for (Item item : items) {
                if (item.element.id().equals(decision.element())) {
                    decide(item, decision);
                }
            }
            if (decision.kind() == Decision.Kind.DECLARE) {
                response.declare(now);
            }
            moment();
        }
    }

    private void decide(Item item, Decision decision) {
        switch (decision.kind()) {
            case DECLARE -> throw new IllegalArgumentException("Is about no element");
            case CHOOSE -> {
                if (item.work != null) {
                    people.free(item.work.method(), null);
                    item.work = null;
                }
                item.isHeld = false;
                RecoveryMethod method = item.element.methods().get(decision.method());
                item.waiting = method;
                item.waitingCause = driving.work(item, method);
                item.waitingSince = now;
            }
            case HOLD -> {
                item.isHeld = true;
                item.waiting = null;
            }
            case RESUME -> item.isHeld = false;
            case FIRST -> item.ordered = decided;
        }
    }

    private void strike() {
        for (Hit hit : scenario.hits()) {
            for (Item item : items) {
                if (Selection.selects(model, hit, item.element) && luck.isHit(hit, item.element.id())) {
                    DownState before = item.hit;
                    DownState worse = before == null || hit.state().compareTo(before) > 0 ? hit.state() : before;
                    item.hit = worse;
                    item.state = worse;
                    item.onItself = false;
                    item.hazardEnds = luck.lasts(scenario);
                }
            }
        }
    }

    /** Round by round: ends and arrivals, who serves, choices; until a round changes nothing. */
    private void moment() {
        boolean changed = true;
        for (int round = 0; changed; round++) {
            if (round > ROUNDS) {
                throw new IllegalStateException("No end of changes at " + now);
            }
            Set<Item> recovered = round == 0 && now == 0 ? Set.of() : ends();
            items.forEach(item -> item.justRecovered = recovered.contains(item));
            Set<Item> up = serving.settle(now);
            Set<Item> started = new LinkedHashSet<>(items.stream()
                    .filter(item -> up.contains(item) && !item.serves)
                    .toList());
            changed = !recovered.isEmpty() || serving.isGroupDue(up, now);
            for (Item item : items) {
                changed |= turn(item, up.contains(item));
            }
            items.forEach(item -> item.justRecovered = false);
            needs.suppose(up, now);
            driving.write(up, started);
            changed |= rememberNeeds();
            items.forEach(this::write);
            load.observe();
            for (Item item : items) {
                changed |= choose(item);
            }
            changed |= startWaiting();
            changed |= now == 0 && round == 0;
        }
    }

    /** Ends of work and of the hazard. Gives those whose own recovery has just ended. */
    private Set<Item> ends() {
        Set<Item> recovered = new LinkedHashSet<>();
        if (items.stream()
                        .filter(item -> item.work != null && item.work.end() == now)
                        .count()
                > 1) {
            coverage.count("tie");
        }
        for (Item item : items) {
            Item.Work work = item.work;
            if (work != null && work.end() <= now) {
                item.work = null;
                item.tried.add(work.method());
                Driving.end(item, work, now);
                people.free(work.method(), item.free);
                if (luck.succeeds(work.method(), work.occurrence())) {
                    succeed(item, work);
                    if (isFull(work.method())) {
                        recovered.add(item);
                    }
                } else {
                    coverage.count("method failed");
                }
            }
            if (item.state == DownState.OUTAGE && !item.lostNeed && item.hazardEnds <= now) {
                coverage.count("hazard ended");
                item.lostNeed = true;
                item.restart = 0;
                item.metSince.clear();
            }
        }
        items.forEach(this::letGo);
        return recovered;
    }

    private static boolean isFull(RecoveryMethod method) {
        return method.capacity() >= 1 && method.lasts() == null;
    }

    /** What can be kept up no longer does not count. */
    private void letGo(Item item) {
        item.finished.removeIf(method -> item.keptUntil.getOrDefault(method, Long.MAX_VALUE) <= now);
    }

    private void succeed(Item item, Item.Work work) {
        coverage.count("done " + work.method().kind() + (item.lostNeed ? " in lost need" : ""));
        if (item.tried.size() > item.finished.size() + 1) {
            coverage.count("failed, then another");
        }
        item.finished.add(work.method());
        item.done.put(work.method(), Objects.requireNonNull(item.free));
        if (item.brought == null && work.method().data() != null) {
            item.brought = new Item.Brought(work.method(), work.occurrence());
        }
        if (work.method().lasts() != null) {
            coverage.count("kept up for a while");
            item.keptUntil.put(work.method(), now + luck.keptUp(work.method(), work.occurrence()));
        }
        if (isFull(work.method())) {
            if (item.finished.size() > 1) {
                coverage.count("interim, then full");
            }
            item.state = DownState.OUTAGE;
            item.lostNeed = true;
            item.restart = 0;
            item.metSince.clear();
        } else {
            coverage.count("interim");
        }
    }

    /** What follows from serving or not; true when something changed. */
    private boolean turn(Item item, boolean serves) {
        boolean changed = item.serves != serves;
        item.serves = serves;
        if (item.state == null && !serves) {
            item.state = DownState.OUTAGE;
            item.lostNeed = true;
            item.onItself = false;
            item.restart = luck.restart(item.element, item.stops++);
            item.downSince = now;
            item.metSince.clear();
            item.tried.clear();
            return true;
        }
        if (item.state != null && item.lostNeed) {
            if (endOutage(item)) {
                return true;
            }
            if (item.justRecovered) {
                coverage.count("recovered with a need unmet");
            }
        }
        return changed;
    }

    /** Ends an outage from a lost need where something has had its needs met for long enough. */
    private boolean endOutage(Item item) {
        List<Basis> due = item.restartable(now).stream()
                .filter(item.ready(now)::contains)
                .filter(basis -> needs.areMet(basis.needs()))
                .toList();
        if (due.isEmpty()) {
            return false;
        }
        item.restarted = driving.restarted(item, due);
        item.waiting = null;
        item.state = null;
        item.lostNeed = false;
        item.metSince.clear();
        item.groupSince = -1L;
        item.groupStart = Long.MAX_VALUE;
        item.onItself = due.getFirst().isItself() && !(item.justRecovered && due.size() > 1);
        if (item.work != null) {
            coverage.count("work called off");
            people.free(item.work.method(), null);
            item.work = null;
        }
        if (item.onItself) {
            if (!item.finished.isEmpty()) {
                coverage.count("stopgap forgotten");
            }
            item.finished.clear();
        }
        return true;
    }

    private boolean rememberNeeds() {
        for (Item item : items) {
            needs.remember(List.of(item), item.element.needs());
            for (RecoveryMethod method : item.element.methods()) {
                if (method.needs() != null) {
                    needs.remember(List.of(item), method.needs());
                }
                needs.remember(List.of(), method.alsoNeeds());
            }
        }
        return false;
    }

    private void write(Item item) {
        Needs.Best best = needs.best(item);
        double share = item.serves ? best.share() : 0;
        item.history.add(new Item.Moment(now, item.serves, share, item.rise));
    }

    /** The first method, as written, of those that compete; true when work begins. */
    private boolean choose(Item item) {
        DownState state = item.state;
        if (state == null || item.work != null || item.isHeld) {
            return false;
        }
        Basis basis = item.serves ? needs.runsOn(item) : null;
        double delivers = basis == null || basis.isEnding() ? -1 : basis.capacity();
        RecoveryMethod waiting = item.waiting;
        if (waiting != null
                && waiting.effectiveAnswers().contains(state)
                && waiting.capacity() > delivers
                && canStart(item.element, waiting)) {
            return false;
        }
        item.waiting = null;
        for (RecoveryMethod method : item.element.methods()) {
            if (method.effectiveAnswers().contains(state)
                    && !item.tried.contains(method)
                    && response.ready(method) <= now
                    && method.capacity() > delivers
                    && canStart(item.element, method)) {
                item.waiting = method;
                item.waitingCause = driving.work(item, method);
                item.waitingSince = now;
                return true;
            }
        }
        return false;
    }

    /** Those whose people are free begin, one after the other by priority. */
    private boolean startWaiting() {
        boolean any = false;
        for (Item item = people.first(); item != null; item = people.first()) {
            RecoveryMethod method = Objects.requireNonNull(item.waiting);
            Cause cause = item.waitingCause;
            if (item.waitingSince < now) {
                coverage.count("waited for people");
                cause = people.afterWaiting(method);
            }
            int occurrence = item.starts.merge(method, 1, Integer::sum) - 1;
            item.work = new Item.Work(
                    method, occurrence, now + luck.duration(method, occurrence), Objects.requireNonNull(cause));
            item.waiting = null;
            any = true;
        }
        return any;
    }

    long now() {
        return now;
    }

    boolean canStart(Element element, RecoveryMethod method) {
        return needs.areMet(startNeeds(element, method)) && needs.areMet(method.alsoNeeds());
    }

    /** What must be up to start, beside what it also needs. */
    static List<io.holdfast.simulator.model.Need> startNeeds(Element element, RecoveryMethod method) {
        List<io.holdfast.simulator.model.Need> listed = method.needs();
        if (listed != null) {
            return listed;
        }
        return switch (method.kind()) {
            case REPAIR, WORKAROUND -> List.of();
            case FAILOVER, RESTORE, REBUILD, REPLACE -> element.needs();
        };
    }

    /** The next moment at which anything can change. */
    private long next() {
        long next = Math.min(needs.nextExpiry(), people.next());
        if (decided < decisions.size()) {
            next = Math.min(next, decisions.get(decided).atMillis());
        }
        for (Item item : items) {
            if (item.work != null) {
                next = Math.min(next, item.work.end());
            }
            if (item.hazardEnds > now) {
                next = Math.min(next, item.hazardEnds);
            }
            for (long since : item.metSince.values()) {
                if (since + item.restart > now) {
                    next = Math.min(next, since + item.restart);
                }
            }
            for (long until : item.keptUntil.values()) {
                if (until > now) {
                    next = Math.min(next, until);
                }
            }
            if (item.groupStart > now) {
                next = Math.min(next, item.groupStart);
            }
            for (RecoveryMethod method : item.element.methods()) {
                if (response.ready(method) > now) {
                    next = Math.min(next, response.ready(method));
                }
            }
        }
        return next;
    }
}
