package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillKind;
import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.DrillScope;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.RedundantDevices;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Team;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Drills that no service's tier asks for: recurring tests (row D13) and redundant devices (row D12). */
final class OtherDrills {

    private static final int HAND_OVER_MINUTES = 120;
    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final YearInputs inputs;
    private final ContinuityModel model;
    private final Map<Id, Element> byId;
    private final Set<String> notPeople;

    OtherDrills(YearInputs inputs) {
        this.inputs = inputs;
        model = inputs.model();
        byId = model.elementsById();
        notPeople = model.teams().stream()
                .filter(team -> !team.people())
                .map(Team::id)
                .map(Id::value)
                .collect(Collectors.toSet());
    }

    List<WantedDrill> list() {
        List<WantedDrill> wanted = new ArrayList<>();
        for (DrillRules.Recurring recurring : inputs.rules().recurring()) {
            addRecurring(wanted, recurring);
        }
        int months = inputs.rules().redundantEveryMonths();
        if (months > 0) {
            Redundancy.listOf(
                            model,
                            inputs.rules().redundantKinds(),
                            months,
                            inputs.held(),
                            inputs.rules().policy().lowestTier())
                    .forEach(group -> addRedundant(wanted, group, months));
        }
        return wanted;
    }

    private void addRecurring(List<WantedDrill> wanted, DrillRules.Recurring recurring) {
        Predicate<RecoveryMethod> meant = switch (recurring.target()) {
            case BACKUP -> method -> method.data() != null;
            case STANDBY -> method -> method.kind() == MethodKind.FAILOVER;
        };
        List<Element> elements = model.elements().stream()
                .filter(element -> element.methods().stream().anyMatch(meant))
                .toList();
        int times = 12 / recurring.everyMonths();
        for (int time = 0; time < times && !elements.isEmpty(); time++) {
            double best = (time + 0.5) / times;
            List<Reason> why = List.of(Reason.of(
                    "recurring-" + recurring.target().name().toLowerCase(java.util.Locale.ROOT),
                    "months",
                    String.valueOf(recurring.everyMonths()),
                    "count",
                    String.valueOf(elements.size())));
            wanted.add(drill(
                    DrillKind.RECURRING,
                    recurring.subject(),
                    uid(recurring.id(), DrillKind.RECURRING, time + 1),
                    1,
                    recurring.types(),
                    recurring.minutes(),
                    elements,
                    Crews.teams(elements, meant, notPeople),
                    why,
                    WantedDrill.Place.at(best)));
        }
    }

    private void addRedundant(List<WantedDrill> wanted, RedundantDevices group, int months) {
        List<Element> devices = group.devices().stream()
                .map(id -> byId.get(Id.of(id)))
                .filter(Objects::nonNull)
                .toList();
        LocalDate due = group.due();
        if (due != null && due.getYear() > inputs.year()) {
            return;
        }
        String first = group.devices().getFirst();
        int times = months < 12 ? 12 / months : 1;
        LocalDate last = group.lastHeld();
        for (int time = 0; time < times; time++) {
            double best = (time + Phase.of(first)) / times;
            Reason why = last == null
                    ? Reason.of("redundant-never", "count", String.valueOf(devices.size()))
                    : Reason.of(
                            "redundant-due",
                            "date",
                            last.toString(),
                            "months",
                            String.valueOf(months),
                            "count",
                            String.valueOf(devices.size()));
            wanted.add(drill(
                    DrillKind.REDUNDANT,
                    first,
                    uid(first, DrillKind.REDUNDANT, time + 1),
                    group.tier(),
                    List.of(Drill.Type.LIVE_FAILOVER),
                    HAND_OVER_MINUTES,
                    devices,
                    Crews.teams(devices, method -> true, notPeople),
                    List.of(why),
                    new WantedDrill.Place(
                            true, best, null, inYear(time == 0 ? due : null), sites(devices), List.of())));
        }
    }

    /** A day that is due in an earlier year, or is none, binds nothing more. */
    private @Nullable LocalDate inYear(@Nullable LocalDate due) {
        return due == null || due.getYear() < inputs.year() ? null : due;
    }

    private static List<String> sites(List<Element> elements) {
        return elements.stream()
                .map(Element::site)
                .filter(Objects::nonNull)
                .map(Id::value)
                .distinct()
                .sorted()
                .toList();
    }

    private String uid(String subject, DrillKind kind, int number) {
        return inputs.year() + "." + subject + "." + kind.word() + "." + number + "@holdfast";
    }

    private static WantedDrill drill(
            DrillKind kind,
            String subject,
            String uid,
            int tier,
            List<Drill.Type> types,
            int minutes,
            List<Element> elements,
            SortedSet<String> teams,
            List<Reason> why,
            WantedDrill.Place place) {
        boolean live = types.contains(Drill.Type.LIVE_FAILOVER);
        double hours = minutes / 60.0;
        return new WantedDrill(
                uid,
                subject,
                tier,
                types,
                true,
                live ? NIGHT : MORNING,
                minutes,
                null,
                teams,
                why,
                teams.isEmpty() ? List.of(Reason.of("no-team")) : List.of(),
                null,
                new DrillScope(
                        kind,
                        elements.stream().map(each -> each.id().value()).toList(),
                        Crews.people(elements, teams) * hours,
                        live ? hours : 0,
                        null),
                place);
    }
}
