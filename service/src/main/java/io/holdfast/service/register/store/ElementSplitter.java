package io.holdfast.service.register.store;

import static io.holdfast.service.register.store.Shape.take;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.jooq.tables.records.CrewRecord;
import io.holdfast.service.jooq.tables.records.ElementRecord;
import io.holdfast.service.jooq.tables.records.ImpactPointRecord;
import io.holdfast.service.jooq.tables.records.RecoveryMethodRecord;
import io.holdfast.service.jooq.tables.records.ServiceCreditRecord;
import io.holdfast.service.jooq.tables.records.ServiceLevelRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns assets, services and processes into rows. */
final class ElementSplitter {

    /** The curve of money. */
    static final String LOSS = "loss";

    /** Begins the name of a curve of levels; the kind of impact follows. */
    static final String LEVEL = "levels/";

    private final Rows rows;
    private final NeedSplitter needs;

    ElementSplitter(Rows rows) {
        this.rows = rows;
        needs = new NeedSplitter(rows);
    }

    void split(ItemType type, String id, ObjectNode tree) {
        needs.split(id, null, "needs", take(tree, "needs"));
        methods(id, take(tree, "recovery"));
        impact(id, tree);
        if (take(tree, "sla") instanceof ObjectNode level) {
            serviceLevel(id, level, tree);
        }
        ElementRecord row = new ElementRecord();
        row.setId(id);
        JsonNode kind = type == ItemType.ASSET ? take(tree, "kind") : null;
        row.setKind(kind == null ? type.word() : kind.asText());
        Shapes.ELEMENT_OWN.split(tree, row);
        rows.add(row);
    }

    /** Positions run on over all curves of an element, so that the order of the curves is kept too. */
    private void impact(String id, ObjectNode tree) {
        int position = points(id, LOSS, 0, take(tree, "impact/loss"));
        JsonNode levels = take(tree, "impact/levels");
        if (levels != null) {
            for (Map.Entry<String, JsonNode> each : levels.properties()) {
                position = points(id, LEVEL + each.getKey(), position, each.getValue());
            }
        }
    }

    private int points(String id, String curve, int from, @Nullable JsonNode points) {
        int position = from;
        for (JsonNode point : orEmpty(points)) {
            rows.add(new ImpactPointRecord(
                    id,
                    position++,
                    curve,
                    point.path(0).doubleValue(),
                    point.path(1).doubleValue()));
        }
        return position;
    }

    private void serviceLevel(String id, ObjectNode level, ObjectNode tree) {
        credits(id, "availability", take(level, "credits"));
        credits(id, "outage", take(level, "creditsByOutage"));
        ServiceLevelRecord row = new ServiceLevelRecord();
        row.setElement(id);
        Shapes.SERVICE_LEVEL_OWN.split(level, row);
        rows.add(row);
        if (!level.isEmpty()) {
            tree.set("sla", level);
        }
    }

    private void credits(String id, String measure, @Nullable JsonNode credits) {
        int position = 0;
        for (JsonNode credit : orEmpty(credits)) {
            rows.add(new ServiceCreditRecord(
                    id,
                    measure,
                    position++,
                    credit.path(0).doubleValue(),
                    credit.path(1).doubleValue()));
        }
    }

    private void methods(String id, @Nullable JsonNode methods) {
        int position = 0;
        for (JsonNode method : orEmpty(methods)) {
            method(id, position++, (ObjectNode) method);
        }
    }

    private void method(String id, int position, ObjectNode tree) {
        RecoveryMethodRecord row = new RecoveryMethodRecord();
        row.setElement(id);
        row.setPosition(position);
        row.setStatesNeeds(tree.has("needs"));
        JsonNode own = take(tree, "needs");
        JsonNode also = take(tree, "alsoNeeds");
        JsonNode crew = take(tree, "crew");
        Shapes.METHOD.split(tree, row);
        rows.add(row);
        needs.split(id, position, "needs", own);
        needs.split(id, position, "alsoNeeds", also);
        if (crew != null) {
            int at = 0;
            for (Map.Entry<String, JsonNode> each : crew.properties()) {
                rows.add(new CrewRecord(
                        id, position, at++, each.getKey(), each.getValue().intValue()));
            }
        }
    }

    private static Iterable<JsonNode> orEmpty(@Nullable JsonNode list) {
        return list == null ? java.util.List.of() : list;
    }
}
