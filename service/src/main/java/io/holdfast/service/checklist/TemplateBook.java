package io.holdfast.service.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.checklist.internal.BuiltIn;
import io.holdfast.service.checklist.internal.TemplateShape;
import io.holdfast.service.checklist.store.TemplateStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The door to templates: those that the program brings, then those of the organisation. For any number of threads. */
@Singleton
public class TemplateBook {

    private static final List<KeptTemplate> BUILT_IN =
            BuiltIn.TEMPLATES.stream().map(KeptTemplate::builtIn).toList();

    private final TemplateStore store;
    private final Audit audit;
    private final Clock clock;

    TemplateBook(TemplateStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every template in its newest version. */
    @ReadOnly
    public List<KeptTemplate> listTemplates() {
        return Stream.concat(BUILT_IN.stream(), store.list().stream()).toList();
    }

    /** One of them; a problem {@code unknown-checklist}. */
    @ReadOnly
    public KeptTemplate getTemplate(String id) {
        return findBuiltIn(id)
                .or(() -> store.find(id))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-checklist",
                        "There is no checklist '" + id
                                + "'. GET /api/checklist-templates lists those that there are."));
    }

    private static Optional<KeptTemplate> findBuiltIn(String id) {
        return BUILT_IN.stream().filter(each -> each.template().id().equals(id)).findFirst();
    }

    /**
     * Stores a template of the organisation, new or in its next version; versions before stay. Refused with {@code invalid} where it
     * breaks rules, {@code changed-meanwhile} where the version that was seen is not the newest.
     *
     * @param id the id that it must have
     * @param seen the version that the change is made on, 0 for a new one; null to change whatever is stored
     */
    @Transactional
    public KeptTemplate replace(String id, JsonNode said, @Nullable Integer seen) {
        List<Violation> violations = check(id, said);
        if (!violations.isEmpty()) {
            throw Refusals.invalid(violations);
        }
        Template template = TemplateShape.read(said);
        Optional<KeptTemplate> before = store.find(id);
        int stored = before.map(KeptTemplate::version).orElse(0);
        int expected = seen == null ? stored : seen;
        if (expected == stored && before.isPresent() && before.get().template().equals(template)) {
            return before.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (expected != stored
                || !store.add(template, stored + 1, now, Acting.current().name())) {
            throw Refusals.changed("this checklist", null, stored);
        }
        audit.record(
                "checklist-template.replace",
                "checklist-template",
                id,
                before.map(each -> TemplateShape.write(each.template())).orElse(null),
                TemplateShape.write(template));
        return getTemplate(id);
    }

    private static List<Violation> check(String id, JsonNode said) {
        Checker checker = new Checker();
        if (findBuiltIn(id).isPresent()) {
            checker.add(
                    "$.id",
                    "built-in",
                    "The program brings the checklist '" + id + "', so it is not changed here. Give yours another id.",
                    MissingNode.getInstance());
            return checker.found();
        }
        if (!said.path("id").asText().equals(id)) {
            checker.add("$.id", "id-changed", "$.id must be that of the address, '" + id + "'.", said.path("id"));
            return checker.found();
        }
        return TemplateShape.check(said);
    }
}
