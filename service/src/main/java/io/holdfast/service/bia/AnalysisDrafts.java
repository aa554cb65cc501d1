package io.holdfast.service.bia;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.ApprovalSource;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.bia.internal.Content;
import io.holdfast.service.bia.internal.Stated;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Analyses as they are submitted for approval, in both languages; the record itself is kept beside them. For any number of threads. */
@Singleton
public class AnalysisDrafts implements ApprovalSource {

    /** The type of these subjects. */
    public static final String TYPE = "bia";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Register register;
    private final ScaleBook scales;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** A hash, and what it was computed from. */
    private record Known(Element element, int scales, String hash) {}

    AnalysisDrafts(Register register, ScaleBook scales, Clock clock) {
        this.register = register;
        this.scales = scales;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<String> findHash(String subject) {
        return Id.isValid(subject)
                ? register.findState()
                        .flatMap(state -> state.findElement(Id.of(subject)))
                        .map(this::hash)
                : Optional.empty();
    }

    private String hash(Element element) {
        KeptScales kept = scales.current();
        String subject = element.id().value();
        Known before = known.get(subject);
        if (before != null
                && before.scales() == kept.version()
                && before.element().equals(element)) {
            return before.hash();
        }
        String hash = draft(element, kept).hash();
        known.put(subject, new Known(element, kept.version(), hash));
        return hash;
    }

    /** The analysis of an element as it would be submitted now; empty where there is no such element. */
    public Optional<Draft> findDraft(Id id) {
        KeptScales kept = scales.current();
        return register.findState()
                .flatMap((RegisterState state) -> state.findElement(id))
                .map(element -> draft(element, kept));
    }

    Draft draft(Element element, KeptScales kept) {
        JsonNode entry = ModelWriter.toTree(element);
        boolean readable = Stated.check(entry, kept.scales()).stream()
                .allMatch(each -> each.code().startsWith("unknown-"));
        Stated stated = Stated.read(readable ? entry : JSON.createObjectNode(), kept.scales());
        ObjectNode content = JSON.createObjectNode();
        content.set("en", JSON.valueToTree(Content.of(element, stated, kept.scales(), "en")));
        content.set("zh-Hant", JSON.valueToTree(Content.of(element, stated, kept.scales(), "zh-Hant")));
        ObjectNode basis = JSON.createObjectNode();
        basis.set("record", AnalysisRecord.of(entry));
        basis.put("scales", kept.version());
        JsonNode unit = entry.path(RegisterEdits.UNIT);
        String id = element.id().value();
        return new Draft(
                TYPE,
                id,
                "Impact analysis: " + element.label().nameIn("en", id),
                "營運衝擊分析：" + element.label().nameIn("zh-Hant", id),
                unit.isTextual() ? unit.asText() : null,
                content,
                basis,
                LocalDate.now(clock),
                null);
    }

    /** An analysis as it was submitted, in one of its languages. */
    public static ApprovedAnalysis thaw(Frozen frozen, String language) {
        try {
            return JSON.treeToValue(frozen.content().path(language), ApprovedAnalysis.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("An analysis that was submitted cannot be read", e);
        }
    }
}
