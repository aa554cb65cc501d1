package io.holdfast.simulator.calendar;

import io.holdfast.simulator.model.Drill;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A drill that may or must take place. {@link CandidateBuilder} makes one.
 *
 * @param id its name; unique
 * @param types one or several types
 * @param tier how important what it drills is, 1 the most
 * @param mandatory whether it must take place
 * @param times how often in the year
 * @param workingDays how many working days it lasts each time; days off between them are skipped
 * @param minutes how long it lasts on each of them
 * @param window the part of the day, by id
 * @param on what its days may be
 * @param teams who takes part, by id
 * @param sites where; a freeze of a site holds for it
 * @param exclusive sites, assets and whatever else no two drills may use at the same time
 * @param subjects what it covers, for duties
 * @param peopleHours what it takes, each time
 * @param productionRisk what it risks, each time, in a unit of the caller's
 * @param learning by how much it is expected to reduce the uncertainty, each time, in points of the caller's; looked at to
 *     a thousandth of a point
 * @param earliest the first day that it may begin, or null
 * @param latest the last day, on which it must be over each time, or null
 * @param last when it was last held, or null
 * @param spacingDays days from its last day, in the year or before, to its next first one, at least 1
 * @param preferred the days around which it would best lie, one for each of its times; empty for no preference
 */
public record Candidate(
        String id,
        List<Drill.Type> types,
        int tier,
        boolean mandatory,
        int times,
        int workingDays,
        int minutes,
        String window,
        Set<DayKind> on,
        List<String> teams,
        List<String> sites,
        List<String> exclusive,
        List<String> subjects,
        double peopleHours,
        double productionRisk,
        double learning,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable LocalDate last,
        int spacingDays,
        List<LocalDate> preferred) {

    /** The largest amount of hours, risk or learning. */
    static final double MOST = 1e6;

    /** Copies the lists; throws {@link IllegalArgumentException} that names the drill, the value and the rule. */
    public Candidate {
        types = List.copyOf(types);
        on = Set.copyOf(on.isEmpty() ? Set.of() : EnumSet.copyOf(on));
        teams = distinct(id, "teams", teams);
        sites = distinct(id, "sites", sites);
        exclusive = distinct(id, "exclusive", exclusive);
        subjects = distinct(id, "subjects", subjects);
        preferred = List.copyOf(preferred);
        requireTier(id, tier);
        require(!id.isBlank(), id, "id", id, "must not be blank");
        require(!on.isEmpty(), id, "on", on, "must name a kind of day");
        require(times >= 1 && times <= 52, id, "times", times, "must lie between 1 and 52");
        require(workingDays >= 1 && workingDays <= 20, id, "workingDays", workingDays, "must lie between 1 and 20");
        require(minutes >= 1 && minutes <= 1440, id, "minutes", minutes, "must lie between 1 and 1440");
        require(spacingDays >= 1 && spacingDays <= 366, id, "spacingDays", spacingDays, "must lie between 1 and 366");
        requireAmount(id, "peopleHours", peopleHours);
        requireAmount(id, "productionRisk", productionRisk);
        requireAmount(id, "learning", learning);
        require(
                preferred.isEmpty() || preferred.size() == times,
                id,
                "preferred",
                preferred,
                "must be as many days as times, or none");
    }

    /** Starts a candidate: one desktop-length drill, optional, on a worked day, with nobody and nothing else to it. */
    public static CandidateBuilder named(String id, String window) {
        return new CandidateBuilder(id, window);
    }

    private static List<String> distinct(String id, String what, List<String> list) {
        require(list.size() == Set.copyOf(list).size(), id, what, list, "must name each once");
        return List.copyOf(list);
    }

    private static void requireAmount(String id, String what, double value) {
        require(value >= 0 && value <= MOST, id, what, value, "must lie between 0 and " + MOST);
    }

    static void requireTier(String id, int tier) {
        require(tier >= 1 && tier <= 99, id, "tier", tier, "must lie between 1 and 99");
    }

    private static void require(boolean holds, String id, String what, Object value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("'" + what + "' of '" + id + "' is " + value + ", but " + rule + ".");
        }
    }
}
