package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.ImportOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a register's source holds, whichever its form.
 *
 * @param assets in natural order of their keys
 * @param relations in natural order of their ends
 */
public record ImportedRegister(List<AssetRow> assets, List<RelationRow> relations) {

    /** Copies the lists and puts them in order, so that equal contents are equal whatever their order in the source. */
    public ImportedRegister {
        assets = assets.stream().sorted(NaturalOrder.by(AssetRow::key)).toList();
        relations = relations.stream()
                .sorted(NaturalOrder.by(RelationRow::from)
                        .thenComparing(RelationRow::kind)
                        .thenComparing(each -> each.group() == null ? "" : each.group())
                        .thenComparing(NaturalOrder.by(RelationRow::to)))
                .toList();
    }

    /** Kinds that say where things are; they stay as they are. */
    private static final Set<String> PLACES = Set.of("site", "location", "region");

    /** The same with other kinds. */
    public ImportedRegister withKinds(ImportOptions options) {
        return new ImportedRegister(
                assets.stream()
                        .map(row ->
                                PLACES.contains(row.kind()) ? row : row.ofKind(options.kindOf(row.role(), row.kind())))
                        .toList(),
                relations);
    }

    /** How many assets have each role. */
    public Map<String, Integer> roles() {
        Map<String, Integer> roles = new TreeMap<>();
        assets.stream()
                .map(AssetRow::role)
                .filter(Objects::nonNull)
                .forEach(role -> roles.merge(role, 1, Integer::sum));
        return roles;
    }
}
