package io.holdfast.service.exchange.internal;

import io.holdfast.service.register.Section;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.ContinuityModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is stored of the entries of a list, as cells by heading. */
final class StoredCells {

    private StoredCells() {}

    /** The cells of every entry by its id, in the order of the register. */
    static Map<String, Map<String, String>> of(ContinuityModel model, Section section) {
        Map<String, Map<String, String>> entries = new LinkedHashMap<>();
        ModelWriter.toTrees(model, section.key())
                .forEach(entry -> entries.put(entry.path(FieldForm.ID).asText(), EntryColumns.cells(entry)));
        return entries;
    }
}
