package io.holdfast.service.exchange.internal;

import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by what people call them: an id, else a key of a source, else a name in any language, else an id in other letters; wide and narrow characters,
 * capital and small letters are the same. A name that several have names none of them.
 */
final class NameBook {

    /** Beyond this many names, looking for the nearest one would take too long to be a help. */
    private static final int MOST_SUGGESTED = 20_000;

    private final Map<String, Set<String>> byKey = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();

    private NameBook() {}

    /** Without any entry. */
    static NameBook empty() {
        return new NameBook();
    }

    /** Of the assets, services and processes of a model. */
    static NameBook ofElements(ContinuityModel model) {
        NameBook book = new NameBook();
        model.elements().forEach(each -> book.add(each.id(), each.label()));
        return book;
    }

    /** Of a list of a model, by its key in the file. */
    static NameBook ofList(ContinuityModel model, String list) {
        NameBook book = new NameBook();
        switch (list) {
            case "sites" -> model.sites().forEach(each -> book.add(each.id(), each.label()));
            case "teams" -> model.teams().forEach(each -> book.add(each.id(), each.label()));
            case "contacts" -> model.contacts().forEach(each -> book.add(each.id(), each.label()));
            case "scenarios" -> model.scenarios().forEach(each -> book.add(each.id(), each.label()));
            default -> throw new IllegalArgumentException("Nothing is called by names in the list '" + list + "'");
        }
        return book;
    }

    private void add(Id id, Label label) {
        add(id.value(), label.externalKey(), label.name(), label.names().values());
    }

    /** Adds an entry. */
    void add(String id, @Nullable String key, @Nullable String name, Collection<String> names) {
        ids.add(id);
        note(byKey, key, id);
        note(byName, name, id);
        names.forEach(each -> note(byName, each, id));
    }

    private static void note(Map<String, Set<String>> book, @Nullable String text, String id) {
        if (text != null && !text.isBlank()) {
            book.computeIfAbsent(PlainCell.folded(text), each -> new LinkedHashSet<>())
                    .add(id);
        }
    }

    /** The ids that a text may mean; one where it is clear. */
    List<String> find(String text) {
        if (ids.contains(text)) {
            return List.of(text);
        }
        String folded = PlainCell.folded(text);
        Set<String> called = byKey.getOrDefault(folded, byName.getOrDefault(folded, Set.of()));
        return called.isEmpty() && ids.contains(folded) ? List.of(folded) : List.copyOf(called);
    }

    /** The one that has a name and no other. */
    Optional<String> findByName(String name) {
        Set<String> found = byName.getOrDefault(PlainCell.folded(name), Set.of());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** "Did you mean 'x'? " where something is called nearly so. */
    String didYouMean(String text) {
        if (ids.size() > MOST_SUGGESTED) {
            return "";
        }
        Set<String> known = new LinkedHashSet<>(ids);
        known.addAll(byName.keySet());
        known.addAll(byKey.keySet());
        return Suggestion.didYouMean(PlainCell.folded(text), known);
    }
}
