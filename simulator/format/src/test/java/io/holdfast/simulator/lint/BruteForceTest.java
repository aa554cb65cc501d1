package io.holdfast.simulator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules about graphs against plain answers that share nothing with them: every set of elements is tried, paths are
 * multiplied out, chains are followed by recursion. Thousands of random graphs of seven elements.
 */
class BruteForceTest {

    private static final int ASSETS = 5;
    private static final int ALL = 7;
    private static final int GRAPHS = 700;

    private static Id id(int place) {
        return Id.of("e" + place);
    }

    private static Need need(Random random, int depth, int below) {
        int form = depth == 0 ? 0 : random.nextInt(8);
        if (form < 4) {
            return new Need.One(id(random.nextInt(below)));
        }
        int size = 1 + random.nextInt(3);
        List<Need> members = IntStream.range(0, size)
                .mapToObj(i -> need(random, depth - 1, below))
                .toList();
        NeedTerms terms = random.nextInt(6) == 0
                ? new NeedTerms(null, null, 0.5, null, null, Map.of())
                : random.nextInt(6) == 0
                        ? new NeedTerms(null, UncertainHours.fixed(random.nextInt(3)), null, null, null, Map.of())
                        : NeedTerms.NONE;
        return switch (form) {
            case 4 -> new Need.AllOf(members, terms);
            case 5, 6 -> new Need.AtLeast(1 + random.nextInt(size), members, terms);
            default ->
                new Need.Pool(
                        members,
                        members.stream()
                                .map(each -> 0.25 * (1 + random.nextInt(3)))
                                .toList(),
                        0.25 * random.nextInt(4),
                        terms);
        };
    }

