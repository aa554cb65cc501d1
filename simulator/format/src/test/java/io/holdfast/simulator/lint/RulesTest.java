package io.holdfast.simulator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.format.FindingText;
import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.model.Id;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule on its border and just beyond. */
class RulesTest {

    private static String chain(String need, String restOfElement, String target) {
        return """
                holdfast: 1
                assets:
                  - {id: db, kind: database, owner: o, objectives: {rto: 5}}
                  - {id: db-2, kind: database, owner: o, objectives: {rto: 9}}
                  - {id: db-3, kind: database, owner: o}
                  - {id: app, kind: application, owner: o%s, recovery: [{method: failover, duration: 1, needs: []}], needs: [%s]}
                processes:
                  - {id: p, owner: o, objectives: {%s}, needs: [app]}
                """.formatted(restOfElement, need, target);
    }

    @ParameterizedTest
    @Tag("row:B2")
    @CsvSource(delimiter = '|', textBlock = """
            db                                                            |                    | rto: 5               |
            db                                                            |                    | rto: 4.999           | db
            db                                                            | , objectives: {rto: 4} | rto: 4           | db
            {of: [db, db-2]}                                              |                    | rto: 4               | db, db-2
            {atLeast: 1, of: [db, db-2]}                                  |                    | rto: 5               |
            {atLeast: 1, of: [db, db-2]}                                  |                    | rto: 4               | db
            {atLeast: 2, of: [db, db-2]}                                  |                    | rto: 6               | db-2
            {atLeast: 1, of: [db, db-3]}                                  |                    | rto: 1               |
            {of: [db, db-2], shares: [0.6, 0.6], minimum: 0.6}            |                    | rto: 5               |
            {of: [db, db-2], shares: [0.6, 0.6], minimum: 0.7}            |                    | rto: 5               | db-2
            {of: [db], soft: 0.5}                                         |                    | rto: 1               |
            {of: [db], holdsFor: 1}                                       |                    | rto: 4               |
            {of: [db], holdsFor: 1}                                       |                    | rto: 3.9             | db
            {of: [db], holdsFor: {uniform: [0, 2]}}                       |                    | rto: 4               |
            db                                                            |                    | rto: 5, mtpd: 5.3, wrt: 0.3 |
            """)
    void targetsOfWhatIsNeededAreNotLater(String need, String rest, String target, String late) {
        String text = chain(need, rest == null ? "" : rest, target);
        assertThat(Linted.conflicts(text))
                .filteredOn(conflict -> conflict.rule() == LintRule.NEED_RECOVERS_LATER)
                .extracting(conflict -> conflict.finding().elements().getFirst().value())
                .containsExactlyInAnyOrder(late == null ? new String[0] : late.split(", "));
    }

    @Test
    @Tag("row:B2")
    void anMtpdLessItsWorkRecoveryTimeHoldsWhereNoRtoIsStated() {
        assertThat(Linted.found(chain("db", "", "mtpd: 7, wrt: 2"))).containsExactly("no-target p");
        assertThat(Linted.found(chain("db", "", "mtpd: 7, wrt: 2.5")))
                .containsExactly("need-recovers-later db", "no-target p");
    }

    @Test
    @Tag("row:B2")
    void namesBothWithTheirTimesAndCountsTheOthers() {
        String text = chain("db", "", "rto: 4") + "  - {id: q, owner: o, objectives: {rto: 2}, needs: [db]}\n";
        Conflict conflict = Linted.conflicts(text).getFirst();
        assertThat(conflict.finding().elements()).extracting(Id::value).containsExactly("db", "q", "p");
        assertThat(conflict.figures())
                .containsExactly(new Figure("rto", 5, "h", Id.of("db")), new Figure("rto", 2, "h", Id.of("q")));
        assertThat(FindingText.of(conflict.finding(), Language.EN)).contains("'db'", "5 h", "'q'", "2 h", ": 2.");
        assertThat(FindingText.of(conflict.finding(), Language.ZH_HANT)).contains("「db」", "5 小時", "「q」", "2 小時", "：2。");
        assertThat(conflict.mend()).isEqualTo(Mend.element(Id.of("db"), "objectives.rto"));
    }

    @Test
    @Tag("row:B2")
    void elementsThatNeedEachOtherAreJudgedByWhatTheyNeedOutside() {
        assertThat(Linted.found("""
                holdfast: 1
                assets:
                  - {id: a, kind: host, owner: o, needs: [b]}
                  - {id: b, kind: host, owner: o, needs: [a, db]}
                  - {id: db, kind: database, owner: o, objectives: {rto: 5}}
                services: [{id: s, owner: o, objectives: {rto: 4}, needs: [{atLeast: 1, of: [a]}]}]
                """)).contains("need-recovers-later db", "mutual-dependency a");
    }

