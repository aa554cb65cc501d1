package io.holdfast.service.drillrun.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.Prediction;
import io.holdfast.service.drillrun.DrillRuns;
import io.holdfast.service.drillrun.RunEvent;
import io.holdfast.service.drillrun.RunState;
import io.holdfast.service.drillrun.internal.Refusals;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drills that are run, over HTTP. */
@Controller("/api/drill-plans/{id}")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "drillrun", description = "Drills while they are run: what happened, and where they stand")
final class DrillRunController {

    private final DrillRuns runs;

    DrillRunController(DrillRuns runs) {
        this.runs = runs;
    }

    /**
     * A drill as it stands.
     *
     * @param now the moment of the answer, by the service's clock
     * @param stage where its plan stands
     * @param plan the number of its plan
     * @param version the version that was approved
     * @param approvedAt when
     * @param approvedBy by whom
     * @param content what was approved
     * @param prediction what the model said of it then, or null
     * @param state what happened
     * @param last the number of its last event, 0 where there is none
     */
    record RunView(
            Instant now,
            PlanStage stage,
            long plan,
            int version,
            Instant approvedAt,
            String approvedBy,
            PlanContent content,
            @Nullable Prediction prediction,
            RunState state,
            int last) {}

    /** What was approved, and where the drill stands. */
    @Get("/run")
    RunView run(long id) {
        DrillRuns.Standing standing = runs.get(id);
        return new RunView(
                standing.now(),
                standing.stage(),
                id,
                standing.approved().version(),
                standing.approved().approvedAt(),
                standing.approved().approvedBy(),
                standing.approved().content(),
                standing.approved().prediction(),
                standing.state(),
                standing.last());
    }

    /** An event as it is told; what is not said is null. */
    record EventView(
            UUID id,
            int number,
            Instant at,
            long offsetMillis,
            String kind,
            @Nullable String step,
            @Nullable String inject,
            @Nullable String notification,
            @Nullable String criterion,
            @Nullable String text,
            @Nullable Double value,
            @Nullable String outcome,
            @Nullable String person,
            @Nullable Long evidence,
            @Nullable UUID withdraws,
            Instant receivedAt,
            String by) {

        static EventView of(RunEvent event) {
            return new EventView(
                    event.id(),
                    event.number(),
                    event.at(),
                    event.offsetMillis(),
                    event.kind().word(),
                    event.step(),
                    event.inject(),
                    event.notification(),
                    event.criterion(),
                    event.text(),
                    event.value(),
                    event.outcome(),
                    event.person(),
                    event.evidence(),
                    event.withdraws(),
                    event.receivedAt(),
                    event.by());
        }
    }

    /** Events, the moment of the answer, where the plan stands, and the number of the last event. */
    record EventList(Instant now, PlanStage stage, int last, List<EventView> events) {}

    /**
     * What happened, in the order in which the service received it.
     *
     * @param since only events with a higher number
     */
    @Get("/events")
    EventList events(long id, @QueryValue(defaultValue = "0") int since) {
        DrillRuns.Heard heard = runs.hear(id, since);
        return new EventList(
                heard.now(),
                heard.stage(),
                heard.last(),
                heard.events().stream().map(EventView::of).toList());
    }

    /** What came of events that were sent, the moment of the answer and where the plan stands. */
    record TakenView(
            Instant now,
            PlanStage stage,
            int last,
            List<UUID> accepted,
            List<UUID> known,
            List<DrillRuns.Refusal> refused) {}

    /** Takes {@code events}, 500 at most; what breaks a rule is told by its id and leaves the others alone. */
    @Allows(Permission.PLAN_DRILLS)
    @Post("/events")
    TakenView take(long id, @Body byte[] body) {
        ObjectNode said = Bodies.object(body);
        if (said.size() != 1 || !said.path("events").isArray()) {
            throw Refusals.noBatch(DrillRuns.MOST_EVENTS);
        }
        List<JsonNode> sent = new ArrayList<>();
        said.path("events").forEach(sent::add);
        return told(id, runs.take(id, sent));
    }

    private TakenView told(long id, DrillRuns.Taken taken) {
        DrillRuns.Heard heard = runs.hear(id, taken.last());
        return new TakenView(
                heard.now(), heard.stage(), taken.last(), taken.accepted(), taken.known(), taken.refused());
    }

    /** Takes a picture: the part {@code event} says of it what an event says, with {@code sha256}; {@code file} are its bytes. */
    @Allows(Permission.PLAN_DRILLS)
    @Post("/photos")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    TakenView photo(long id, @Nullable @Part("file") CompletedFileUpload file, @Nullable @Part("event") String event) {
        if (file == null || event == null) {
            if (file != null) {
                file.discard();
            }
            throw Refusals.photo("The form needs the parts event and file. Send both.");
        }
        try {
            InputStream bytes = file.getInputStream(); // goes with the file
            ObjectNode said = Bodies.object(event.getBytes(StandardCharsets.UTF_8));
            String type = file.getContentType().map(MediaType::getName).orElse(MediaType.APPLICATION_OCTET_STREAM);
            return told(id, runs.takePhoto(id, said, file.getFilename(), type, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload could not be read", e);
        } finally {
            file.discard();
        }
    }
}
