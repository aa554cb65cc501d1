package io.holdfast.simulator.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads changed entries of a model that was valid, among those that stay, with the same rules and messages as a whole file. What
 * is not changed is neither written nor read. That nothing names a removed entry is not looked at: whoever removes one that
 * {@link CanonicalModel#mentions} reads the whole instead. One use an instance.
 */
public final class EntryReader {

    private final Reading reading = new Reading((path, keys) -> {});
    private final Names names = new Names(reading);
    private final Map<Id, Integer> teamSizes = new HashMap<>();
    private final Map<Id, Element> elements = new HashMap<>();
    private final Map<ElementType, List<Element>> newElements = new HashMap<>();
    private final Map<Id, Scenario> scenarios = new HashMap<>();
    private final List<Scenario> newScenarios = new ArrayList<>();

    private EntryReader() {}

    /**
     * The model after the edits, or what is wrong with them. Cost: one pass over the ids of the model, and reading the
     * entries.
     *
     * @param model a model that is valid
     * @param edits of entries that it has, each of another; an entry keeps its id
     */
    public static ReadOutcome change(ContinuityModel model, List<EntryEdit> edits) {
        return new EntryReader().run(model, edits);
    }

    private ReadOutcome run(ContinuityModel model, List<EntryEdit> edits) {
        Set<Id> touched = new HashSet<>();
        edits.forEach(edit -> {
            if (edit.stored() != null) {
                touched.add(edit.stored());
            }
        });
        know(model, touched);
        edits.forEach(this::read);
        names.check();
        if (!reading.violations().isEmpty()) {
            return new ReadOutcome.Refused(reading.violations());
        }
        return new ReadOutcome.Read(changed(model, touched), reading.unknownKeys());
    }

    private void know(ContinuityModel model, Set<Id> touched) {
        model.sites().forEach(site -> names.know(site.id(), "site"));
        model.teams().forEach(team -> {
            names.know(team.id(), "team");
            teamSizes.put(team.id(), team.size());
        });
        model.contacts().forEach(contact -> names.know(contact.id(), "contact"));
        model.elements().stream().filter(each -> !touched.contains(each.id())).forEach(this::know);
        model.plans().forEach(plan -> names.know(plan.id(), "plan"));
        model.scenarios().stream()
                .filter(each -> !touched.contains(each.id()))
                .forEach(scenario -> names.know(scenario.id(), "scenario"));
        model.drills().forEach(drill -> names.know(drill.id(), "drill"));
    }

    private void know(Element element) {
        names.know(element.id(), ElementReader.word(element.type()));
        know(element.needs());
        for (RecoveryMethod method : element.methods()) {
            if (method.id() != null) {
                names.know(method.id(), "recovery method");
            }
            if (method.needs() != null) {
                know(method.needs());
            }
            know(method.alsoNeeds());
        }
    }

    private void know(List<Need> needs) {
        for (Need need : needs) {
            Id id = need.terms().id();
            if (id != null) {
                names.know(id, "entry of needs");
            }
            switch (need) {
                case Need.One ignored -> {}
                case Need.AllOf all -> know(all.members());
                case Need.AtLeast some -> know(some.members());
                case Need.Pool pool -> know(pool.members());
            }
        }
    }

    private void read(EntryEdit edit) {
        JsonNode entry = edit.entry();
        Located located = entry == null ? null : new DocumentParser(reading).parseEntry(entry, edit.path());
        if (located == null) {
            return;
        }
        Fields fields = new Fields(located, edit.path(), reading);
        switch (edit) {
            case EntryEdit.OfElement one -> {
                Element element = new ElementReader(names, teamSizes).read(fields, one.type());
                put(
                        element,
                        one.stored(),
                        elements,
                        newElements.computeIfAbsent(one.type(), type -> new ArrayList<>()));
            }
            case EntryEdit.OfScenario one ->
                put(new ScenarioReader(names).read(fields), one.stored(), scenarios, newScenarios);
        }
    }

    private static <T> void put(@Nullable T read, @Nullable Id stored, Map<Id, T> replaced, List<T> added) {
        if (read == null) {
            return; // a violation says why
        }
        if (stored == null) {
            added.add(read);
        } else {
            replaced.put(stored, read);
        }
    }

    private ContinuityModel changed(ContinuityModel model, Set<Id> touched) {
        List<Element> after = new ArrayList<>();
        Map<ElementType, List<Element>> before = new LinkedHashMap<>();
        for (ElementType type : ElementType.values()) {
            before.put(type, new ArrayList<>());
        }
        model.elements().forEach(each -> of(before, each.type()).add(each));
        before.forEach((type, list) -> {
            after.addAll(changed(list, Element::id, touched, elements));
            after.addAll(newElements.getOrDefault(type, List.of()));
        });
        List<Scenario> happenings = changed(model.scenarios(), Scenario::id, touched, scenarios);
        happenings.addAll(newScenarios);
        return new ContinuityModel(
                model.label(),
                model.currency(),
                model.timeZone(),
                model.sites(),
                model.teams(),
                model.contacts(),
                after,
                model.plans(),
                happenings,
                model.drills());
    }

    private static List<Element> of(Map<ElementType, List<Element>> lists, ElementType type) {
        return lists.computeIfAbsent(type, each -> new ArrayList<>());
    }

    private static <T> List<T> changed(List<T> before, Function<T, Id> id, Set<Id> touched, Map<Id, T> replaced) {
        List<T> after = new ArrayList<>();
        for (T each : before) {
            T now = touched.contains(id.apply(each)) ? replaced.get(id.apply(each)) : each;
            if (now != null) {
                after.add(now);
            }
        }
        return after;
    }
}
