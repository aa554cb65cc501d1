package io.holdfast.simulator.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole model: what one file holds. Lists are in file order, which breaks ties in the simulation; elements are the
 * file's assets, then its services, then its processes.
 *
 * @param label the organisation's names
 * @param currency the currency of every sum of money, or null when not stated
 * @param timeZone IANA zone of the organisation, or null when not stated
 * @param sites places
 * @param teams teams
 * @param contacts people to call
 * @param elements assets, services and processes
 * @param plans orders of recovery
 * @param scenarios what can happen
 * @param drills drills written down
 */
public record ContinuityModel(
        Label label,
        @Nullable String currency,
        @Nullable String timeZone,
        List<Site> sites,
        List<Team> teams,
        List<Contact> contacts,
        List<Element> elements,
        List<Plan> plans,
        List<Scenario> scenarios,
        List<Drill> drills) {

    /** Copies the lists and checks that ids are unique. References are checked by the reader and by the compiler. */
    public ContinuityModel {
        sites = List.copyOf(sites);
        teams = List.copyOf(teams);
        contacts = List.copyOf(contacts);
        elements = List.copyOf(elements);
        plans = List.copyOf(plans);
        scenarios = List.copyOf(scenarios);
        drills = List.copyOf(drills);
        Map<Id, String> seen = new HashMap<>();
        sites.forEach(site -> claim(seen, site.id(), "site"));
        teams.forEach(team -> claim(seen, team.id(), "team"));
        contacts.forEach(contact -> claim(seen, contact.id(), "contact"));
        elements.forEach(element -> claim(seen, element.id(), "element"));
        plans.forEach(plan -> claim(seen, plan.id(), "plan"));
        scenarios.forEach(scenario -> claim(seen, scenario.id(), "scenario"));
        drills.forEach(drill -> claim(seen, drill.id(), "drill"));
    }

    /** A model of elements and scenarios only. */
    public static ContinuityModel of(List<Element> elements, List<Scenario> scenarios) {
        return new ContinuityModel(
                Label.NONE, null, null, List.of(), List.of(), List.of(), elements, List.of(), scenarios, List.of());
    }

    /** The elements by id, in file order. Cost: one pass. */
    public Map<Id, Element> elementsById() {
        Map<Id, Element> byId = new java.util.LinkedHashMap<>();
        elements.forEach(element -> byId.put(element.id(), element));
        return Collections.unmodifiableMap(byId);
    }

    /** The scenario with this id, if there is one. */
    public Optional<Scenario> findScenario(Id id) {
        return scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    }

    private static void claim(Map<Id, String> seen, Id id, String what) {
        String other = seen.putIfAbsent(id, what);
        if (other != null) {
            throw new BrokenRule(Rule.UNIQUE_ID, Map.of("value", id.value(), "what", what, "other", other));
        }
    }
}
