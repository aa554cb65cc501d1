package io.holdfast.service.drillplay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.drillplay.internal.PlayWords;
import io.holdfast.service.drillplay.internal.Refusals;
import io.holdfast.service.drillplay.store.PlayStore;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.play.Day;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays as they are stored, with their audit: what {@link DrillPlays} works out between transactions, this writes in one, on the version
 * that was seen. For any number of threads.
 */
@Singleton
public class PlayBook {

    private static final String TYPE = "drill-play";

    private final PlayStore store;
    private final Simulations simulations;
    private final Audit audit;

    PlayBook(PlayStore store, Simulations simulations, Audit audit) {
        this.store = store;
        this.simulations = simulations;
        this.audit = audit;
    }

    /** A play and its decisions, of one moment. */
    record Opened(Play play, List<Play.Made> decisions) {}

    /** The plays of a plan, the newest first. */
    @ReadOnly
    List<Play> list(long plan) {
        return store.list(plan);
    }

    /** The plays of plans that have ended, in the order in which they did, in two queries. */
    @ReadOnly
    List<EndedPlay> listEnded(Collection<Long> plans) {
        List<Play> plays = store.listEnded(plans);
        Map<Long, Integer> decisions =
                store.countDecisions(plays.stream().map(Play::id).toList());
        return plays.stream()
                .map(play -> new EndedPlay(play, decisions.getOrDefault(play.id(), 0)))
                .toList();
    }

    /** One of a plan with its decisions. */
    @ReadOnly
    Optional<Opened> find(long plan, long id) {
        return store.find(plan, id).map(play -> new Opened(play, store.decisions(id)));
    }

    /** Stores a new one with its model. */
    @Transactional
    Play add(Play play, ContinuityModel model) {
        simulations.keepModel(model);
        Play added = store.add(play);
        ObjectNode told =
                JsonNodeFactory.instance.objectNode(); // nothing of its luck, by which the day could be looked up
        told.put("plan", play.plan()).put("planVersion", play.planVersion()).put("model", play.modelDigest());
        audit.record("drill-play.create", TYPE, Long.toString(added.id()), null, told);
        return added;
    }

    /** Stores the next version of a play; refused with {@code changed-meanwhile} where somebody else was quicker. */
    @Transactional
    void turn(Play before, Play after) {
        require(before);
        store.update(after);
        audit.record("drill-play.clock", TYPE, Long.toString(after.id()), told(before.clock()), told(after.clock()));
    }

    private static ObjectNode told(PlayClock clock) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("atMillis", clock.atMillis())
                .put("speed", clock.speed());
    }

    /** Adds a decision likewise. */
    @Transactional
    void decide(Play before, Play after, Play.Made made) {
        require(before);
        store.update(after);
        store.add(after.id(), made);
        @Nullable Id element = made.decision().element();
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("number", made.number())
                .put("atMillis", made.decision().atMillis())
                .put("kind", PlayWords.word(made.decision().kind()))
                .put("element", element == null ? null : element.value())
                .put("method", made.decision().method())
                .put("note", made.note());
        audit.record("drill-play.decide", TYPE, Long.toString(after.id()), null, told);
    }

    /** Ends a play likewise; its luck may be told from now on. */
    @Transactional
    void end(Play before, Play after) {
        require(before);
        store.update(after);
        Day day = after.day();
        ObjectNode told = told(after.clock())
                .put("seed", after.seed())
                .put("trial", after.trial())
                .put("day", day == null ? null : PlayWords.word(day));
        audit.record("drill-play.end", TYPE, Long.toString(after.id()), told(before.clock()), told);
    }

    private void require(Play before) {
        Play stored = store.lock(before.id()).orElseThrow(() -> Refusals.unknown(before.plan(), before.id()));
        if (stored.version() != before.version()) {
            throw ProblemException.changedMeanwhile(null, stored.version());
        }
    }
}
