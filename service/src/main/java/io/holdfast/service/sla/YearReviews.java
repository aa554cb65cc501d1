package io.holdfast.service.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.sla.store.YearReviewStore;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door to year-end reviews of what is served and agreed (row S9). For any number of threads. */
@Singleton
public class YearReviews {

    private static final String SUBJECT = "sla-review";
    private static final int NAME = 200;
    private static final int WORDS = 4000;
    private static final int MANY = 500;

    private static final List<String> CHANGES = List.of("services", "agreements", "contracts", "requirements");

    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "year",
            "heldOn",
            "participants",
            "elements",
            "services",
            "agreements",
            "contracts",
            "requirements",
            "conclusion"));

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final YearReviewStore store;
    private final Agreements agreements;
    private final Audit audit;
    private final Clock clock;

    YearReviews(YearReviewStore store, Agreements agreements, Audit audit, Clock clock) {
        this.store = store;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of them, from the newest. */
    @ReadOnly
    public List<YearReview> list(int page, int size) {
        return store.list(page, size);
    }

    /** How many there are. */
    @ReadOnly
    public int count() {
        return store.count();
    }

    /** One of a number; a problem {@code unknown-review} where there is none. */
    @ReadOnly
    public YearReview get(long id) {
        return store.find(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-review",
                        "There is no year-end review " + id + ". GET /api/service-level-reviews lists them."));
    }

    /** Keeps that a meeting was held. */
    @Transactional
    public YearReview add(JsonNode said) {
        YearReview read = read(said, 0);
        YearReview stored = get(store.insert(read));
        audit.record("sla-review.create", SUBJECT, Integer.toString(read.year()), null, JSON.valueToTree(stored));
        return stored;
    }

    /** Corrects what was kept; refused with {@code invalid} or {@code changed-meanwhile}. */
    @Transactional
    public YearReview replace(long id, JsonNode said, @Nullable Integer seen) {
        YearReview before = get(id);
        YearReview read = read(said, id);
        if (!store.replace(read, seen == null ? before.version() : seen)) {
            throw Refusals.changedMeanwhile(before.version());
        }
        YearReview after = get(id);
        audit.record(
                "sla-review.correct",
                SUBJECT,
                Integer.toString(read.year()),
                JSON.valueToTree(before),
                JSON.valueToTree(after));
        return after;
    }

    private YearReview read(JsonNode said, long id) {
        Acting.require(Permission.EDIT_REGISTER, null);
        Checker checker = new Checker();
        if (checker.object(said, "$", KEYS)) {
            checker.whole(said.path("year"), "$.year", 1900, 2200);
            checker.day(said.path("heldOn"), "$.heldOn");
            checker.list(
                    said.path("participants"),
                    "$.participants",
                    MANY,
                    (each, where) -> checker.text(each, where, NAME));
            if (said.path("participants").isEmpty()) {
                checker.add("$.participants", "missing", "Say who took part, at least one.", said.path("participants"));
            }
            elements(checker, said);
            CHANGES.forEach(key -> {
                if (!said.path(key).isTextual() || !said.path(key).asText().isEmpty()) {
                    checker.textIfGiven(said.path(key), "$." + key, WORDS);
                }
            });
            checker.text(said.path("conclusion"), "$.conclusion", WORDS);
        }
        if (!checker.found().isEmpty()) {
            throw Refusals.invalid(checker.found());
        }
        return new YearReview(
                id,
                1,
                said.path("year").asInt(),
                LocalDate.parse(said.path("heldOn").asText()),
                texts(said.path("participants")),
                texts(said.path("elements")),
                said.path("services").asText(""),
                said.path("agreements").asText(""),
                said.path("contracts").asText(""),
                said.path("requirements").asText(""),
                said.path("conclusion").asText(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Acting.current().name());
    }

    private void elements(Checker checker, JsonNode said) {
        if (!said.has("elements")) {
            return;
        }
        RegisterState state = agreements.agreed().state();
        checker.list(said.path("elements"), "$.elements", MANY, (each, where) -> {
            String id = each.asText();
            if (!Id.isValid(id) || state.findElement(Id.of(id)).isEmpty()) {
                checker.add(
                        where,
                        "unknown-element",
                        "There is no element '" + id + "'. Take one of the catalogue, or leave it out.",
                        each);
            }
        });
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
