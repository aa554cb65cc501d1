package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.CalendarDay;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Small models, calendars and results, drawn from a seed. */
final class RandomModels {

    private static final List<CalendarDay.Kind> KINDS =
            List.of(CalendarDay.Kind.HOLIDAY, CalendarDay.Kind.MAKE_UP_WORKDAY, CalendarDay.Kind.BLACKOUT);

    private final SplittableRandom random;

    RandomModels(long seed) {
        random = new SplittableRandom(seed);
    }

    ContinuityModel model(int services, int teams) {
        List<Element> elements = new ArrayList<>();
        for (int a = 0; a < 6; a++) {
            elements.add(
                    Element.asset("asset-" + a, "host").methods(methods(teams)).build());
        }
        for (int s = 0; s < services; s++) {
            ElementBuilder service = Element.service("svc-" + s);
            service.needs("asset-" + random.nextInt(6));
            if (random.nextInt(3) > 0) {
                service.needs("asset-" + random.nextInt(6));
            }
            service.tier(random.nextInt(5) == 0 ? null : 1 + random.nextInt(5));
            service.label(owner(teams));
            elements.add(service.build());
        }
        for (int p = 0; p < 4; p++) {
            elements.add(Element.process("prc-" + p)
                    .needs("svc-" + random.nextInt(services))
                    .tier(1 + random.nextInt(3))
                    .label(owner(teams))
                    .build());
        }
        List<Team> people = new ArrayList<>();
        for (int t = 0; t < teams; t++) {
            people.add(new Team(Id.of("team-" + t), Label.NONE, 4, t != 3, null, null));
        }
        return new ContinuityModel(
                Label.NONE,
                null,
                "Asia/Taipei",
                List.of(),
                people,
                List.of(),
                elements,
                List.of(),
                scenarios(),
                List.of());
    }

    private Label owner(int teams) {
        int drawn = random.nextInt(teams + 2);
        @Nullable String owner = drawn < teams ? "team-" + drawn : drawn == teams ? "Mr Lin" : null;
        return new Label(null, Map.of(), owner, null, List.of(), null, Map.of());
    }

    private List<RecoveryMethod> methods(int teams) {
        List<RecoveryMethod> methods = new ArrayList<>();
        for (MethodKind kind : List.of(MethodKind.FAILOVER, MethodKind.RESTORE, MethodKind.REPAIR)) {
            if (random.nextBoolean()) {
                Map<Id, Integer> crew = new LinkedHashMap<>();
                for (int t = random.nextInt(3); t > 0; t--) {
                    crew.put(Id.of("team-" + random.nextInt(teams)), 1);
                }
                methods.add(new RecoveryMethod(
                        null,
                        kind,
                        Label.NONE,
                        false,
                        1,
                        UncertainHours.fixed(1),
                        null,
                        List.of(),
                        1,
                        null,
                        kind == MethodKind.RESTORE ? new MethodData.Backup(24, 1, 1) : null,
                        crew,
                        null));
            }
        }
        return methods;
    }

    private List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            DownState state = random.nextBoolean() ? DownState.DAMAGED : DownState.CORRUPTED;
            scenarios.add(new Scenario(
                    Id.of("scenario-" + s),
                    Label.NONE,
                    null,
                    random.nextDouble(),
                    List.of(Hit.on("asset-" + random.nextInt(6), state)),
                    null,
                    null,
                    null,
                    null,
                    1,
                    1,
                    Scenario.OfficeHours.ANY,
                    8760));
        }
        return scenarios;
    }

    /** Some forty holidays and a few make-up days; some months are not covered. */
    HolidayCalendar calendar(int year) {
        List<CalendarDay> days = new ArrayList<>();
        List<YearMonth> covered = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            if (random.nextInt(4) > 0) {
                covered.add(YearMonth.of(year, month));
            }
        }
        for (int i = 0; i < 40; i++) {
            LocalDate date = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
            days.add(new CalendarDay(date, KINDS.get(random.nextInt(3)), "day"));
        }
        return HolidayCalendar.of(days, covered);
    }

    Map<String, List<Cell>> cells(ContinuityModel model) {
        Map<String, List<Cell>> cells = new HashMap<>();
        model.elements().forEach(element -> {
            List<Cell> row = new ArrayList<>();
            for (int s = 0; s < 3; s++) {
                if (random.nextBoolean()) {
                    double p95 = random.nextDouble(0.1, 40);
                    row.add(new Cell(
                            "scenario-" + s, (long) s + 1, random.nextInt(3) / 2.0, random.nextDouble(), p95 / 2, p95));
                }
            }
            cells.put(element.id().value(), row);
        });
        return cells;
    }
}