    private record Place(double lat, double lon) {}

    /** The place so many metres away on a bearing, by the direct problem on the sphere, which the rule does not solve. */
    private static Place away(double metres, double bearing) {
        double angle = metres / 6_371_008.8;
        double lat = Math.toRadians(25.04);
        double course = Math.toRadians(bearing);
        double sine = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(course);
        double east =
                Math.atan2(Math.sin(course) * Math.sin(angle) * Math.cos(lat), Math.cos(angle) - Math.sin(lat) * sine);
        return new Place(Math.toDegrees(Math.asin(sine)), 121.56 + Math.toDegrees(east));
    }

    @ParameterizedTest
    @Tag("row:S12")
    @ValueSource(doubles = {0, 17, 45, 90, 135, 180, 233, 270, 359})
    void thirtyFiveKilometresAreEnoughAndAMetreLessIsNot(double bearing) {
        for (double metres : new double[] {34_999, 35_000, 35_001}) {
            Place place = away(metres, bearing);
            String text = """
                    holdfast: 1
                    sites: [{id: north, lat: 25.04, lon: 121.56}, {id: other, lat: %s, lon: %s}]
                    assets:
                      - {id: keep, kind: storage, site: north, owner: o}
                      - {id: far, kind: storage, site: other, owner: o}
                      - {id: db, kind: database, site: north, owner: o, recovery: [{method: restore, duration: 1, alsoNeeds: [keep, far], data: {every: 24}}]}
                    """.formatted(place.lat(), place.lon());
            assertThat(Linted.found(text))
                    .as("%s m at %s°", metres, bearing)
                    .isEqualTo(metres < 35_000 ? java.util.List.of("off-site-too-near db") : java.util.List.of());
        }
    }

    @Test
    @Tag("row:S12")
    void neverShowsADistanceThatIsTooShortAsLongEnough() {
        Place place = away(34_999.9, 120);
        Conflict conflict =
                Linted.conflicts("""
                holdfast: 1
                sites: [{id: north, lat: 25.04, lon: 121.56}, {id: other, lat: %s, lon: %s}]
                assets:
                  - {id: there, kind: cluster, site: other, owner: o}
                  - {id: app, kind: application, site: north, owner: o, recovery: [{method: failover, duration: 1, needs: [there]}]}
                """.formatted(place.lat(), place.lon())).getFirst();
        assertThat(FindingText.of(conflict.finding(), Language.EN)).contains("34.999 km away", "at least 35.0 km");
    }

    @Test
    @Tag("row:S12")
    void standsWhereWhatItNeedsStandsAndIsNotJudgedWithoutCoordinates() {
        String text = """
                holdfast: 1
                sites: [{id: north, lat: 25.04, lon: 121.56}, {id: near, lat: 25.02, lon: 121.46}]
                assets:
                  - {id: host, kind: host, site: near, owner: o}
                  - {id: vm, kind: cluster, owner: o, needs: [host]}
                  - {id: app, kind: application, site: north, owner: o, recovery: [{method: failover, duration: 1, needs: [vm]}]}
                """;
        assertThat(Linted.found(text)).containsExactly("off-site-too-near app");
        assertThat(Linted.found(text.replace(", lat: 25.02, lon: 121.46", ""))).isEmpty();
        assertThat(Linted.found(text.replace("failover", "repair"))).isEmpty();
    }

    @ParameterizedTest
    @Tag("row:S13")
    @CsvSource(delimiter = '|', textBlock = """
            0.16666666666666666                  | {atLeast: 1, of: [h1, h2]}                        | false
            0.1667                               | {atLeast: 1, of: [h1, h2]}                        | true
            0.1667                               | {of: [h1, h2], shares: [1, 1], minimum: 1}        | true
            0.1667                               | h1                                                | false
            0.1667                               | {atLeast: 1, of: [h1, san]}                       | false
            {uniform: [0, 0.17543859649122806]}  | {atLeast: 1, of: [h1, h2]}                        | false
            {uniform: [0, 0.18]}                 | {atLeast: 1, of: [h1, h2]}                        | true
            """)
    void machinesOfAFailedHostRunAgainWithinTenMinutes(String restart, String need, boolean slow) {
        String text = """
                holdfast: 1
                assets:
                  - {id: h1, kind: host, owner: o}
                  - {id: h2, kind: host, owner: o}
                  - {id: san, kind: storage, owner: o}
                  - {id: vm, kind: cluster, owner: o, restart: %s, needs: [%s]}
                """.formatted(restart, need);
        assertThat(Linted.found(text).contains("restart-too-slow vm")).isEqualTo(slow);
    }

