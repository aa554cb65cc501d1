package io.holdfast.service.register.store;

import static io.holdfast.service.register.store.Shape.take;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.jooq.tables.records.ContactRecord;
import io.holdfast.service.jooq.tables.records.HitElementRecord;
import io.holdfast.service.jooq.tables.records.HitRecord;
import io.holdfast.service.jooq.tables.records.HitSiteRecord;
import io.holdfast.service.jooq.tables.records.ItemNameRecord;
import io.holdfast.service.jooq.tables.records.ItemRecord;
import io.holdfast.service.jooq.tables.records.ModelDrillRecord;
import io.holdfast.service.jooq.tables.records.ModelDrillScopeRecord;
import io.holdfast.service.jooq.tables.records.ModelPlanElementRecord;
import io.holdfast.service.jooq.tables.records.ModelPlanRecord;
import io.holdfast.service.jooq.tables.records.ScenarioRecord;
import io.holdfast.service.jooq.tables.records.SiteRecord;
import io.holdfast.service.jooq.tables.records.TeamRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns entries of a model file into rows. */
final class ItemSplitter {

    private final Rows rows;
    private final ElementSplitter elements;

    ItemSplitter(Rows rows) {
        this.rows = rows;
        elements = new ElementSplitter(rows);
    }

    /** Adds the rows of one entry; the tree is used up. */
    void split(ItemType type, long position, int version, ObjectNode tree) {
        String id = tree.path("id").asText();
        names(id, take(tree, "names"));
        switch (type) {
            case SITE -> site(id, tree);
            case TEAM -> team(id, tree);
            case CONTACT -> contact(id, tree);
            case ASSET, SERVICE, PROCESS -> elements.split(type, id, tree);
            case PLAN -> plan(id, tree);
            case SCENARIO -> scenario(id, tree);
            case DRILL -> drill(id, tree);
        }
        ItemRecord item = new ItemRecord();
        item.setType(type.word());
        item.setPosition(position);
        item.setVersion(version);
        Shapes.ITEM_LABEL.split(tree, item);
        rows.add(item);
    }

    private void names(String id, @Nullable JsonNode names) {
        if (names == null) {
            return;
        }
        int position = 0;
        for (Map.Entry<String, JsonNode> each : names.properties()) {
            rows.add(new ItemNameRecord(
                    id, each.getKey(), position++, each.getValue().asText()));
        }
    }

    private void site(String id, ObjectNode tree) {
        SiteRecord row = new SiteRecord();
        row.setId(id);
        Shapes.SITE_PLACE.split(tree, row);
        rows.add(row);
    }

    private void team(String id, ObjectNode tree) {
        TeamRecord row = new TeamRecord();
        row.setId(id);
        Shapes.TEAM_SIZE.split(tree, row);
        rows.add(row);
    }

    private void contact(String id, ObjectNode tree) {
        ContactRecord row = new ContactRecord();
        row.setId(id);
        Shapes.CONTACT_REACH.split(tree, row);
        rows.add(row);
    }

    private void plan(String id, ObjectNode tree) {
        rows.add(new ModelPlanRecord(id));
        for (String list : new String[] {"covers", "sequence"}) {
            int position = 0;
            for (String element : ids(take(tree, list))) {
                rows.add(new ModelPlanElementRecord(id, list, position++, element));
            }
        }
    }

    private void drill(String id, ObjectNode tree) {
        ModelDrillRecord row = new ModelDrillRecord();
        row.setId(id);
        Shapes.DRILL_OWN.split(tree, row);
        rows.add(row);
        int position = 0;
        for (String element : ids(take(tree, "scope"))) {
            rows.add(new ModelDrillScopeRecord(id, position++, element));
        }
    }

    private void scenario(String id, ObjectNode tree) {
        ScenarioRecord row = new ScenarioRecord();
        row.setId(id);
        Shapes.SCENARIO_OWN.split(tree, row);
        rows.add(row);
        int position = 0;
        JsonNode hits = take(tree, "hits");
        if (hits != null) {
            for (JsonNode hit : hits) {
                hit(id, position++, (ObjectNode) hit);
            }
        }
    }

    private void hit(String scenario, int position, ObjectNode tree) {
        int at = 0;
        for (String element : ids(take(tree, "of"))) {
            rows.add(new HitElementRecord(scenario, position, at++, element));
        }
        at = 0;
        for (String site : ids(take(tree, "sites"))) {
            rows.add(new HitSiteRecord(scenario, position, at++, site));
        }
        HitRecord row = new HitRecord();
        row.setScenario(scenario);
        row.setPosition(position);
        Shapes.HIT_OWN.split(tree, row);
        rows.add(row);
    }

    private static String[] ids(@Nullable JsonNode list) {
        return list == null ? new String[0] : Shape.texts(list);
    }
}
