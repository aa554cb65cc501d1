package io.holdfast.service.register.web;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the dependency graph: {@code from} needs {@code to}.
 *
 * @param from who needs
 * @param to who is needed
 * @param kind {@code need}, {@code alternative} (some of a group do), {@code pool} (members carry load together) or
 *     {@code method} (only a way of recovery needs it)
 * @param group what lines of one entry have in common, or null for a need of one
 * @param atLeast how many of the group must be up, or null where that is not counted
 */
public record NeedEdge(
        String from,
        String to,
        String kind,
        @Nullable String group,
        @Nullable Integer atLeast) {

    /** All lines that begin at an element, methods included, in file order. */
    public static List<NeedEdge> of(Element element) {
        List<NeedEdge> edges = new ArrayList<>();
        String from = element.id().value();
        addAll(edges, from, from, "need", element.needs());
        int position = 0;
        for (RecoveryMethod method : element.methods()) {
            String group = from + "/recovery/" + position++;
            List<Need> own = method.needs();
            methodNeeds(edges, from, group, own == null ? List.of() : own);
            methodNeeds(edges, from, group, method.alsoNeeds());
        }
        return edges.stream().distinct().toList();
    }

    private static void methodNeeds(List<NeedEdge> edges, String from, String group, List<Need> needs) {
        needs.stream()
                .flatMap(Need::elements)
                .forEach(to -> edges.add(new NeedEdge(from, to.value(), "method", group, null)));
    }

    private static void addAll(List<NeedEdge> edges, String from, String path, String kind, List<Need> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Need entry = entries.get(i);
            String group = entry.terms().id() == null
                    ? path + "/" + i
                    : entry.terms().id().value();
            switch (entry) {
                case Need.One one ->
                    edges.add(new NeedEdge(from, one.element().value(), kind, groupOf(kind, path), null));
                case Need.AllOf all -> addAll(edges, from, group, kind, all.members());
                case Need.AtLeast some -> members(edges, from, group, "alternative", some.members(), some.atLeast());
                case Need.Pool pool -> members(edges, from, group, "pool", pool.members(), null);
            }
        }
    }

    private static @Nullable String groupOf(String kind, String path) {
        return kind.equals("need") ? null : path;
    }

    private static void members(
            List<NeedEdge> edges,
            String from,
            String group,
            String kind,
            List<Need> members,
            @Nullable Integer atLeast) {
        members.stream()
                .flatMap(Need::elements)
                .forEach(to -> edges.add(new NeedEdge(from, to.value(), kind, group, atLeast)));
    }
}
