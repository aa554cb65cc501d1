package io.holdfast.service.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.PromiseCheck;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows from promises, held against closed forms and against adding up all cases by hand. */
class ChainsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-26");
    private static final double EXACT = 1e-12;

    private final Map<Id, List<Agreement>> agreements = new HashMap<>();

    private static Element asset(String id, String... needs) {
        return Element.asset(id, "host").needs(needs).build();
    }

    private static Element service(double promised, Need... needs) {
        return Element.service("shop")
                .serviceLevel(new ServiceLevel(promised, Period.MONTH, 0, List.of(), List.of()))
                .needs(List.of(needs))
                .build();
    }

    private static Need one(String id) {
        return new Need.One(Id.of(id));
    }

    private static Need atLeast(int k, String... ids) {
        return new Need.AtLeast(k, Stream.of(ids).map(ChainsTest::one).toList(), NeedTerms.NONE);
    }

    private static Agreement agreement(
            String id,
            Agreement.Covers covers,
            @Nullable Double share,
            Period per,
            @Nullable Double outage,
            @Nullable LocalDate end) {
        return new Agreement(
                id,
                Agreement.Kind.OLA,
                null,
                "team",
                covers,
                share,
                per,
                outage,
                null,
                outage,
                null,
                end,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    private void own(String id, double share) {
        agreements.put(
                Id.of(id), List.of(agreement("a", Agreement.Covers.OWN, share, Period.MONTH, 10 * (1 - share), null)));
    }

    private void whole(String id, double share, double outage) {
        agreements.put(Id.of(id), List.of(agreement("a", Agreement.Covers.WHOLE, share, Period.MONTH, outage, null)));
    }

    private List<PromiseCheck> checks(Element... elements) {
        ContinuityModel model = ContinuityModel.of(List.of(elements), List.of());
        return new Chains(model.elementsById(), agreements, DAY).of(elements[0]);
    }

    private PromiseCheck availability(Element... elements) {
        return checks(elements).getFirst();
    }

    private static double composite(PromiseCheck check) {
        Double value = check.composite();
        assertThat(value).as("%s", check.reason()).isNotNull();
        return value == null ? Double.NaN : value;
    }

    @Test
    @Tag("row:S2")
    void inSeriesTheSharesMultiply() {
        own("web", 0.999);
        own("db", 0.998);
        PromiseCheck check = availability(service(0.998, one("web"), one("db")), asset("web"), asset("db"));
        assertThat(composite(check)).isCloseTo(0.999 * 0.998, within(EXACT));
        assertThat(check.verdict()).isEqualTo("not-carried");
        assertThat(check.links().getFirst().thing().id()).as("the weakest").isEqualTo("db");
        assertThat(check.links().getFirst().weakest()).isTrue();
        assertThat(check.links().getFirst().cost()).isCloseTo(0.999 * 0.002, within(EXACT));
        assertThat(availability(service(0.997, one("web"), one("db")), asset("web"), asset("db"))
                        .verdict())
                .isEqualTo("carried");
    }

    @Test
    @Tag("row:S2")
    void alternativesFailTogetherOnly() {
        own("a", 0.99);
        own("b", 0.98);
        assertThat(composite(availability(service(0.9, atLeast(1, "a", "b")), asset("a"), asset("b"))))
                .isCloseTo(1 - 0.01 * 0.02, within(EXACT));
    }

    @Test
    @Tag("row:S2")
    void twoOfThreeIsTheBinomial() {
        double p = 0.97;
        Stream.of("a", "b", "c").forEach(id -> own(id, p));
        assertThat(composite(availability(service(0.9, atLeast(2, "a", "b", "c")), asset("a"), asset("b"), asset("c"))))
                .isCloseTo(p * p * p + 3 * p * p * (1 - p), within(EXACT));
    }

    @Test
    @Tag("row:S2")
    void aSharedPowerSupplyCountsOnce() {
        own("a", 0.99);
        own("b", 0.98);
        own("power", 0.995);
        PromiseCheck check = availability(
                service(0.999, atLeast(1, "a", "b")), asset("a", "power"), asset("b", "power"), asset("power"));
        assertThat(composite(check)).isCloseTo(0.995 * (1 - 0.01 * 0.02), within(EXACT));
        assertThat(check.links().getFirst().thing().id()).isEqualTo("power");
        assertThat(check.verdict()).isEqualTo("not-carried");
    }

    @Test
    @Tag("row:S2")
    void aPromiseForTheWholeEndsTheWayAndSaysWhatIsShared() {
        whole("a", 0.99, 4);
        whole("b", 0.98, 2);
        PromiseCheck check = availability(
                service(0.9, atLeast(1, "a", "b")), asset("a", "power"), asset("b", "power"), asset("power"));
        assertThat(composite(check)).isCloseTo(1 - 0.01 * 0.02, within(EXACT));
        assertThat(check.missingTotal()).as("the power is covered").isZero();
        assertThat(check.shared()).extracting(each -> each.id()).containsExactly("power");
    }

    @Test
    @Tag("row:S2")
    void aLinkWithoutAPromiseIsNamedAndTheRestIsAtBest() {
        own("web", 0.9995);
        PromiseCheck check = availability(service(0.999, one("web"), one("db")), asset("web"), asset("db"));
        assertThat(composite(check)).isCloseTo(0.9995, within(EXACT));
        assertThat(check.verdict()).as("not taken for carried").isEqualTo("unknown");
        assertThat(check.missing()).extracting(gap -> gap.thing().id()).containsExactly("db");
        assertThat(check.missing().getFirst().way())
                .extracting(each -> each.id())
                .containsExactly("shop", "db");
        agreements.clear();
        PromiseCheck nothing = availability(service(0.999, one("web")), asset("web"));
        assertThat(nothing.composite()).as("never 1 in silence").isNull();
        assertThat(nothing.verdict()).isEqualTo("unknown");
        own("web", 0.99);
        assertThat(availability(service(0.999, one("web"), one("db")), asset("web"), asset("db"))
                        .verdict())
                .as("not even at best")
                .isEqualTo("not-carried");
    }

    @Test
    @Tag("row:S2")
    void aPromiseOfWhichNothingIsKnownIsNotTakenForCarried() {
        PromiseCheck check = availability(service(0.999));
        assertThat(check.composite()).isNull();
        assertThat(check.missingTotal()).isZero();
        assertThat(check.verdict()).isEqualTo("unknown");
    }

    @Test
    @Tag("row:S2")
    void aPromiseInTheEntryOfTheServiceItselfIsALinkAndHidesNoneBelow() {
        own("shop", 0.9985);
        own("web", 0.999);
        PromiseCheck check = availability(service(0.998, one("web"), one("db")), asset("web"), asset("db"));
        assertThat(composite(check)).isCloseTo(0.9985 * 0.999, within(EXACT));
        assertThat(check.links()).extracting(each -> each.thing().id()).containsExactly("shop", "web");
        assertThat(check.links().getFirst().way()).extracting(each -> each.id()).containsExactly("shop");
        assertThat(check.verdict()).as("not even at best").isEqualTo("not-carried");
        assertThat(check.missing()).extracting(gap -> gap.thing().id()).containsExactly("db");
        assertThat(checks(service(0.998, one("web")), asset("web")).get(1).composite())
                .as("the longer of 0.015 and 0.01 hours")
                .isCloseTo(0.015, within(EXACT));
    }

    @Test
    @Tag("row:S2")
    void aPromiseForTheWholeInTheOwnEntryCountsWhereNothingIsNeeded() {
        whole("shop", 0.9985, 4);
        assertThat(composite(availability(service(0.998)))).isCloseTo(0.9985, within(EXACT));
        assertThat(availability(service(0.999)).verdict()).isEqualTo("not-carried");
        own("web", 0.999);
        assertThat(composite(availability(service(0.998, one("web")), asset("web"))))
                .as("it says what follows from the needs once more")
                .isCloseTo(0.999, within(EXACT));
    }

    @Test
    @Tag("row:S2")
    void whatIsSoftTakesNothingDownAndWhatHasEndedPromisesNothing() {
        own("extra", 0.5);
        Need soft = new Need.AllOf(List.of(one("extra")), new NeedTerms(null, null, 0.5, null, null, Map.of()));
        own("web", 0.999);
        PromiseCheck check = availability(service(0.999, one("web"), soft), asset("web"), asset("extra"));
        assertThat(composite(check)).isCloseTo(0.999, within(EXACT));
        assertThat(check.verdict()).isEqualTo("carried");
        agreements.put(
                Id.of("web"),
                List.of(agreement("old", Agreement.Covers.OWN, 0.9999, Period.MONTH, 1.0, DAY.minusDays(1))));
        assertThat(availability(service(0.999, one("web")), asset("web"))
                        .missing()
                        .getFirst()
                        .thing()
                        .id())
                .isEqualTo("web");
    }

    @Test
    @Tag("row:S6")
    void aPromiseOverAYearSaysWhatItAllowsInAMonth() {
        agreements.put(Id.of("web"), List.of(agreement("a", Agreement.Covers.OWN, 0.999, Period.YEAR, 8.0, null)));
        PromiseCheck check = availability(service(0.999, one("web")), asset("web"));
        assertThat(check.links().getFirst().worstInPeriod())
                .as("8.76 hours in one month of 730")
                .isCloseTo(1 - 8.76 / 730, within(1e-9));
    }

    @Test
    @Tag("row:S6")
    void anOutageLastsAsLongAsTheFirstAlternativeThatComesBack() {
        whole("a", 0.99, 4);
        whole("b", 0.99, 2);
        whole("c", 0.99, 8);
        whole("db", 0.99, 3);
        Element shop = service(0.9, atLeast(2, "a", "b", "c"), one("db"));
        PromiseCheck outage =
                checks(shop, asset("a"), asset("b"), asset("c"), asset("db")).get(1);
        assertThat(outage.composite()).as("the second of 2, 4 and 8").isEqualTo(4);
        assertThat(outage.verdict()).as("the SLA names no longest outage").isEqualTo("nothing-promised");
        agreements.put(
                Id.of("shop"),
                List.of(new Agreement(
                        "customers",
                        Agreement.Kind.SLA,
                        null,
                        null,
                        Agreement.Covers.WHOLE,
                        null,
                        Period.MONTH,
                        3.5,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        null)));
        outage = checks(shop, asset("a"), asset("b"), asset("c"), asset("db")).get(1);
        assertThat(outage.verdict()).isEqualTo("not-carried");
        assertThat(outage.links().getFirst().thing().id())
                .as("the one it waits for")
                .isEqualTo("a");
    }

    /** Two hundred random chains: the diagram says what adding up all 2^n cases says. */
    @Test
    @Tag("row:S2")
    void anyWiringGivesWhatAddingUpAllCasesGives() {
        Random luck = new Random(20261126);
        for (int round = 0; round < 200; round++) {
            agreements.clear();
            int n = 3 + luck.nextInt(6);
            List<Element> elements = new ArrayList<>();
            elements.add(service(0.99, need(luck, 0, n), need(luck, 0, n)));
            for (int e = 0; e < n; e++) {
                var builder = Element.asset("e" + e, "host");
                if (e < n - 2 && luck.nextBoolean()) {
                    builder.needs(List.of(need(luck, e + 1, n)));
                }
                elements.add(builder.build());
                if (luck.nextInt(5) > 0) {
                    own("e" + e, 0.5 + 0.5 * luck.nextDouble());
                }
            }
            PromiseCheck check = availability(elements.toArray(Element[]::new));
            if (check.composite() != null) {
                assertThat(composite(check)).as("round %d", round).isCloseTo(byCases(elements), within(1e-10));
            }
        }
    }

    private static Need need(Random luck, int from, int to) {
        List<Need> members = new ArrayList<>();
        for (int e = from; e < to; e++) {
            if (members.isEmpty() || luck.nextBoolean()) {
                members.add(one("e" + e));
            }
        }
        return new Need.AtLeast(1 + luck.nextInt(members.size()), members, NeedTerms.NONE);
    }

    private double byCases(List<Element> elements) {
        int n = elements.size() - 1;
        double sum = 0;
        for (int up = 0; up < 1 << n; up++) {
            double chance = 1;
            boolean[] serves = new boolean[n];
            for (int e = n - 1; e >= 0; e--) {
                List<Agreement> about = agreements.getOrDefault(Id.of("e" + e), List.of());
                Double share =
                        about.isEmpty() ? Double.valueOf(1) : about.getFirst().availability();
                double p = share == null ? 1 : share;
                boolean isUp = (up >> e & 1) == 1;
                chance *= isUp ? p : 1 - p;
                serves[e] = isUp && met(elements.get(e + 1), serves);
            }
            sum += met(elements.getFirst(), serves) ? chance : 0;
        }
        return sum;
    }

    private static boolean met(Element element, boolean[] serves) {
        ToDoubleFunction<Need> one = need ->
                serves[Integer.parseInt(((Need.One) need).element().value().substring(1))] ? 1 : 0;
        return element.needs().stream()
                .map(need -> (Need.AtLeast) need)
                .allMatch(need -> need.members().stream().mapToDouble(one).sum() >= need.atLeast());
    }

    @Test
    @Tag("row:S2")
    void whatPromisesNothingCountsAsAlwaysUpWhereverItStands() {
        own("p", 0.9);
        own("q", 0.8);
        Element[] up = {
            Element.asset("p", "host").build(),
            Element.asset("q", "host").build(),
            Element.asset("u", "host").needs("v").build(),
            Element.asset("v", "host").build()
        };
        assertThat(composite(availability(with(up, new Need.AtLeast(2, ones("p", "u", "v"), NeedTerms.NONE)))))
                .isEqualTo(1.0);
        assertThat(composite(availability(with(up, new Need.AtLeast(2, ones("p", "q", "u"), NeedTerms.NONE)))))
                .isCloseTo(1 - 0.1 * 0.2, offset(1e-12));
        assertThat(composite(availability(
                        with(up, new Need.Pool(ones("p", "u", "v"), List.of(0.5, 0.3, 0.2), 0.5, NeedTerms.NONE)))))
                .isEqualTo(1.0);
        assertThat(composite(availability(
                        with(up, new Need.Pool(ones("p", "q", "u"), List.of(0.5, 0.3, 0.2), 0.6, NeedTerms.NONE)))))
                .isCloseTo(0.9, offset(1e-12));
        assertThat(composite(availability(
                        with(up, new Need.AllOf(ones("p", "u", "q"), NeedTerms.NONE), new Need.One(Id.of("v"))))))
                .isCloseTo(0.9 * 0.8, offset(1e-12));
    }

    private static Element[] with(Element[] others, Need... needs) {
        return Stream.concat(
                        Stream.of(Element.service("s").needs(List.of(needs)).build()), Stream.of(others))
                .toArray(Element[]::new);
    }

    private static List<Need> ones(String... ids) {
        return Stream.of(ids).<Need>map(id -> new Need.One(Id.of(id))).toList();
    }
}
