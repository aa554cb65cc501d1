package io.holdfast.simulator.format;

import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.CommonCause;
import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Failure;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.Site;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Valid models with everything in them, drawn from a seed; texts are chosen to be awkward in YAML and JSON. */
final class RandomModels {

    private static final List<String> TEXTS = List.of(
            "plain",
            "",
            " lead",
            "trail ",
            "a: b",
            "a #b",
            "- a",
            "no",
            "null",
            "~",
            "true",
            "1",
            "1e3",
            "007",
            ".5",
            "0x1F",
            "two\nlines",
            "ends\n",
            "tab\there",
            "'single'",
            "\"double\"",
            "{a}",
            "[b]",
            "*c",
            "&d",
            "!e",
            "%f",
            "@g",
            "`h`",
            "|",
            ">",
            "?",
            ":",
            "臺北機房",
            "emoji \uD83D\uDE00",
            "back\\slash",
            "a\u0085b",
            "a\u2028b",
            "---",
            "...",
            "<<",
            "=");
    private static final List<String> KEYS =
            List.of("x-a", "x-b/c", "x-[d]", "x-~e", "/slash", "x-臺", "x-1", "extra key", "x-:", "x-#");

    private final Random random;
    private final List<Id> elements = new ArrayList<>();
    private final List<Id> sites = List.of(Id.of("site-1"), Id.of("101"));
    private final List<Id> teams = List.of(Id.of("team-1"), Id.of("no"));
    private int next;

    private RandomModels(long seed) {
        random = new Random(seed);
    }

    static ContinuityModel draw(long seed) {
        return new RandomModels(seed).model();
    }

