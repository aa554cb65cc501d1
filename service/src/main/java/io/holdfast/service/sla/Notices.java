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
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.sla.store.NoticeStore;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door to who is to be told that a service level may be, or was, missed (row S10). For any number of threads. */
@Singleton
public class Notices {

    private static final String SUBJECT = "sla-notice";
    private static final int NAME = 200;
    private static final int WORDS = 1000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final NoticeStore store;
    private final Agreements agreements;
    private final Audit audit;
    private final Clock clock;

    Notices(NoticeStore store, Agreements agreements, Audit audit, Clock clock) {
        this.store = store;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of an element, or all where that is null: what is open first. */
    @ReadOnly
    public List<Notice> list(@Nullable String element, int page, int size) {
        return store.list(element, page, size);
    }

    /** How many there are; of those that are open where only they are wanted. */
    @ReadOnly
    public int count(@Nullable String element, boolean open) {
        return store.count(element, open);
    }

    /** One of a number; a problem {@code unknown-notice} where there is none. */
    @ReadOnly
    public Notice get(long id) {
        return store.find(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-notice",
                        "There is no notice " + id + ". GET /api/service-level-notices lists them."));
    }

    /**
     * Notes that somebody is to be told.
     *
     * @param said {@code element}, {@code cause}, {@code about} and {@code recipient}
     */
    @Transactional
    public Notice add(JsonNode said) {
        Checker checker = new Checker();
        if (checker.object(said, "$", ordered("element", "cause", "about", "recipient"))) {
            checker.text(said.path("element"), "$.element", NAME);
            checker.oneOf(said.path("cause"), "$.cause", ordered("predicted", "measured", "other"));
            checker.text(said.path("about"), "$.about", WORDS);
            checker.text(said.path("recipient"), "$.recipient", NAME);
        }
        require(checker);
        String element = said.path("element").asText();
        requireUnit(element);
        Notice notice = new Notice(
                0,
                1,
                element,
                said.path("cause").asText(),
                said.path("about").asText(),
                said.path("recipient").asText(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Acting.current().name(),
                null,
                null,
                null);
        Notice stored = get(store.insert(notice));
        audit.record("sla-notice.create", SUBJECT, element, null, JSON.valueToTree(stored));
        return stored;
    }

    /**
     * Notes that somebody was told, by whoever acts; or, with {@code toldOn} left out, that they were not.
     *
     * @param said {@code toldOn}, and maybe {@code toldHow}
     */
    @Transactional
    public Notice told(long id, JsonNode said, @Nullable Integer seen) {
        Notice before = get(id);
        Checker checker = new Checker();
        if (checker.object(said, "$", ordered("toldOn", "toldHow"))) {
            if (said.has("toldOn")) {
                checker.day(said.path("toldOn"), "$.toldOn");
            }
            checker.textIfGiven(said.path("toldHow"), "$.toldHow", WORDS);
        }
        require(checker);
        requireUnitNow(before.element());
        boolean done = said.has("toldOn");
        Notice next = new Notice(
                id,
                before.version(),
                before.element(),
                before.cause(),
                before.about(),
                before.recipient(),
                before.createdAt(),
                before.createdBy(),
                done ? LocalDate.parse(said.path("toldOn").asText()) : null,
                done ? Acting.current().name() : null,
                done && said.has("toldHow") ? said.path("toldHow").asText() : null);
        if (!store.told(next, seen == null ? before.version() : seen)) {
            throw Refusals.changedMeanwhile(before.version());
        }
        Notice after = get(id);
        audit.record("sla-notice.told", SUBJECT, before.element(), JSON.valueToTree(before), JSON.valueToTree(after));
        return after;
    }

    private static Set<String> ordered(String... words) {
        return new LinkedHashSet<>(List.of(words));
    }

    private static void require(Checker checker) {
        if (!checker.found().isEmpty()) {
            throw Refusals.invalid(checker.found());
        }
    }

    private void requireUnit(String id) {
        requireUnit(Agreements.require(agreements.agreed().state(), id));
    }

    /** The same of an element that may be gone: then whoever may change everything may say so. */
    private void requireUnitNow(String id) {
        RegisterState state = agreements.agreed().state();
        state.findElement(Id.of(id))
                .ifPresentOrElse(Notices::requireUnit, () -> Acting.require(Permission.EDIT_REGISTER, null));
    }

    private static void requireUnit(Element element) {
        Object unit = element.label().extras().get(RegisterEdits.UNIT);
        Acting.require(Permission.EDIT_REGISTER, unit instanceof String text ? text : null);
    }
}
