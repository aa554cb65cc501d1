package io.holdfast.service.sla.internal;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Who needs whom, by places in an array instead of ids: a catalogue of thousands walks the same needs thousands of times. Immutable;
 * for any number of threads. Cost: linear in the needs, once a revision.
 */
final class Wiring {

    private final List<Element> elements;
    private final Map<Id, Integer> places = new HashMap<>();
    private final int[][] hard;
    private final int[][] all;
    private final int[][] neededBy;

    Wiring(Map<Id, Element> byId) {
        elements = List.copyOf(byId.values());
        for (int place = 0; place < elements.size(); place++) {
            places.put(elements.get(place).id(), place);
        }
        hard = new int[elements.size()][];
        all = new int[elements.size()][];
        int[] times = new int[elements.size()];
        for (int place = 0; place < elements.size(); place++) {
            List<Need> needs = elements.get(place).needs();
            hard[place] = placesOf(needs.stream().flatMap(Wiring::hard));
            all[place] = placesOf(needs.stream().flatMap(Need::elements));
            for (int needed : all[place]) {
                times[needed]++;
            }
        }
        neededBy = new int[elements.size()][];
        for (int place = 0; place < times.length; place++) {
            neededBy[place] = new int[times[place]];
        }
        for (int place = elements.size() - 1; place >= 0; place--) {
            for (int needed : all[place]) {
                neededBy[needed][--times[needed]] = place;
            }
        }
    }

    private int[] placesOf(Stream<Id> ids) {
        return ids.map(places::get)
                .filter(each -> each != null)
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }

    /** What a need asks for in any case; nothing where it is soft. */
    private static Stream<Id> hard(Need need) {
        if (need.terms().soft() != null) {
            return Stream.empty();
        }
        return switch (need) {
            case Need.One one -> Stream.of(one.element());
            case Need.AllOf members -> members.members().stream().flatMap(Wiring::hard);
            case Need.AtLeast some -> some.members().stream().flatMap(Wiring::hard);
            case Need.Pool pool -> pool.members().stream().flatMap(Wiring::hard);
        };
    }

    int size() {
        return elements.size();
    }

    Element element(int place) {
        return elements.get(place);
    }

    /** The place of an element; empty for what is none. */
    OptionalInt place(Id id) {
        Integer place = places.get(id);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** What an element needs, soft needs left out. */
    int[] hard(int place) {
        return hard[place];
    }

    /** What an element needs, soft needs too. */
    int[] all(int place) {
        return all[place];
    }

    /** What needs an element, in whatever way. */
    int[] neededBy(int place) {
        return neededBy[place];
    }

    /** The promises of one measure, by place. */
    Promises place(Map<Id, Promise> byId) {
        List<Promise> promises = List.copyOf(byId.values());
        int[] numbers = new int[size()];
        for (int i = 0; i < promises.size(); i++) {
            int number = i + 1;
            place(promises.get(i).element()).ifPresent(place -> numbers[place] = number);
        }
        return new Promises(numbers, promises);
    }
}
