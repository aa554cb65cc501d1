package io.holdfast.service.exchange.internal;

import java.util.List;

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
}