    private ContinuityModel model() {
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count * 3; i++) {
            elements.add(Id.of("e" + i));
        }
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < count * 3; i++) {
            all.add(element(
                    elements.get(i),
                    List.of(ElementType.ASSET, ElementType.SERVICE, ElementType.PROCESS)
                            .get(i / count)));
        }
        return new ContinuityModel(
                label(),
                maybe(this::text),
                maybe(() -> "Asia/Taipei"),
                sites.stream()
                        .map(id -> random.nextBoolean()
                                ? new Site(id, label(), number() % 90, 0.0 - number() % 180)
                                : new Site(id, label(), null, null))
                        .toList(),
                teams.stream()
                        .map(id -> new Team(
                                id,
                                label(),
                                1 + random.nextInt(9),
                                random.nextBoolean(),
                                maybe(this::hours),
                                maybe(this::hours)))
                        .toList(),
                List.of(new Contact(
                        Id.of("contact-1"),
                        label(),
                        maybe(() -> teams.getFirst()),
                        share(),
                        maybe(this::hours),
                        maybe(() -> Id.of("contact-1")),
                        maybe(this::weight))),
                all,
                List.of(new Plan(Id.of("plan-1"), label(), some(elements), some(elements))),
                List.of(scenario("scenario-1"), scenario("scenario-2")),
                List.of(new Drill(
                        Id.of("drill-1"),
                        label(),
                        some(Arrays.asList(Drill.Type.values())),
                        some(elements),
                        maybe(() -> Id.of("scenario-1")),
                        random.nextBoolean(),
                        List.of(Map.of("name", text()), extras()))));
    }

    private Element element(Id id, ElementType type) {
        String kind = type == ElementType.ASSET ? text() : Nodes.word(type);
        return new ElementBuilder(id, type, kind)
                .label(label())
                .site(maybe(() -> pick(sites)))
                .zone(maybe(this::text))
                .needs(needs())
                .methods(listOf(this::method))
                .restart(maybe(this::hours))
                .capacity(maybe(() -> new Amount(text(), number())))
                .demand(maybe(() -> new Demand(text(), number(), number() - 5)))
                .objectives(
                        random.nextBoolean()
                                ? Objectives.NONE
                                : new Objectives(
                                        maybe(this::number),
                                        maybe(this::number),
                                        maybe(this::number),
                                        maybe(this::share),
                                        maybe(this::number),
                                        maybe(() -> new Amount(text(), number()))))
                .tier(maybe(() -> 1 + random.nextInt(9)))
                .impact(maybe(() -> new Impact(curve(), random.nextBoolean(), Map.of(text(), curve()))))
                .serviceLevel(maybe(() -> new ServiceLevel(
                        maybe(this::share),
                        pick(Arrays.asList(ServiceLevel.Period.values())),
                        number(),
                        credits(),
                        credits())))
                .failure(maybe(() -> new Failure(0.1 + number(), 0.1 + number(), maybe(this::weight))))
                .commonCause(maybe(() -> new CommonCause(text(), share())))
                .build();
    }

    private List<Need> needs() {
        return listOf(() -> need(3));
    }

    private Need need(int depth) {
        int form = depth == 0 ? 0 : random.nextInt(4);
        if (form == 0) {
            return new Need.One(pick(elements));
        }
        List<Need> members = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> need(depth - 1))
                .toList();
        NeedTerms terms = new NeedTerms(
                maybe(() -> Id.of("need-" + next++)),
                maybe(this::hours),
                maybe(this::share),
                maybe(this::text),
                maybe(this::text),
                extras());
        return switch (form) {
            case 1 -> new Need.AllOf(members, terms);
            case 2 -> new Need.AtLeast(1 + random.nextInt(members.size()), members, terms);
            default ->
                new Need.Pool(members, members.stream().map(each -> share()).toList(), share(), terms);
        };
    }

    private RecoveryMethod method() {
        MethodData data = random.nextInt(3) == 0
                ? new MethodData.Replica(hours())
                : maybe(() -> new MethodData.Backup(0.5 + number(), number(), share(), maybe(this::weight)));
        return new RecoveryMethod(
                maybe(() -> Id.of("method-" + next++)),
                pick(Arrays.asList(MethodKind.values())),
                label(),
                random.nextBoolean(),
                share(),
                hours(),
                maybe(this::needs),
                needs(),
                share(),
                maybe(this::hours),
                data,
                random.nextBoolean() ? Map.of() : Map.of(pick(teams), 1),
                maybe(() -> random.nextBoolean()
                        ? EnumSet.noneOf(DownState.class)
                        : EnumSet.of(pick(Arrays.asList(DownState.values())))),
                maybe(this::weight));
    }

    private double weight() {
        return 1 + random.nextInt(99) / 8.0;
    }

    private Scenario scenario(String id) {
        return new Scenario(
                Id.of(id),
                label(),
                maybe(() -> pick(Arrays.asList(Scenario.Origin.values()))),
                maybe(this::number),
                IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(i -> hit()).toList(),
                maybe(this::hours),
                maybe(this::hours),
                hours(),
                maybe(this::hours),
                share(),
                number(),
                pick(Arrays.asList(Scenario.OfficeHours.values())),
                0.5 + number(),
                maybe(this::weight));
    }

    private Hit hit() {
        return new Hit(
                maybe(() -> some(elements)),
                maybe(() -> some(sites)),
                maybe(() -> List.of(text())),
                maybe(() -> List.of(text())),
                List.of(text()),
                maybe(() -> new Hit.Circle(number(), number() % 90, 0.0 - number() % 180)),
                share(),
                random.nextBoolean(),
                pick(Arrays.asList(DownState.values())));
    }

    private UncertainHours hours() {
        double a = number();
        double b = a + number();
        double c = b + number();
        Distribution distribution = switch (random.nextInt(11)) {
            case 0 -> new Distribution.Fixed(a);
            case 1 -> new Distribution.Uniform(a, b);
            case 2 -> new Distribution.Triangular(a, b, c);
            case 3 -> new Distribution.Pert(a, b, c);
            case 4 -> new Distribution.Exponential(0.1 + a);
            case 5 -> new Distribution.Lognormal(0.1 + a, 0.1 + b);
            case 6 -> new Distribution.Normal(a, b);
            case 7 -> new Distribution.Weibull(0.1 + a, 0.1 + b);
            case 8 -> new Distribution.Gamma(0.1 + a, 0.1 + b);
            case 9 -> new Distribution.Empirical(List.of(c, a, b));
            default ->
                new Distribution.Quantiles(
                        List.of(new Distribution.Quantiles.Point(0.1, a), new Distribution.Quantiles.Point(0.5, b)));
        };
        return new UncertainHours(
                distribution,
                new Provenance(
                        maybe(() -> pick(Arrays.asList(Evidence.values()))),
                        maybe(() -> random.nextInt(99)),
                        maybe(this::text),
                        maybe(this::weight),
                        maybe(this::weight)));
    }

    private Label label() {
        Map<String, String> names = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            names.put("zh-Hant", text());
            names.put("en", text());
        }
        return new Label(
                maybe(this::text),
                names,
                maybe(this::text),
                maybe(this::text),
                listOf(this::text),
                maybe(this::text),
                extras());
    }

    private Map<String, Object> extras() {
        Map<String, Object> extras = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String key = pick(KEYS);
            extras.put(key.startsWith("/") ? "/~1slash" : key, value(2));
        }
        return extras;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> text();
            case 1 -> number();
            case 2 -> random.nextBoolean();
            case 3 -> List.of(value(depth - 1), value(depth - 1));
            default -> Map.of(pick(KEYS), value(depth - 1));
        };
    }

    private List<Impact.Point> curve() {
        return random.nextBoolean()
                ? List.of()
                : List.of(new Impact.Point(0, number()), new Impact.Point(1 + number(), number()));
    }

    private List<ServiceLevel.Credit> credits() {
        return listOf(() -> new ServiceLevel.Credit(number(), share()));
    }

    private String text() {
        return pick(TEXTS);
    }

    private double share() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1;
            default -> random.nextDouble();
        };
    }

    /** A number of at least 0, of any spelling: whole, short, long, tiny, huge. */
    private double number() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(1000);
            case 1 -> random.nextInt(1000) / 100.0;
            case 2 -> random.nextDouble();
            case 3 -> random.nextDouble() * 1e-9;
            case 4 -> random.nextDouble() * 1e18;
            default -> 0;
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> some(List<T> list) {
        return list.stream().filter(each -> random.nextBoolean()).toList();
    }

    private <T> List<T> listOf(Supplier<T> maker) {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> maker.get()).toList();
    }

    private <T> @Nullable T maybe(Supplier<T> maker) {
        return random.nextBoolean() ? maker.get() : null;
    }
}
