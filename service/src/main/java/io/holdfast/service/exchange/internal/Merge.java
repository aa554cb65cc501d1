package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.ImportDefaults;
import io.holdfast.service.exchange.ImportOptions;
import io.holdfast.service.exchange.ImportReport.Kept;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a source says onto an element, field by field. Where the source says the same as last time, what stands here
 * stays. Where it says something new and nobody has changed the field here, the new value is taken. Where both changed, what
 * people wrote stays and is reported. Needs go the same way, entry by entry. Everything that no source fills (names in
 * languages, objectives, tier, ways of recovery, failure, impact, agreements, tags, needs that people wrote) is left alone.
 */
final class Merge {

    private final ImportOptions options;
    private final List<Kept> kept;

    Merge(ImportOptions options, List<Kept> kept) {
        this.options = options;
        this.kept = kept;
    }

    /** A new element, with the defaults that are switched on. */
    Element create(Candidate theirs) {
        ElementBuilder builder = new ElementBuilder(theirs.id(), theirs.type(), theirs.kind());
        Map<String, Object> extras = new LinkedHashMap<>();
        if (theirs.type() == ElementType.SERVICE && options.givesObjectives()) {
            int tier = options.tierOfServices();
            builder.tier(tier).objectives(ImportDefaults.objectivesByTier().getOrDefault(tier, Objectives.NONE));
            extras.put("x-defaults", List.of("tier", "objectives"));
        }
        if (options.givesRecoveryTo(theirs.kind())) {
            builder.methods(ImportDefaults.methodsOf(theirs.kind()));
        }
        return finish(builder, theirs, theirs.fields(), Label.NONE, extras, theirs.needs());
    }

    /** An element that is here already. */
    Element update(Element mine, Candidate theirs) {
        Map<String, Object> base = ImportedFields.lastSaid(mine.label());
        Map<String, Object> here = ImportedFields.of(mine);
        Map<String, Object> merged = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>(here.keySet());
        keys.addAll(theirs.fields().keySet());
        for (String key : keys) {
            boolean imported = base.containsKey(key) || theirs.fields().containsKey(key);
            Object value = imported
                    ? decide(
                            mine.id(),
                            key,
                            base.get(key),
                            here.get(key),
                            theirs.fields().get(key))
                    : here.get(key);
            ImportedFields.put(merged, key, value);
        }
        ElementBuilder builder = new ElementBuilder(
                        mine.id(),
                        mine.type(),
                        Objects.requireNonNullElse(ImportedFields.text(merged, "kind"), mine.kind()))
                .zone(mine.zone())
                .restart(mine.restart())
                .demand(mine.demand())
                .objectives(mine.objectives())
                .tier(mine.tier())
                .impact(mine.impact())
                .serviceLevel(mine.serviceLevel())
                .failure(mine.failure())
                .commonCause(mine.commonCause())
                .methods(mine.methods());
        Element updated = finish(builder, theirs, merged, mine.label(), others(mine.label()), needs(mine, theirs));
        return sameAs(mine, updated) ? mine : updated;
    }

    /** Equal but for the order of the extra keys. */
    private static boolean sameAs(Element mine, Element updated) {
        return mine.equals(updated);
    }

    private @Nullable Object decide(
            Id id, String key, @Nullable Object base, @Nullable Object here, @Nullable Object source) {
        if (Objects.equals(source, base) || Objects.equals(source, here)) {
            return here;
        }
        if (Objects.equals(here, base)) {
            return source;
        }
        kept.add(new Kept(id.value(), key, String.valueOf(here), String.valueOf(source)));
        return here;
    }

    /** Extra keys that do not begin with {@code x-}: kept by the format, filled by no import. */
    private static Map<String, Object> others(Label label) {
        Map<String, Object> others = new LinkedHashMap<>();
        label.extras().forEach((key, value) -> {
            if (!key.startsWith("x-")) {
                others.put(key, value);
            }
        });
        return others;
    }

    private static Element finish(
            ElementBuilder builder,
            Candidate theirs,
            Map<String, Object> fields,
            Label before,
            Map<String, Object> extras,
            List<Need> needs) {
        Map<String, Object> all = new LinkedHashMap<>(extras);
        fields.forEach((key, value) -> {
            if (key.startsWith("x-")) {
                all.put(key, value);
            }
        });
        Map<String, Object> said = new LinkedHashMap<>(theirs.fields());
        List<String> texts = theirs.needs().stream()
                .map(NeedText::of)
                .flatMap(Optional::stream)
                .toList();
        if (!texts.isEmpty()) {
            said.put(ImportedFields.NEEDS, texts);
        }
        all.put(ImportedFields.IMPORTED, said);
        String site = ImportedFields.text(fields, "site");
        return builder.label(new Label(
                        ImportedFields.text(fields, "name"),
                        before.names(),
                        ImportedFields.text(fields, "owner"),
                        ImportedFields.text(fields, "note"),
                        before.tags(),
                        theirs.key(),
                        all))
                .site(site == null ? null : Id.of(site))
                .capacity(ImportedFields.capacity(fields))
                .needs(needs)
                .build();
    }

    private static List<Need> needs(Element mine, Candidate theirs) {
        Set<String> base = new HashSet<>(ImportedFields.needsLastSaid(mine));
        Map<String, Need> here = new LinkedHashMap<>();
        mine.needs().forEach(need -> NeedText.of(need).ifPresent(text -> here.put(text, need)));
        Set<String> source = new LinkedHashSet<>();
        List<Need> merged = new ArrayList<>();
        for (Need need : theirs.needs()) {
            String text = NeedText.of(need).orElseThrow();
            source.add(text);
            Need own = here.get(text);
            if (own != null) {
                merged.add(own);
            } else if (!base.contains(text)) {
                merged.add(need);
            } // else people removed it here: it stays removed
        }
        for (Need need : mine.needs()) {
            Optional<String> text = NeedText.of(need);
            boolean handled = text.isPresent() && (source.contains(text.get()) || base.contains(text.get()));
            if (!handled) {
                merged.add(need);
            }
        }
        return new HashSet<>(merged).equals(new HashSet<>(mine.needs()))
                        && merged.size() == mine.needs().size()
                ? mine.needs()
                : merged;
    }
}
