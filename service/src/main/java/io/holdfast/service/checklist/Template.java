package io.holdfast.service.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is checked, as data. Texts are by language, {@code en} and {@code zh-Hant}.
 *
 * @param id lower-case letters, digits, dots and hyphens
 * @param names what it is called
 * @param about what it is for and where its items come from
 * @param appliesTo what it is about
 * @param variants columns, such as service models; empty where there is only one
 * @param groups areas, in the order in which they are shown
 * @param items what is asked, in order
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Template(
        String id,
        Map<String, String> names,
        Map<String, String> about,
        AppliesTo appliesTo,
        List<Variant> variants,
        List<Group> groups,
        List<Item> items) {

    /** Copies the collections. */
    public Template {
        names = Map.copyOf(names);
        about = Map.copyOf(about);
        variants = List.copyOf(variants);
        groups = List.copyOf(groups);
        items = List.copyOf(items);
    }

    /**
     * What a template is about.
     *
     * @param kinds kinds of elements
     * @param sites whether sites
     * @param expected whether each of those is to be checked, so that one that was not is listed as open
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AppliesTo(List<String> kinds, boolean sites, boolean expected) {

        /** Copies the kinds. */
        public AppliesTo {
            kinds = List.copyOf(kinds);
        }

        /** Whether something is what the template is about. */
        public boolean takes(CheckedThing thing) {
            return thing.isSite() ? sites : kinds.contains(thing.kind());
        }
    }

    /** A column, such as SaaS. */
    public record Variant(String id, Map<String, String> names) {

        /** Copies the names. */
        public Variant {
            names = Map.copyOf(names);
        }
    }

    /** An area, such as access control. */
    public record Group(String id, Map<String, String> names) {

        /** Copies the names. */
        public Group {
            names = Map.copyOf(names);
        }
    }

    /**
     * One thing that is asked.
     *
     * @param number its number, such as {@code 2.1}, once in the template
     * @param group the id of its area
     * @param texts what is asked
     * @param clause where it is asked for, such as S13; null for nowhere in particular
     * @param strength {@code shall} (應) or {@code should} (宜)
     * @param guideline whether the guideline asks for it; else it is what we make of the area
     * @param variants the columns that it is asked of; empty for all
     * @param everyMonths how often it is looked at again; what it rests on is stale when it is older
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Item(
            String number,
            String group,
            Map<String, String> texts,
            @Nullable String clause,
            Strength strength,
            boolean guideline,
            List<String> variants,
            int everyMonths) {

        /** Copies the collections. */
        public Item {
            texts = Map.copyOf(texts);
            variants = List.copyOf(variants);
        }

        /** Whether it is asked of a column. */
        public boolean isAskedOf(String variant) {
            return variants.isEmpty() || variants.contains(variant);
        }
    }

    /** The items that are asked of a column. */
    public List<Item> itemsOf(String variant) {
        return items.stream().filter(item -> item.isAskedOf(variant)).toList();
    }

    /** The item of a number. */
    public Optional<Item> findItem(String number) {
        return items.stream().filter(item -> item.number().equals(number)).findFirst();
    }

    /** Whether it has a column; the empty text where it has none at all. */
    public boolean hasVariant(String id) {
        return variants.isEmpty()
                ? id.isEmpty()
                : variants.stream().anyMatch(variant -> variant.id().equals(id));
    }
}
