package io.holdfast.simulator.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.drill.Criterion;
import io.holdfast.simulator.drill.DrillDetail;
import io.holdfast.simulator.drill.DrillResult;
import io.holdfast.simulator.drill.Spread;
import io.holdfast.simulator.drill.Teaching;
import io.holdfast.simulator.drill.TypeOutcome;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the estimate of a drill as JSON of the published format: the same estimate gives the same bytes. */
public final class DrillWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Nodes nodes = new Nodes(JSON.getNodeFactory());
    private final ResultWriter figures = new ResultWriter();

    private DrillWriter() {}

    /** The estimate as one line of JSON, without a line end. */
    public static String toJson(DrillResult result, ContinuityModel model) {
        try {
            return JSON.writeValueAsString(new DrillWriter().tree(result, model));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    private ObjectNode tree(DrillResult result, ContinuityModel model) {
        ObjectNode root = nodes.object();
        root.put("holdfast", 1);
        root.put("drill", result.drill().value());
        put(root, "scenario", result.scenario());
        root.put("announced", result.announced());
        root.put("trials", result.trials());
        root.put("seed", result.seed());
        figures.about(root, model);
        root.put("engine", result.engine());
        root.put("asOf", result.asOf() == null ? null : result.asOf().text());
        ids(root, "scope", result.scope());
        ArrayNode types = root.putArray("types");
        result.types().forEach(type -> types.add(type(type)));
        return root;
    }

    private static void put(ObjectNode node, String key, @Nullable Id id) {
        node.put(key, id == null ? null : id.value());
    }

    private static void ids(ObjectNode node, String key, List<Id> ids) {
        ArrayNode array = node.putArray(key);
        ids.forEach(id -> array.add(id.value()));
    }

    private ObjectNode type(TypeOutcome outcome) {
        ObjectNode node = nodes.object();
        node.put("type", Nodes.word(outcome.type()));
        switch (outcome) {
            case TypeOutcome.NotPossible not -> node.set("problem", FindingNode.of(nodes, not.problem()));
            case TypeOutcome.Estimated estimated -> estimated(node, estimated);
        }
        return node;
    }

    private void estimated(ObjectNode node, TypeOutcome.Estimated type) {
        node.putNull("problem");
        spread(node, "duration", type.duration());
        figures.estimate(node, "passed", type.passed());
        ArrayNode criteria = node.putArray("criteria");
        type.criteria().forEach(each -> criteria.add(criterion(each)));
        spread(node, "peopleHours", type.peopleHours());
        ObjectNode production = node.putObject("production");
        production.put("why", type.risk().why().word());
        figures.estimate(production, "atRisk", type.risk().chance());
        spread(production, "hours", type.risk().length());
        detail(node, type.detail());
        ArrayNode gaps = node.putArray("gaps");
        type.gaps().forEach(gap -> gaps.add(FindingNode.of(nodes, gap)));
        node.set("teaches", teaching(type.teaching()));
    }

    private ObjectNode criterion(Criterion criterion) {
        ObjectNode node = nodes.object();
        node.put("code", criterion.kind().word());
        put(node, "subject", criterion.subject());
        figures.putOrNull(node, "target", criterion.targetHours());
        figures.estimate(node, "met", criterion.chance());
        return node;
    }

    private void spread(ObjectNode node, String key, @Nullable Spread spread) {
        if (spread == null) {
            node.putNull(key);
            return;
        }
        ObjectNode inner = node.putObject(key);
        figures.mean(inner, spread.mean());
        figures.quantile(inner, "p10", spread.p10());
        figures.quantile(inner, "p50", spread.p50());
        figures.quantile(inner, "p90", spread.p90());
        figures.quantile(inner, "p95", spread.p95());
        figures.spread(inner, "never", spread.never());
    }

    private void detail(ObjectNode node, DrillDetail detail) {
        switch (detail) {
            case DrillDetail.CallTree tree -> callTree(node.putObject("callTree"), tree);
            case DrillDetail.Restores restores -> {
                ArrayNode stores = node.putArray("stores");
                restores.stores().forEach(store -> store(stores.addObject(), store));
            }
            case DrillDetail.Timeline timeline -> timeline(node.putObject("timeline"), timeline);
            case DrillDetail.Switch live -> live(node.putObject("switch"), live);
        }
    }

    private void callTree(ObjectNode node, DrillDetail.CallTree tree) {
        put(node, "leader", tree.leader());
        spread(node, "decided", tree.decided());
        spread(node, "response", tree.response());
        ArrayNode teams = node.putArray("teams");
        tree.teams().forEach(team -> {
            ObjectNode inner = teams.addObject();
            inner.put("id", team.team().value());
            figures.estimate(inner, "alerted", team.alerted());
            spread(inner, "alertedAt", team.alertedAt());
            spread(inner, "readyAt", team.readyAt());
        });
    }

    private void store(ObjectNode node, DrillDetail.Store store) {
        node.put("id", store.id().value());
        figures.estimate(node, "restored", store.restored());
        spread(node, "duration", store.duration());
        spread(node, "dataLoss", store.dataLoss());
        figures.estimate(node, "noUsableCopy", store.noUsableCopy());
        figures.putOrNull(node, "rpo", store.rpoHours());
    }

    private void timeline(ObjectNode node, DrillDetail.Timeline timeline) {
        figures.estimate(node, "disrupted", timeline.disrupted());
        ArrayNode elements = node.putArray("elements");
        timeline.elements().forEach(element -> {
            ObjectNode inner = elements.addObject();
            inner.put("id", element.id().value());
            spread(inner, "recovery", element.recovery());
            spread(inner, "dataLoss", element.dataLoss());
            figures.putOrNull(inner, "rto", element.rtoHours());
            figures.putOrNull(inner, "rpo", element.rpoHours());
        });
    }

    private void live(ObjectNode node, DrillDetail.Switch live) {
        ids(node, "switched", live.switched());
        ids(node, "visible", live.visible());
        figures.estimate(node, "rollback", live.rollback());
        spread(node, "switching", live.switching());
        figures.putOrNull(node, "stay", live.stayHours());
        spread(node, "back", live.back());
        ArrayNode headroom = node.putArray("headroom");
        live.headroom().forEach(room -> {
            ObjectNode inner = headroom.addObject();
            inner.put("id", room.id().value());
            inner.put("unit", room.unit());
            figures.quantile(inner, "p05", room.p05());
            figures.quantile(inner, "p50", room.p50());
            figures.estimate(inner, "belowZero", room.belowZero());
        });
        ObjectNode window = node.putObject("window");
        window.put(
                "best",
                live.window().best() == null ? null : Nodes.word(live.window().best()));
        spread(window, "office", live.window().office());
        spread(window, "off", live.window().off());
    }

    private ObjectNode teaching(Teaching teaching) {
        ObjectNode node = nodes.object();
        node.put("status", teaching.status().word());
        put(node, "scenario", teaching.scenario());
        put(node, "element", teaching.element());
        node.put("draws", teaching.draws());
        node.put("trials", teaching.trials());
        figures.putOrNull(node, "expectedReduction", teaching.expectedReduction());
        figures.putOrNull(node, "notKnowing", teaching.notKnowing());
        figures.putOrNull(node, "worth", teaching.worth());
        ArrayNode inputs = node.putArray("inputs");
        teaching.lessons().forEach(lesson -> inputs.add(lesson(lesson)));
        return node;
    }

    private ObjectNode lesson(Teaching.Lesson lesson) {
        InputRef input = lesson.input();
        ObjectNode node = nodes.object();
        node.put("input", input.address());
        node.put("owner", input.owner().value());
        node.put("method", input.method());
        node.put("quantity", Nodes.word(input.quantity()));
        figures.putOrNull(node, "weight", lesson.weight());
        figures.estimate(node, "share", lesson.share());
        figures.putOrNull(node, "expectedReduction", lesson.expectedReduction());
        return node;
    }
}
