package io.holdfast.service.exchange.internal;

import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the elements and places of an imported register. */
final class RegisterCandidates {

    private static final String SITE = "site";

    /** What a heading of the source begins with where its {@code x-} key has a meaning of its own here. */
    private static final String OF_SOURCE = "source-";

    /** Names whose {@code x-} key of an element has a meaning here, such as the unit that decides who may edit it. */
    private static final Set<String> MEANT = Set.of(
            "agreements",
            "bia",
            "connections",
            "defaults",
            "facts",
            "group",
            "imported",
            "parent",
            "relation",
            "reviewed",
            "unit");

    private final Map<String, AssetRow> rows = new LinkedHashMap<>();
    private final Map<String, List<RelationRow>> relations = new LinkedHashMap<>();
    private final IdBook ids;
    private final Report report;
    private final String file;

    RegisterCandidates(ImportedRegister register, IdBook ids, Report report, String file) {
        this.ids = ids;
        this.report = report;
        this.file = file;
        register.assets().forEach(row -> rows.put(row.key(), row));
        register.relations()
                .forEach(row -> relations
                        .computeIfAbsent(row.from(), key -> new ArrayList<>())
                        .add(row));
    }

    List<Candidate> assets() {
        return rows.values().stream().map(this::asset).toList();
    }

    /** The places of the imported sites, and of whatever else has coordinates. */
    List<Site> places() {
        return rows.values().stream()
                .filter(RegisterCandidates::hasPlace)
                .map(this::place)
                .toList();
    }

    private Site place(AssetRow row) {
        Label label = new Label(row.name(), Map.of(), null, null, List.of(), row.key(), Map.of());
        return new Site(placeId(row), label, row.lat(), row.lon());
    }

    private static boolean hasPlace(AssetRow row) {
        return row.kind().equals(SITE) || row.lat() != null;
    }

    private Id placeId(AssetRow site) {
        return Id.of(ids.getId(site.key()) + IdBook.PLACE);
    }

    private Candidate asset(AssetRow row) {
        List<RelationRow> own = relations.getOrDefault(row.key(), List.of());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", row.kind());
        fields.put("name", row.name());
        ImportedFields.put(fields, "owner", row.owner());
        ImportedFields.put(fields, "note", row.note());
        ImportedFields.put(fields, "site", siteOf(row));
        ImportedFields.putCapacity(fields, row.capacity());
        ImportedFields.put(fields, "x-status", row.status());
        ImportedFields.put(fields, "x-role", row.role());
        ImportedFields.put(fields, "x-model", row.model());
        String parent = row.parent();
        ImportedFields.put(
                fields, "x-parent", parent == null ? null : ids.getId(parent).value());
        row.more().forEach((heading, value) -> putFurther(fields, row, heading, value));
        List<Object> cables =
                own.stream().filter(RelationRow::isCable).map(this::cable).toList();
        if (!cables.isEmpty()) {
            fields.put(ImportedFields.CONNECTIONS, cables);
        }
        return new Candidate(ids.getId(row.key()), row.key(), ElementType.ASSET, row.kind(), fields, needs(own));
    }

    /** What the register has no field for: never under a key that means something here, nor over what stands there. */
    private void putFurther(Map<String, Object> fields, AssetRow row, String heading, String value) {
        String name = heading.replaceAll("[^\\p{L}\\p{N}_.-]", "-").replaceFirst("^x-", "");
        boolean meant = MEANT.contains(name.toLowerCase(Locale.ROOT));
        String key = "x-" + (meant ? OF_SOURCE : "") + name;
        if (meant) {
            report.warning(
                    "attribute-renamed",
                    file,
                    "What the source calls '" + heading + "' is kept as " + key + ", since x-" + name
                            + " has a meaning of its own here, as of '" + row.key() + "'.");
        }
        Object before = fields.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            report.warning(
                    "attribute-twice",
                    file,
                    "Two values for one key: the first is kept, as " + key + " of '" + row.key() + "', and '" + value
                            + "' of '" + heading + "' is left out. Rename one of them in the source.");
        }
    }

    private Object cable(RelationRow row) {
        Map<String, Object> cable = new LinkedHashMap<>();
        cable.put("to", ids.getId(row.to()).value());
        cable.put("kind", row.kind());
        return cable;
    }

    /** Its own place, else that of the site in which it lies, found by walking up its parents. */
    private @Nullable String siteOf(AssetRow row) {
        AssetRow at = row;
        while (at != null) {
            if (hasPlace(at)) {
                return placeId(at).value();
            }
            at = at.parent() == null ? null : rows.get(at.parent());
        }
        return null;
    }

    private List<Need> needs(List<RelationRow> own) {
        List<Need> needs = new ArrayList<>();
        Map<String, List<RelationRow>> groups = new LinkedHashMap<>();
        for (RelationRow row : own) {
            String group = row.group();
            if (group == null) {
                needs.add(NeedText.one(word(row.kind()), ids.getId(row.to()), null));
            } else if (!row.isCable()) {
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(row);
            }
        }
        groups.values().forEach(group -> needs.add(alternatives(group)));
        return needs;
    }

    private Need alternatives(List<RelationRow> group) {
        int minUp = group.stream()
                .map(RelationRow::minUp)
                .filter(Objects::nonNull)
                .mapToInt(Objects::requireNonNull)
                .findFirst()
                .orElse(1);
        List<Id> members = group.stream().map(row -> ids.getId(row.to())).toList();
        return NeedText.some(word(group.getFirst().kind()), minUp, members);
    }

    /** The kind of a relation as one word. */
    private static String word(String kind) {
        return kind.strip().replaceAll("\\s+", "-");
    }
}
