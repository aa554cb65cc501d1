package io.holdfast.simulator.lint;

import io.holdfast.simulator.compile.StaticFindings;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Three copies of data, one of them at another site: the element itself and what the methods that bring its data back name as
 * holding them. That is what a method needs to start; of a failover to a replica what it names of the element's own kind, or of
 * kinds that keep data. Not judged where a method does not say where its copies are. The format says nothing of media, so the
 * two media of 3-2-1 are not judged.
 */
final class Copies implements Check {

    private static final int LEAST = 3;
    private static final Set<String> KEEPERS = Set.of("database", "storage", "cloud");

    @Override
    public void run(LintModel model, Consumer<Conflict> found) {
        Places places = new Places(model);
        for (Element element : model.elements()) {
            List<Set<Id>> named = element.methods().stream()
                    .filter(method -> method.data() != null)
                    .map(method -> holders(model, element, method))
                    .toList();
            if (!named.isEmpty() && named.stream().noneMatch(Set::isEmpty)) {
                Set<Id> holders = new TreeSet<>();
                named.forEach(holders::addAll);
                check(element, holders, places, found);
            }
        }
    }

    private static void check(Element element, Set<Id> holders, Places places, Consumer<Conflict> found) {
        if (holders.size() + 1 < LEAST) {
            found.accept(conflict(LintRule.COPIES_TOO_FEW, element, holders, "element"));
        }
        Id own = element.site();
        List<Set<Id>> sites = holders.stream().map(places::of).toList();
        if (own != null
                && sites.stream().noneMatch(Set::isEmpty)
                && sites.stream().allMatch(Set.of(own)::equals)) {
            found.accept(conflict(LintRule.NO_COPY_OFF_SITE, element, holders, own.value()));
        }
    }

    private static Set<Id> holders(LintModel model, Element element, RecoveryMethod method) {
        boolean replica = method.data() instanceof MethodData.Replica;
        Stream<Need> needs =
                replica && method.kind() == MethodKind.FAILOVER ? LintModel.named(method) : method.alsoNeeds().stream();
        Set<Id> holders = new TreeSet<>();
        needs.flatMap(Need::elements)
                .filter(id -> !id.equals(element.id()))
                .filter(id -> !replica || keepsData(element, model.element(model.place(id))))
                .forEach(holders::add);
        return holders;
    }

    private static boolean keepsData(Element element, Element holder) {
        return holder.kind().equals(element.kind()) || KEEPERS.contains(holder.kind());
    }

    private static Conflict conflict(LintRule rule, Element element, Set<Id> holders, String site) {
        List<Id> elements = new ArrayList<>(List.of(element.id()));
        elements.addAll(holders);
        return new Conflict(
                rule,
                Shown.finding(
                        rule,
                        elements,
                        "element",
                        element.id(),
                        "site",
                        site,
                        "copies",
                        holders.size() + 1,
                        "least",
                        LEAST,
                        "holders",
                        StaticFindings.shortList(List.copyOf(holders))),
                List.of(
                        new Figure("copies", holders.size() + 1, "count", element.id()),
                        new Figure("least", LEAST, "count", null)),
                Mend.element(element.id(), "recovery"));
    }
}
