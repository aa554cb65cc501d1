package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.AddressBook;
import io.holdfast.simulator.sampling.Draws;
import io.holdfast.simulator.sampling.Purpose;
import io.holdfast.simulator.sampling.Sampler;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/** Every random quantity of a trial by name: addresses as in the product, so that both see the same luck. */
final class Luck {

    private final AddressBook book = new AddressBook();
    private final IdentityHashMap<RecoveryMethod, String> methods = new IdentityHashMap<>();
    private final IdentityHashMap<Need, String> needs = new IdentityHashMap<>();
    private final IdentityHashMap<Hit, String> hits = new IdentityHashMap<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final IdentityHashMap<UncertainHours, Sampler> samplers = new IdentityHashMap<>();
    private Draws draws = (key, occurrence) -> Double.NaN;

    Luck(ContinuityModel model, Scenario scenario) {
        for (Element element : model.elements()) {
            name(AddressBook.element(element.id()), element.needs());
        }
        for (Element element : model.elements()) {
            for (RecoveryMethod method : element.methods()) {
                String address = book.method(element, method);
                methods.put(method, address);
                if (method.needs() != null) {
                    name(address, method.needs());
                }
                name(address + " also", method.alsoNeeds());
            }
        }
        scenario.hits().forEach(hit -> hits.put(hit, book.hit(hit)));
    }

    /** Turns to the draws of a trial. */
    void turnTo(Draws trial) {
        draws = trial;
    }

    private void name(String owner, List<Need> entries) {
        for (Need entry : entries) {
            needs.put(entry, book.need(owner, entry));
            name(owner, Needs.members(entry));
        }
    }

    boolean isHit(Hit hit, Id element) {
        String address = Objects.requireNonNull(hits.get(hit));
        return chance(hit.together() ? address : address + " @ " + element, Purpose.HIT, 0, hit.probability());
    }

    boolean isOffHours(Scenario scenario) {
        return switch (scenario.when()) {
            case ANY -> uniform("", Purpose.OFF_HOURS, 0) < 128.0 / 168;
            case OFFICE -> false;
            case OFF -> true;
        };
    }

    long detect(Scenario scenario) {
        return ticks(scenario.detect(), "", Purpose.DETECT, 0);
    }

    long declare(Scenario scenario) {
        return ticks(scenario.declare(), "", Purpose.DECLARE, 0);
    }

    long lasts(Scenario scenario) {
        return ticks(scenario.lasts(), "", Purpose.LASTS, 0);
    }

    long dwell(Scenario scenario) {
        return ticks(scenario.dwell(), "", Purpose.DWELL, 0);
    }

    long mobilise(Team team, boolean offHours) {
        UncertainHours hours = offHours && team.mobiliseOffHours() != null ? team.mobiliseOffHours() : team.mobilise();
        return ticks(hours, "team " + team.id(), Purpose.MOBILISE, 0);
    }

    long keptUp(RecoveryMethod method, int occurrence) {
        return ticks(method.lasts(), address(method), Purpose.KEPT_UP, occurrence);
    }

    /** How many of a team can come at once. */
    int present(Team team, double staff) {
        if (!team.people()) {
            return team.size();
        }
        return BinomialDistribution.of(team.size(), staff)
                .inverseCumulativeProbability(uniform("team " + team.id(), Purpose.STAFF, 0));
    }

    long duration(RecoveryMethod method, int occurrence) {
        return ticks(method.duration(), address(method), Purpose.DURATION, occurrence);
    }

    boolean succeeds(RecoveryMethod method, int occurrence) {
        return chance(address(method), Purpose.SUCCESS, occurrence, method.success());
    }

    long lag(RecoveryMethod method, UncertainHours lag, int occurrence) {
        return sampler(lag).fineTicks(uniform(address(method), Purpose.LAG, occurrence));
    }

    double phase(RecoveryMethod method, int occurrence) {
        return uniform(address(method), Purpose.PHASE, occurrence);
    }

    boolean isUsable(RecoveryMethod method, int occurrence, int copy, double usable) {
        return chance(address(method), Purpose.USABLE, (occurrence << 16) + copy, usable);
    }

    long restart(Element element, int occurrence) {
        return ticks(element.restart(), AddressBook.element(element.id()), Purpose.RESTART, occurrence);
    }

    long holdsFor(Need need) {
        return ticks(need.terms().holdsFor(), Objects.requireNonNull(needs.get(need)), Purpose.HOLDS_FOR, 0);
    }

    private String address(RecoveryMethod method) {
        return Objects.requireNonNull(methods.get(method));
    }

    private boolean chance(String address, Purpose purpose, int occurrence, double probability) {
        return uniform(address, purpose, occurrence) < probability;
    }

    private double uniform(String address, Purpose purpose, int occurrence) {
        long key = keys.computeIfAbsent(address + ' ' + purpose, text -> AddressBook.key(address, purpose));
        return draws.uniform(key, occurrence);
    }

    private long ticks(@Nullable UncertainHours hours, String address, Purpose purpose, int occurrence) {
        if (hours == null) {
            return 0;
        }
        return sampler(hours).ticks(uniform(address, purpose, occurrence));
    }

    private Sampler sampler(UncertainHours hours) {
        return samplers.computeIfAbsent(hours, each -> Sampler.of(each.distribution()));
    }
}
