package io.holdfast.service.bia.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.Standing;
import io.holdfast.service.bia.Analysis;
import io.holdfast.service.bia.AnalysisRow;
import io.holdfast.service.bia.AnalysisView;
import io.holdfast.service.bia.AnalysisView.Effective;
import io.holdfast.service.bia.Proposals;
import io.holdfast.service.bia.Scales;
import io.holdfast.service.bia.Thing;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.register.FindingsState;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayList;
import java.util.List;

/** Puts together what is shown of analyses. */
public final class Viewing {

    private Viewing() {}

    /** An analysis in a list. */
    public static AnalysisRow row(Element element, Scales scales, Standing standing) {
        Stated stated = stated(ModelWriter.toTree(element), scales);
        Proposals proposals = Proposing.of(stated, scales);
        Objectives goals = element.objectives();
        Analysis.Review review = stated.analysis().review();
        return new AnalysisRow(
                Thing.of(element),
                element.kind(),
                element.label().owner(),
                element.tier(),
                proposals.tier().tier(),
                goals.mtpdHours(),
                goals.rtoHours(),
                goals.rpoHours(),
                proposals.mtpd().hours(),
                proposals.rto().hours(),
                Completeness.missing(stated, proposals).size(),
                review == null ? null : review.next(),
                standing);
    }

    /** What an entry states; nothing besides its targets where what else it says has another shape. */
    private static Stated stated(JsonNode entry, Scales scales) {
        boolean readable = Stated.check(entry, scales).stream()
                .allMatch(each -> each.code().startsWith("unknown-"));
        return Stated.read(readable ? entry : bare(entry), scales);
    }

    private static JsonNode bare(JsonNode entry) {
        ObjectNode bare = JsonNodeFactory.instance.objectNode();
        for (String key : List.of("owner", "tier", "objectives")) {
            if (entry.has(key)) {
                bare.set(key, entry.path(key));
            }
        }
        return bare;
    }

    /** An analysis with all that follows from it. */
    public static AnalysisView whole(
            Element element, JsonNode record, FindingsState findings, Scales scales, Standing standing) {
        RegisterState state = findings.register();
        Id id = element.id();
        Stated stated = stated(record, scales);
        Proposals proposals = Proposing.of(stated, scales);
        EffectiveObjectives goals = state.findObjectives(id).orElseThrow();
        Chains chains = new Chains(findings);
        List<Violation> violations = new ArrayList<>(Stated.check(record, scales));
        violations.addAll(Completeness.reasonsMissing(stated, proposals));
        return new AnalysisView(
                Thing.of(element),
                element.kind(),
                record,
                List.copyOf(violations),
                Completeness.missing(stated, proposals),
                proposals,
                effective(state, goals),
                MethodTimes.ofOwn(element),
                MethodTimes.longestOfChain(state, id).orElse(null),
                Copies.of(state, element, goals.objectives().rpoHours()),
                chains.needsOf(id),
                chains.neededBy(id),
                standing);
    }

    private static Effective effective(RegisterState state, EffectiveObjectives goals) {
        Objectives targets = goals.objectives();
        Id from = goals.from();
        return new Effective(
                targets.mtpdHours(),
                targets.rtoHours(),
                targets.rpoHours(),
                targets.mbco(),
                targets.wrtHours(),
                from == null ? null : state.findElement(from).map(Thing::of).orElse(null));
    }
}
