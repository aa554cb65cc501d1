package io.holdfast.service.register.web;

import io.holdfast.service.register.NeedGraph;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.model.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of one revision with what a search looks in, worked out once. Immutable; for any number of threads. */
final class ElementRows {

    private final List<ElementRow> rows;
    private final List<String> searched;

    private ElementRows(RegisterState state) {
        List<Element> elements = state.model().elements();
        List<EffectiveObjectives> goals = state.objectives();
        NeedGraph graph = state.graph();
        List<ElementRow> made = new ArrayList<>(elements.size());
        for (int e = 0; e < elements.size(); e++) {
            made.add(ElementRow.of(elements.get(e), goals.get(e), graph));
        }
        rows = List.copyOf(made);
        searched = rows.stream().map(ElementRow::searched).toList();
    }

    /** The rows of a state. */
    static ElementRows of(RegisterState state) {
        return state.derive(ElementRows.class, ElementRows::new);
    }

    /** All of them, in the order of the model. */
    List<ElementRow> rows() {
        return rows;
    }

    /** Those of a type, a kind and a site in which a word stands, whatever its case; null asks for nothing. */
    List<ElementRow> select(
            @Nullable String type, @Nullable String kind, @Nullable String site, @Nullable String word) {
        String wanted = word == null ? "" : word.toLowerCase(Locale.ROOT);
        List<ElementRow> found = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            ElementRow row = rows.get(r);
            if ((type == null || type.equals(row.type()))
                    && (kind == null || kind.equals(row.kind()))
                    && (site == null || site.equals(row.site()))
                    && searched.get(r).contains(wanted)) {
                found.add(row);
            }
        }
        return found;
    }
}
