package io.holdfast.service.register.store;

import static io.holdfast.service.jooq.Tables.CONTACT;
import static io.holdfast.service.jooq.Tables.HIT;
import static io.holdfast.service.jooq.Tables.HIT_ELEMENT;
import static io.holdfast.service.jooq.Tables.HIT_SITE;
import static io.holdfast.service.jooq.Tables.ITEM;
import static io.holdfast.service.jooq.Tables.ITEM_NAME;
import static io.holdfast.service.jooq.Tables.MODEL_DRILL;
import static io.holdfast.service.jooq.Tables.MODEL_DRILL_SCOPE;
import static io.holdfast.service.jooq.Tables.MODEL_PLAN_ELEMENT;
import static io.holdfast.service.jooq.Tables.SCENARIO;
import static io.holdfast.service.jooq.Tables.SITE;
import static io.holdfast.service.jooq.Tables.TEAM;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.jooq.tables.records.ItemRecord;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Turns all rows of the register back into the trees of a model file. One use an instance. */
final class ItemJoiner {

    private final DSLContext jooq;

    ItemJoiner(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Puts every entry into its list of the document, in order. */
    void join(ObjectNode document) {
        Map<String, ObjectNode> trees = jooq.selectFrom(ITEM).orderBy(ITEM.POSITION).stream()
                .collect(Collectors.toMap(
                        ItemRecord::getId,
                        item -> addTo(document, item),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
        jooq.selectFrom(ITEM_NAME)
                .orderBy(ITEM_NAME.ITEM, ITEM_NAME.POSITION)
                .forEach(name ->
                        of(trees, name.getItem()).withObjectProperty("names").put(name.getLanguage(), name.getName()));
        own(trees, SITE, SITE.ID, Shapes.SITE_PLACE);
        own(trees, TEAM, TEAM.ID, Shapes.TEAM_SIZE);
        own(trees, CONTACT, CONTACT.ID, Shapes.CONTACT_REACH);
        own(trees, SCENARIO, SCENARIO.ID, Shapes.SCENARIO_OWN);
        own(trees, MODEL_DRILL, MODEL_DRILL.ID, Shapes.DRILL_OWN);
        hits(trees);
        lists(trees);
        new ElementJoiner(jooq, trees).join();
    }

    private static ObjectNode addTo(ObjectNode document, ItemRecord item) {
        ItemType type = ItemType.find(item.getType())
                .orElseThrow(() -> new IllegalStateException("Item of unknown type " + item.getType()));
        ObjectNode tree = document.withArrayProperty(type.section()).addObject();
        Shapes.ITEM_LABEL.join(item, tree);
        if (type == ItemType.SCENARIO) {
            tree.putArray("hits");
        }
        return tree;
    }

    private <R extends Record> void own(Map<String, ObjectNode> trees, Table<R> table, Field<String> id, Shape shape) {
        jooq.selectFrom(table).forEach(row -> shape.join(row, of(trees, row.get(id))));
    }

    private void hits(Map<String, ObjectNode> trees) {
        jooq.selectFrom(HIT).orderBy(HIT.SCENARIO, HIT.POSITION).forEach(row -> {
            ArrayNode hits = of(trees, row.getScenario()).withArrayProperty("hits");
            Shapes.HIT_OWN.join(row, hits.addObject());
        });
        jooq.selectFrom(HIT_ELEMENT)
                .orderBy(HIT_ELEMENT.SCENARIO, HIT_ELEMENT.HIT, HIT_ELEMENT.POSITION)
                .forEach(row -> hit(trees, row.getScenario(), row.getHit())
                        .withArrayProperty("of")
                        .add(row.getElement()));
        jooq.selectFrom(HIT_SITE)
                .orderBy(HIT_SITE.SCENARIO, HIT_SITE.HIT, HIT_SITE.POSITION)
                .forEach(row -> hit(trees, row.getScenario(), row.getHit())
                        .withArrayProperty("sites")
                        .add(row.getSite()));
    }

    private static ObjectNode hit(Map<String, ObjectNode> trees, String scenario, int position) {
        return (ObjectNode) of(trees, scenario).withArrayProperty("hits").get(position);
    }

    private void lists(Map<String, ObjectNode> trees) {
        jooq.selectFrom(MODEL_PLAN_ELEMENT)
                .orderBy(MODEL_PLAN_ELEMENT.PLAN, MODEL_PLAN_ELEMENT.LIST, MODEL_PLAN_ELEMENT.POSITION)
                .forEach(row -> of(trees, row.getPlan())
                        .withArrayProperty(row.getList())
                        .add(row.getElement()));
        jooq.selectFrom(MODEL_DRILL_SCOPE)
                .orderBy(MODEL_DRILL_SCOPE.DRILL, MODEL_DRILL_SCOPE.POSITION)
                .forEach(row ->
                        of(trees, row.getDrill()).withArrayProperty("scope").add(row.getElement()));
    }

    static ObjectNode of(Map<String, ObjectNode> trees, String id) {
        ObjectNode tree = trees.get(id);
        if (tree == null) {
            throw new IllegalStateException("A row belongs to '" + id + "', which is not there");
        }
        return tree;
    }
}