    private static List<Need> needs(Random random, int most, int below) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> need(random, 2, below))
                .toList();
    }

    private static ContinuityModel model(Random random, boolean acyclic) {
        List<Element> elements = new ArrayList<>();
        for (int e = 0; e < ALL; e++) {
            ElementBuilder builder = new ElementBuilder(
                    id(e), e < ASSETS ? ElementType.ASSET : ElementType.SERVICE, e < ASSETS ? "host" : "service");
            int below = acyclic ? e : ALL;
            if (below > 0) {
                builder.needs(needs(random, 2, below));
            }
            if (random.nextInt(4) == 0) {
                builder.methods(List.of(new RecoveryMethod(
                        null,
                        MethodKind.FAILOVER,
                        Label.NONE,
                        false,
                        1,
                        UncertainHours.fixed(1),
                        random.nextInt(4) == 0 ? null : needs(random, 2, ALL),
                        needs(random, 1, ALL),
                        1,
                        null,
                        null,
                        Map.of(),
                        random.nextInt(5) == 0 ? Set.of(DownState.DESTROYED) : null)));
            }
            if (random.nextInt(3) == 0) {
                builder.objectives(new Objectives(null, 1.0 + random.nextInt(4), null, null, null, null));
            }
            elements.add(builder.build());
        }
        return ContinuityModel.of(elements, List.of());
    }

    private static boolean isMet(Need need, int up) {
        if (need.terms().soft() != null) {
            return true;
        }
        return switch (need) {
            case Need.One one -> (up >> place(one.element()) & 1) == 1;
            case Need.AllOf all -> all.members().stream().allMatch(each -> isMet(each, up));
            case Need.AtLeast some ->
                some.members().stream().filter(each -> isMet(each, up)).count() >= some.atLeast();
            case Need.Pool pool ->
                IntStream.range(0, pool.members().size())
                                .filter(m -> isMet(pool.members().get(m), up))
                                .mapToDouble(pool.shares()::get)
                                .sum()
                        >= pool.minimum();
        };
    }

    private static int place(Id id) {
        return Integer.parseInt(id.value().substring(1));
    }

    private static boolean allMet(Collection<Need> needs, int up) {
        return needs.stream().allMatch(each -> isMet(each, up));
    }

    private static boolean standsBy(Element element, int up) {
        return element.methods().stream()
                .filter(method -> method.effectiveAnswers().contains(DownState.OUTAGE))
                .anyMatch(method -> allMet(Objects.requireNonNullElse(method.needs(), element.needs()), up)
                        && allMet(method.alsoNeeds(), up));
    }

    /** The union of all sets without the lost one in which each has what it needs or a standby: the greatest such set. */
    private static int greatest(ContinuityModel model, int lost) {
        int greatest = 0;
        for (int up = 0; up < 1 << ALL; up++) {
            int tried = up;
            boolean holds = IntStream.range(0, ALL)
                    .filter(e -> (tried >> e & 1) == 1)
                    .allMatch(e -> e != lost
                            && (allMet(model.elements().get(e).needs(), tried)
                                    || standsBy(model.elements().get(e), tried)));
            greatest |= holds ? up : 0;
        }
        return greatest;
    }

    @ParameterizedTest
    @Tag("row:M9")
    @ValueSource(longs = {1, 2})
    void singlePointsAreThoseThatTryingEverySetFinds(long seed) {
        Random random = new Random(seed);
        int points = 0;
        for (int graph = 0; graph < GRAPHS; graph++) {
            ContinuityModel model = model(random, false);
            int before = greatest(model, -1);
            Set<String> plain = new TreeSet<>();
            for (int lost = 0; lost < ASSETS; lost++) {
                int up = greatest(model, lost);
                int services = Integer.bitCount((before & ~up) >> ASSETS);
                if (services > 0 && !standsBy(model.elements().get(lost), up)) {
                    plain.add(id(lost) + " " + services);
                }
            }
            Set<String> found = of(model, LintRule.SINGLE_POINT_OF_FAILURE)
                    .map(conflict -> conflict.finding().elements().getFirst() + " "
                            + (int) conflict.figures().getFirst().value())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).as("graph %s of seed %s", graph, seed).isEqualTo(plain);
            points += plain.size();
        }
        assertThat(points).isGreaterThan(GRAPHS / 4);
    }

    private static java.util.stream.Stream<Conflict> of(ContinuityModel model, LintRule rule) {
        return Linter.of(model, null).stream().filter(conflict -> conflict.rule() == rule);
    }

    @Test
    @Tag("row:B2")
    void cyclesAreWhatIsOnAPathToItself() {
        Random random = new Random(3);
        int cyclic = 0;
        for (int graph = 0; graph < GRAPHS; graph++) {
            ContinuityModel model = model(random, false);
            boolean[][] reaches = new boolean[ALL][ALL];
            model.elements()
                    .forEach(element -> element.needs().stream()
                            .flatMap(Need::elements)
                            .forEach(to -> reaches[place(element.id())][place(to)] = true));
            for (int through = 0; through < ALL; through++) {
                for (int from = 0; from < ALL; from++) {
                    for (int to = 0; to < ALL; to++) {
                        reaches[from][to] |= reaches[from][through] && reaches[through][to];
                    }
                }
            }
            Set<Set<Id>> plain = IntStream.range(0, ALL)
                    .filter(e -> reaches[e][e])
                    .mapToObj(e -> IntStream.range(0, ALL)
                            .filter(other -> reaches[e][other] && reaches[other][e])
                            .mapToObj(BruteForceTest::id)
                            .collect(Collectors.toSet()))
                    .collect(Collectors.toSet());
            assertThat(of(model, LintRule.MUTUAL_DEPENDENCY)
                            .map(conflict -> Set.copyOf(conflict.finding().elements()))
                            .collect(Collectors.toSet()))
                    .as("graph %s", graph)
                    .isEqualTo(plain);
            cyclic += plain.isEmpty() ? 0 : 1;
        }
        assertThat(cyclic).isBetween(GRAPHS / 10, GRAPHS * 95 / 100);
    }

    /** When an element is back by what it and others state, by recursion alone. */
    private static double back(ContinuityModel model, Need need) {
        if (need.terms().soft() != null) {
            return 0;
        }
        double[] members = switch (need) {
            case Need.One one -> {
                Element element = model.elements().get(place(one.element()));
                Double stated = element.objectives().rtoHours();
                yield new double[] {stated != null ? stated : back(model, element.needs())};
            }
            case Need.AllOf all -> times(model, all.members());
            case Need.AtLeast some -> times(model, some.members());
            case Need.Pool pool -> times(model, pool.members());
        };
        double latest = 0;
        for (double until : members) { // the first moment at which enough are back
            latest = Math.max(latest, until);
        }
        double wanted = latest;
        for (double moment : java.util.stream.DoubleStream.concat(
                        java.util.stream.DoubleStream.of(0), java.util.Arrays.stream(members))
                .toArray()) {
            if (moment < wanted && isEnough(need, members, moment)) {
                wanted = moment;
            }
        }
        UncertainHours held = need.terms().holdsFor();
        double bridged =
                held == null ? 0 : ((io.holdfast.simulator.model.Distribution.Fixed) held.distribution()).hours();
        return Math.max(0, wanted - bridged);
    }

    private static boolean isEnough(Need need, double[] members, double moment) {
        long there =
                java.util.Arrays.stream(members).filter(each -> each <= moment).count();
        return switch (need) {
            case Need.One one -> there == 1;
            case Need.AllOf all -> there == members.length;
            case Need.AtLeast some -> there >= some.atLeast();
            case Need.Pool pool ->
                IntStream.range(0, members.length)
                                .filter(m -> members[m] <= moment)
                                .mapToDouble(pool.shares()::get)
                                .sum()
                        >= pool.minimum();
        };
    }

    private static double[] times(ContinuityModel model, List<Need> members) {
        return members.stream().mapToDouble(each -> back(model, each)).toArray();
    }

    private static double back(ContinuityModel model, List<Need> needs) {
        return needs.stream().mapToDouble(each -> back(model, each)).max().orElse(0);
    }

    @Test
    @Tag("row:B2")
    void whoWaitsTooLongIsWhomRecursionFinds() {
        Random random = new Random(4);
        int late = 0;
        for (int graph = 0; graph < GRAPHS; graph++) {
            ContinuityModel model = model(random, true);
            Set<Id> plain = model.elements().stream()
                    .filter(element -> element.objectives().rtoHours() != null)
                    .filter(element -> back(model, element.needs())
                            > Objects.requireNonNull(element.objectives().rtoHours()))
                    .map(Element::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<Id> found = of(model, LintRule.NEED_RECOVERS_LATER)
                    .flatMap(conflict -> conflict.finding().elements().stream().skip(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).as("graph %s", graph).isEqualTo(plain);
            late += plain.size();
        }
        assertThat(late).isGreaterThan(GRAPHS / 10);
    }

    @Test
    @Tag("row:B2")
    void aModelMadeSoundHasNoConflictOfThatRule() {
        Random random = new Random(5);
        for (int graph = 0; graph < GRAPHS; graph++) {
            List<Element> sound = model(random, false).elements().stream()
                    .map(BruteForceTest::madeSound)
                    .toList();
            assertThat(Linter.of(ContinuityModel.of(sound, List.of()), Linted.DAY))
                    .extracting(Conflict::rule)
                    .as("graph %s", graph)
                    .isSubsetOf(LintRule.MUTUAL_DEPENDENCY, LintRule.POOL_ON_CYCLE, LintRule.SINGLE_POINT_OF_FAILURE);
        }
    }

    /** With an owner, one RTO and RPO for all, an MTPD that just holds RTO and work recovery, and a promise that cannot break. */
    private static Element madeSound(Element element) {
        ElementBuilder builder = new ElementBuilder(element.id(), element.type(), element.kind());
        builder.needs(element.needs());
        builder.methods(element.methods());
        builder.label(new Label(null, Map.of(), "owner", null, List.of(), null, Map.of()));
        builder.objectives(new Objectives(0.3, 0.1, 4.0, null, 0.2, null));
        builder.serviceLevel(new io.holdfast.simulator.model.ServiceLevel(
                1.0, io.holdfast.simulator.model.ServiceLevel.Period.MONTH, 0, List.of(), List.of()));
        return builder.build();
    }
}
