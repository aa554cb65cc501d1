package io.holdfast.service.drillrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.drillplan.ApprovedPlan;
import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillrun.internal.EventShape;
import io.holdfast.service.drillrun.internal.Refusals;
import io.holdfast.service.drillrun.internal.RunFold;
import io.holdfast.service.drillrun.internal.Scripts;
import io.holdfast.service.drillrun.store.RunEventStore;
import io.holdfast.service.evidence.Evidence;
import io.holdfast.service.evidence.EvidenceItem;
import io.holdfast.service.evidence.NewEvidence;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to drills that are run (row D2): takes what people marked, says where a drill stands. What was taken is never changed; the
 * same event again changes nothing, so whoever does not know whether it arrived sends it again. For any number of threads.
 */
@Singleton
public class DrillRuns {

    /** Events that one request brings at most. */
    public static final int MOST_EVENTS = 500;

    private final RunEventStore store;
    private final DrillPlans plans;
    private final PlanFollower follower;
    private final Evidence evidence;
    private final Audit audit;
    private final Clock clock;

    DrillRuns(
            RunEventStore store, DrillPlans plans, PlanFollower follower, Evidence evidence, Audit audit, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.follower = follower;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where a drill stands; empty where its plan was never approved. */
    @ReadOnly
    public Optional<RunState> find(long plan) {
        return plans.findApproved(plan).map(approved -> state(approved, store.list(plan, 0)));
    }

    /** Where several drills stand, by the number of their plan, in one query. */
    @ReadOnly
    public Map<Long, RunState> findAll(Collection<ApprovedPlan> approved) {
        Map<Long, List<RunEvent>> events =
                store.listOf(approved.stream().map(ApprovedPlan::plan).toList());
        Map<Long, RunState> states = new HashMap<>();
        approved.forEach(each -> states.put(each.plan(), state(each, events.getOrDefault(each.plan(), List.of()))));
        return Map.copyOf(states);
    }

    private static RunState state(ApprovedPlan approved, List<RunEvent> events) {
        return RunFold.of(Scripts.of(approved.content()), events);
    }

    /** The events of a drill with a higher number, by their number; also of one that was called off. */
    @ReadOnly
    public List<RunEvent> listEvents(long plan, int since) {
        if (!isCalledOff(plan)) {
            requireApproved(plan);
        }
        return store.list(plan, since);
    }

    /** The same with where its plan stands, for those who listen. */
    @ReadOnly
    public Heard hear(long plan, int since) {
        List<RunEvent> events = listEvents(plan, since);
        int last = events.isEmpty() ? since : events.getLast().number();
        return new Heard(stage(plan), events, last, now());
    }

    /**
     * What happened since.
     *
     * @param last the number of the last event that is told so far
     * @param now when that was
     */
    public record Heard(PlanStage stage, List<RunEvent> events, int last, Instant now) {

        /** Copies the list. */
        public Heard {
            events = List.copyOf(events);
        }
    }

    /** Where its plan stands, what was approved and what happened, all of one moment; a problem {@code unknown-drill-run}. */
    @ReadOnly
    public Standing get(long plan) {
        ApprovedPlan approved = requireApproved(plan);
        List<RunEvent> events = store.list(plan, 0);
        return new Standing(stage(plan), approved, state(approved, events), events.size(), now());
    }

    /**
     * A drill as it stands.
     *
     * @param last the number of its last event, 0 where there is none
     * @param now when that was
     */
    public record Standing(PlanStage stage, ApprovedPlan approved, RunState state, int last, Instant now) {}

    private ApprovedPlan requireApproved(long plan) {
        return plans.findApproved(plan).orElseThrow(() -> Refusals.unknown(plan));
    }

    private PlanStage stage(long plan) {
        return plans.find(plan).map(PlannedDrill::stage).orElseThrow(() -> Refusals.unknown(plan));
    }

    /**
     * What came of events that were sent.
     *
     * @param accepted those that are stored now
     * @param known those that were stored before
     * @param refused those that break a rule; whoever sent them still has them
     * @param last the number of the drill's last event
     */
    public record Taken(List<UUID> accepted, List<UUID> known, List<Refusal> refused, int last) {

        /** Copies the lists. */
        public Taken {
            accepted = List.copyOf(accepted);
            known = List.copyOf(known);
            refused = List.copyOf(refused);
        }
    }

    /**
     * Why an event was not taken.
     *
     * @param id its id as it was sent, or an empty text
     * @param code a stable code
     * @param message the rule and a way out
     */
    public record Refusal(String id, String code, String message) {}

    /**
     * Takes events. Those that break a rule are told and leave the others alone, a start too that the plan does not allow: with the code
     * of {@link DrillPlans#findObstacle}. Of a drill that was called off or whose report is approved all that are new are refused so, with
     * {@code drill-cancelled} or {@code drill-closed}: no later answer would be another one.
     *
     * <p>The first start begins the plan and the first end after it ends it, at their own moments, in
     * the same transaction; so does what moves these moments later on.
     */
    @Transactional
    public Taken take(long plan, List<JsonNode> sent) {
        if (sent.isEmpty() || sent.size() > MOST_EVENTS) {
            throw Refusals.noBatch(MOST_EVENTS);
        }
        return take(plan, sent, null);
    }

    /** A picture with its bytes. */
    private record Picture(String name, String type, String sha256, InputStream bytes) {}

    /**
     * Takes a picture: its file becomes evidence of the drill and its event is stored, both or none. The same event again changes
     * nothing. Refused with {@code bad-photo} where the bytes are not those that whoever took it had, by their SHA-256.
     *
     * @param sent the event, of kind {@code photo}, with {@code sha256} in hex
     */
    @Transactional
    public Taken takePhoto(long plan, ObjectNode sent, String fileName, String type, InputStream bytes) {
        ObjectNode event = sent.deepCopy();
        JsonNode hash = event.remove("sha256");
        if (hash == null || !hash.asText().matches("[0-9a-f]{64}")) {
            throw Refusals.photo(
                    "The event has no sha256 in 64 small hex digits. Send the hash of the file's bytes with it.");
        }
        if (!EventKind.PHOTO.word().equals(event.path("kind").asText())) {
            throw Refusals.photo("The event of a picture must be of kind photo. Send other events to …/events.");
        }
        return take(plan, List.of(event), new Picture(fileName, type, hash.asText(), bytes));
    }

    private Taken take(long plan, List<JsonNode> sent, @Nullable Picture picture) {
        plans.hold(plan); // before its stage is looked at, and before the drill: everybody takes them in this order
        if (isCalledOff(plan)) {
            return calledOff(plan, sent);
        }
        ApprovedPlan approved = requireRunnable(plan);
        Optional<ProblemException> over = findOver(plan);
        int last = store.lock(plan);
        RunScript script = Scripts.of(approved.content());
        List<Refusal> refused = new ArrayList<>();
        Map<UUID, RunEvent> read = read(sent, script, refused);
        Map<UUID, RunEventStore.Stored> before = new HashMap<>();
        store.find(read.keySet()).forEach(each -> before.put(each.event().id(), each));
        List<RunEvent> fresh = new ArrayList<>();
        List<UUID> known = new ArrayList<>();
        for (RunEvent event : read.values()) {
            RunEventStore.Stored stored = before.get(event.id());
            if (stored != null && (stored.plan() != plan || !stored.event().saysTheSameAs(event))) {
                refused.add(differs(event.id().toString()));
            } else if (stored != null) {
                known.add(event.id());
            } else if (over.isPresent()) {
                refused.add(refusal(event, over.get()));
            } else if (event.kind() == EventKind.PHOTO && picture == null) {
                refused.add(new Refusal(
                        event.id().toString(),
                        "bad-event",
                        "A photo comes with its file. Send both to /api/drill-plans/" + plan + "/photos."));
            } else if (isInTime(event, approved, refused)) {
                fresh.add(picture == null ? event : event.withEvidence(keep(plan, event, picture)));
            }
        }
        List<RunEvent> taken = numbered(allowed(plan, approved, fresh, refused), last);
        if (!taken.isEmpty()) {
            last += taken.size();
            store.add(plan, taken, last);
            audit.record("drill-run.take", DrillSubjects.TYPE, Long.toString(plan), null, told(taken));
            follower.follow(plan, state(approved, store.list(plan, 0)));
        }
        return new Taken(taken.stream().map(RunEvent::id).toList(), known, refused, last);
    }

    private static boolean isInTime(RunEvent event, ApprovedPlan approved, List<Refusal> refused) {
        try {
            EventShape.requireInTime(event, approved.approvedAt());
            return true;
        } catch (EventShape.Refused e) {
            refused.add(new Refusal(event.id().toString(), e.code(), e.said()));
            return false;
        }
    }

    /** Fresh events without starts that the plan does not allow. */
    private List<RunEvent> allowed(long plan, ApprovedPlan approved, List<RunEvent> fresh, List<Refusal> refused) {
        if (fresh.stream().noneMatch(event -> event.kind() == EventKind.STARTED)) {
            return fresh;
        }
        List<RunEvent> all = new ArrayList<>(store.list(plan, 0));
        all.addAll(fresh);
        Optional<ProblemException> obstacle = follower.findObstacle(plan, state(approved, all));
        if (obstacle.isEmpty()) {
            return fresh;
        }
        fresh.stream()
                .filter(event -> event.kind() == EventKind.STARTED)
                .forEach(event -> refused.add(refusal(event, obstacle.get())));
        return fresh.stream().filter(event -> event.kind() != EventKind.STARTED).toList();
    }

    private boolean isCalledOff(long plan) {
        return plans.find(plan)
                .filter(found -> found.stage() == PlanStage.CANCELLED)
                .isPresent();
    }

    /** Nothing is approved of it any more, so that nothing is taken; but whoever sent it can let go of it. */
    private Taken calledOff(long plan, List<JsonNode> sent) {
        PlanContent content = plans.get(plan).content();
        Acting.require(Permission.PLAN_DRILLS, content.unit());
        List<RunEvent> stored = store.list(plan, 0);
        Map<String, RunEvent> before = new HashMap<>();
        stored.forEach(event -> before.put(event.id().toString(), event));
        // what cannot be read was sent of a plan that has changed since
        Map<UUID, RunEvent> read = read(sent, Scripts.of(content), new ArrayList<>());
        ProblemException why = Refusals.cancelled(plan);
        List<UUID> known = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (String id :
                sent.stream().map(each -> each.path("id").asText("")).distinct().toList()) {
            RunEvent event = before.get(id);
            if (event == null) {
                refused.add(new Refusal(id, why.code(), String.valueOf(why.getMessage())));
            } else if (event.saysTheSameAs(read.getOrDefault(event.id(), event))) {
                known.add(event.id());
            } else {
                refused.add(differs(id));
            }
        }
        return new Taken(
                List.of(),
                known,
                refused,
                stored.isEmpty() ? 0 : stored.getLast().number());
    }

    private static Refusal differs(String id) {
        return new Refusal(
                id, "event-differs", "Another event of this id is stored already. Give every event an id of its own.");
    }

    private static Refusal refusal(RunEvent event, ProblemException why) {
        return new Refusal(event.id().toString(), why.code(), String.valueOf(why.getMessage()));
    }

    private static List<RunEvent> numbered(List<RunEvent> events, int last) {
        List<RunEvent> numbered = new ArrayList<>();
        events.forEach(event -> numbered.add(event.withNumber(last + numbered.size() + 1)));
        return numbered;
    }

    private ApprovedPlan requireRunnable(long plan) {
        ApprovedPlan approved = plans.findApproved(plan)
                .orElseThrow(() -> plans.find(plan)
                        .map(found -> Refusals.notApproved(plan, found.stage()))
                        .orElseGet(() -> Refusals.unknown(plan)));
        Acting.require(Permission.PLAN_DRILLS, approved.content().unit());
        return approved;
    }

    /** Why nothing that is new is taken any more, now or later; a problem {@code drill-not-approved} where it may be taken later. */
    private Optional<ProblemException> findOver(long plan) {
        PlanStage stage = stage(plan);
        return switch (stage) {
            case APPROVED, RUNNING, ENDED -> Optional.empty();
            case CLOSED -> Optional.of(Refusals.closed(plan));
            case DRAFT, SUBMITTED, CANCELLED -> throw Refusals.notApproved(plan, stage);
        };
    }

    private Map<UUID, RunEvent> read(List<JsonNode> sent, RunScript script, List<Refusal> refused) {
        Map<UUID, RunEvent> read = new LinkedHashMap<>();
        Instant now = now();
        for (JsonNode each : sent) {
            try {
                RunEvent event =
                        EventShape.read(each, script, now, Acting.current().name());
                read.putIfAbsent(event.id(), event);
            } catch (EventShape.Refused e) {
                refused.add(new Refusal(each.path("id").asText(""), e.code(), e.said()));
            }
        }
        return read;
    }

    private long keep(long plan, RunEvent event, Picture picture) {
        EvidenceItem item = evidence.add(
                new NewEvidence(
                        DrillSubjects.TYPE,
                        Long.toString(plan),
                        "drill-record",
                        picture.name(),
                        picture.type(),
                        event.when(),
                        Acting.current().name(),
                        null,
                        null,
                        null,
                        event.text()),
                picture.bytes());
        if (!item.sha256().equals(picture.sha256())) {
            throw Refusals.photo("The bytes that arrived have the SHA-256 " + item.sha256() + ", but "
                    + picture.sha256() + " was taken. Nothing was stored; send the file again.");
        }
        return item.id();
    }

    private static ObjectNode told(List<RunEvent> events) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        var list = told.putArray("events");
        events.forEach(event -> list.addObject()
                .put("id", event.id().toString())
                .put("kind", event.kind().word()));
        return told;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
