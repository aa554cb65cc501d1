package io.holdfast.service.register.store;

import static io.holdfast.service.jooq.Tables.CREW;
import static io.holdfast.service.jooq.Tables.ELEMENT;
import static io.holdfast.service.jooq.Tables.IMPACT_POINT;
import static io.holdfast.service.jooq.Tables.ITEM;
import static io.holdfast.service.jooq.Tables.NEED;
import static io.holdfast.service.jooq.Tables.RECOVERY_METHOD;
import static io.holdfast.service.jooq.Tables.SERVICE_CREDIT;
import static io.holdfast.service.jooq.Tables.SERVICE_LEVEL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.jooq.tables.records.ImpactPointRecord;
import io.holdfast.service.jooq.tables.records.NeedRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Turns the rows of assets, services and processes back into trees. One use an instance. */
final class ElementJoiner {

    private final DSLContext jooq;
    private final Map<String, ObjectNode> trees;

    ElementJoiner(DSLContext jooq, Map<String, ObjectNode> trees) {
        this.jooq = jooq;
        this.trees = trees;
    }

    void join() {
        jooq.select(ELEMENT.fields())
                .select(ITEM.TYPE)
                .from(ELEMENT)
                .join(ITEM)
                .on(ITEM.ID.eq(ELEMENT.ID))
                .forEach(row -> {
                    ObjectNode tree = ItemJoiner.of(trees, row.get(ELEMENT.ID));
                    Shapes.ELEMENT_OWN.join(row, tree);
                    if (row.get(ITEM.TYPE).equals(ItemType.ASSET.word())) {
                        tree.put("kind", row.get(ELEMENT.KIND));
                    }
                });
        impact();
        serviceLevels();
        methods();
        needs();
    }

    private void impact() {
        jooq.selectFrom(IMPACT_POINT)
                .orderBy(IMPACT_POINT.ELEMENT, IMPACT_POINT.POSITION)
                .forEach(this::point);
    }

    private void point(ImpactPointRecord row) {
        ObjectNode impact = ItemJoiner.of(trees, row.getElement()).withObjectProperty("impact");
        String curve = row.getCurve();
        ArrayNode points = curve.equals(ElementSplitter.LOSS)
                ? impact.withArrayProperty("loss")
                : impact.withObjectProperty("levels")
                        .withArrayProperty(curve.substring(ElementSplitter.LEVEL.length()));
        points.addArray().add(row.getHours()).add(row.getValue());
    }

    private void serviceLevels() {
        jooq.selectFrom(SERVICE_LEVEL)
                .forEach(row -> Shapes.SERVICE_LEVEL_OWN.join(
                        row, ItemJoiner.of(trees, row.getElement()).withObjectProperty("sla")));
        jooq.selectFrom(SERVICE_CREDIT)
                .orderBy(SERVICE_CREDIT.ELEMENT, SERVICE_CREDIT.MEASURE, SERVICE_CREDIT.POSITION)
                .forEach(row -> ItemJoiner.of(trees, row.getElement())
                        .withObjectProperty("sla")
                        .withArrayProperty(row.getMeasure().equals("outage") ? "creditsByOutage" : "credits")
                        .addArray()
                        .add(row.getThreshold())
                        .add(row.getShare()));
    }

    private void methods() {
        jooq.selectFrom(RECOVERY_METHOD)
                .orderBy(RECOVERY_METHOD.ELEMENT, RECOVERY_METHOD.POSITION)
                .forEach(row -> {
                    ObjectNode tree = ItemJoiner.of(trees, row.getElement())
                            .withArrayProperty("recovery")
                            .addObject();
                    Shapes.METHOD.join(row, tree);
                    if (row.getStatesNeeds()) {
                        tree.putArray("needs");
                    }
                });
        jooq.selectFrom(CREW)
                .orderBy(CREW.ELEMENT, CREW.METHOD, CREW.POSITION)
                .forEach(row -> method(row.getElement(), row.getMethod())
                        .withObjectProperty("crew")
                        .put(row.getTeam(), row.getPeople()));
    }

    private ObjectNode method(String element, int position) {
        return (ObjectNode)
                ItemJoiner.of(trees, element).withArrayProperty("recovery").get(position);
    }

    private void needs() {
        Map<String, List<NeedRecord>> byParent = jooq.selectFrom(NEED).orderBy(NEED.POSITION).stream()
                .collect(Collectors.groupingBy(ElementJoiner::above));
        byParent.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.getParent() == null)
                .collect(Collectors.groupingBy(NeedRecord::getElement))
                .values()
                .forEach(roots -> roots.stream()
                        .sorted(java.util.Comparator.comparing(NeedRecord::getPosition))
                        .forEach(row ->
                                owner(row).withArrayProperty(row.getList()).add(entry(row, byParent))));
    }

    private ObjectNode owner(NeedRecord row) {
        Integer method = row.getMethod();
        return method == null ? ItemJoiner.of(trees, row.getElement()) : method(row.getElement(), method);
    }

    private static String above(NeedRecord row) {
        return row.getElement() + " " + Objects.requireNonNullElse(row.getParent(), "");
    }

    private static JsonNode entry(NeedRecord row, Map<String, List<NeedRecord>> byParent) {
        if (row.getForm().equals("one")) {
            return Shape.MAPPER.getNodeFactory().textNode(row.getNeeded());
        }
        ObjectNode tree = Shape.MAPPER.createObjectNode();
        Shapes.NEED_ENTRY.join(row, tree);
        ArrayNode members = tree.putArray("of");
        for (NeedRecord member : byParent.getOrDefault(row.getElement() + " " + row.getPath(), List.of())) {
            members.add(entry(member, byParent));
            if (member.getShare() != null) {
                tree.withArrayProperty("shares").add(member.getShare());
            }
        }
        return tree;
    }
}
