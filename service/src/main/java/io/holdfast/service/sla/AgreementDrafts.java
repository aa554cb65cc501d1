package io.holdfast.service.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.ApprovalSource;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.sla.internal.Agreed;
import io.holdfast.service.sla.internal.AgreementShape;
import io.holdfast.service.sla.internal.Terms;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Agreements as they are submitted for approval, in both languages; the record itself is kept beside them. For any number of threads. */
@Singleton
public class AgreementDrafts implements ApprovalSource {

    /** The type of these subjects. */
    public static final String TYPE = "sla";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Register register;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** A hash, and what it was computed from. */
    private record Known(Element element, String hash) {}

    AgreementDrafts(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<String> findHash(String subject) {
        return findElement(subject).map(this::hash);
    }

    private Optional<Element> findElement(String subject) {
        return Id.isValid(subject)
                ? register.findState().flatMap((RegisterState state) -> state.findElement(Id.of(subject)))
                : Optional.empty();
    }

    private String hash(Element element) {
        String subject = element.id().value();
        Known before = known.get(subject);
        if (before != null && before.element().equals(element)) {
            return before.hash();
        }
        String hash = draft(element).hash();
        known.put(subject, new Known(element, hash));
        return hash;
    }

    /** What is agreed about an element as it would be submitted now; empty where there is no such element. */
    public Optional<Draft> findDraft(String subject) {
        return findElement(subject).map(this::draft);
    }

    private Draft draft(Element element) {
        JsonNode entry = ModelWriter.toTree(element);
        List<Agreement> agreements = AgreementShape.read(entry);
        ObjectNode content = JSON.createObjectNode();
        content.set("en", JSON.valueToTree(Terms.of(element, agreements, "en")));
        content.set("zh-Hant", JSON.valueToTree(Terms.of(element, agreements, "zh-Hant")));
        ObjectNode basis = JSON.createObjectNode();
        basis.set("record", AgreementRecord.of(entry));
        JsonNode unit = entry.path(RegisterEdits.UNIT);
        String id = element.id().value();
        return new Draft(
                TYPE,
                id,
                "Service levels: " + element.label().nameIn("en", id),
                "服務水準：" + element.label().nameIn("zh-Hant", id),
                unit.isTextual() ? unit.asText() : null,
                content,
                basis,
                LocalDate.ofInstant(
                        clock.instant(), Agreed.zone(register.requireState().model())),
                null);
    }

    /** Agreements as they were submitted, in one of their languages. */
    public static ApprovedAgreements thaw(Frozen frozen, String language) {
        try {
            return JSON.treeToValue(frozen.content().path(language), ApprovedAgreements.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Agreements that were submitted cannot be read", e);
        }
    }
}