    @Test
    @Tag("row:S13")
    void saysInHowManyCasesTenMinutesAreKept() {
        Conflict conflict = Linted.conflicts("""
                holdfast: 1
                assets:
                  - {id: h1, kind: host, owner: o}
                  - {id: h2, kind: host, owner: o}
                  - {id: vm, kind: cluster, owner: o, restart: {triangular: [0.05, 0.1, 0.25]}, needs: [{atLeast: 1, of: [h1, h2]}]}
                """).getFirst();
        // by hand: P95 = 0.25 - sqrt(0.05 * 0.2 * 0.15) = 0.21127 h; P(10 min) = 1 - (0.25 - 1/6)^2 / (0.2 * 0.15) =
        // 0.7685
        assertThat(conflict.figures().get(0).value()).isBetween(12.67, 12.68);
        assertThat(conflict.figures().get(2).value()).isBetween(0.768, 0.769);
        assertThat(FindingText.of(conflict.finding(), Language.EN)).contains("12.68 min", "76 of 100");
    }

    @ParameterizedTest
    @Tag("row:S2")
    @CsvSource(delimiter = '|', textBlock = """
            a, b                                                  | 0.9801   | false
            a, b                                                  | 0.98011  | true
            app, a                                                | 0.99     | false
            {atLeast: 1, of: [a, b]}                              | 0.9999   | false
            {atLeast: 1, of: [a, b]}                              | 0.99991  | true
            {atLeast: 2, of: [a, b, c]}                           | 0.999702 | false
            {atLeast: 2, of: [a, b, c]}                           | 0.999703 | true
            {of: [a, b, c], shares: [0.5, 0.5, 1], minimum: 1}    | 0.999801 | false
            {of: [a, b, c], shares: [0.5, 0.5, 1], minimum: 1}    | 0.999802 | true
            {of: [a], soft: 0.5}                                  | 1        | false
            {of: [a], holdsFor: 1}                                | 1        | false
            {atLeast: 1, of: [a, app]}                            | 1        | false
            """)
    void noMoreIsPromisedThanTheChainPromisesTogether(String needs, String promised, boolean tooMuch) {
        String text = """
                holdfast: 1
                assets:
                  - {id: a, kind: supplier, owner: o, sla: {availability: 0.99}}
                  - {id: b, kind: supplier, owner: o, sla: {availability: 0.99}}
                  - {id: c, kind: supplier, owner: o, sla: {availability: 0.99}}
                  - {id: app, kind: application, owner: o, needs: [a]}
                services: [{id: s, owner: o, sla: {availability: %s}, needs: [%s]}]
                """.formatted(promised, needs);
        assertThat(Linted.found(text).contains("promise-above-chain s")).isEqualTo(tooMuch);
    }

    @Test
    @Tag("row:M9")
    @Tag("row:A6")
    void aStandbyThatCannotStartWithoutWhatIsLostIsNone() {
        String text = """
                holdfast: 1
                assets:
                  - {id: main, kind: network, owner: o, recovery: [{method: failover, duration: 1, needs: [spare]}]}
                  - {id: spare, kind: network, owner: o, needs: [main]}
                services: [{id: s, owner: o, needs: [main]}]
                """;
        assertThat(Linted.found(text)).containsExactly("single-point-of-failure main");
        assertThat(Linted.found(text.replace(", needs: [main]}\nservices", "}\nservices")))
                .isEmpty();
    }

    @Test
    @Tag("row:S15")
    void dataAreAbroadWhereTheirCountryIsNotThatOfTheFile() {
        String text = """
                holdfast: 1%s
                assets:
                  - {id: a, kind: database, owner: o, x-facts: {country: TW}}
                  - {id: b, kind: cloud, owner: o, x-facts: {country: JP}}
                  - {id: c, kind: storage, owner: o}
                  - {id: d, kind: host, owner: o, x-facts: {country: JP}}
                """;
        assertThat(Linted.found(text.formatted(""))).containsExactly("data-abroad b");
        assertThat(Linted.found(text.formatted("\nx-country: JP"))).containsExactly("data-abroad a");
    }

    @Test
    @Tag("row:M6")
    void datesAreJudgedOnlyAsOfADay() {
        String text = Linted.sound().replace("2026-03-01", "2019-03-01");
        assertThat(Linted.found(text)).containsExactly("review-overdue plan-shop");
        assertThat(Linter.of(Linted.read(text), null)).isEmpty();
    }

    @Test
    @Tag("row:M6")
    void qualityCountsWhatTheRegisterSaysOfItself() {
        Quality quality = Quality.of(Linted.read("""
                        holdfast: 1
                        assets:
                          - {id: a, kind: host, owner: " "}
                          - {id: b, kind: host, owner: o, needs: [a, {of: [a], verified: "2026-01-01"}, {of: [{atLeast: 1, of: [a]}], verified: "2020-01-01"}]}
                        """).model(), Linted.DAY);
        assertThat(quality).isEqualTo(new Quality(2, 1, 3, 2, 1));
    }
}
