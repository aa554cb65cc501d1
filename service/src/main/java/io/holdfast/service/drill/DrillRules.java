package io.holdfast.service.drill;

import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.model.Drill;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation has decided about its drills: an editable table, from a preset or its own.
 *
 * @param preset {@code standard}, {@code taiwan} or {@code dora}: where it began, or {@code own}
 * @param policy how often and how hard services are drilled, by tier
 * @param redundantEveryMonths how often redundant devices are drilled, in months; 0 for never (row D12)
 * @param redundantKinds the kinds of assets that count as such devices
 * @param recurring drills that come again and again (row D13)
 * @param retestDays within how many days after a change a service is tested again; 0 for never (row B18)
 * @param retestFromRisk {@code medium} or {@code high}: the least risk of a change after which that is so
 * @param peopleHours the most people-hours of all drills of a year, or null for any number
 * @param liveHours the most hours of a year in which production runs switched over for a drill, or null: the production risk
 * @param teamPerWeek the most drills of a team in a week, or null
 * @param extraDrills how many drills that nobody asks for may be proposed because they teach much
 * @param freezes days without drills
 */
public record DrillRules(
        String preset,
        DrillPolicy policy,
        int redundantEveryMonths,
        Set<String> redundantKinds,
        List<Recurring> recurring,
        int retestDays,
        String retestFromRisk,
        @Nullable Double peopleHours,
        @Nullable Double liveHours,
        @Nullable Integer teamPerWeek,
        int extraDrills,
        List<FreezeRule> freezes) {

    /** What a recurring drill is about. */
    public enum Target {
        /** Everything that comes back from a copy or a replica. */
        BACKUP,
        /** Everything that can be switched over. */
        STANDBY
    }

    /**
     * A drill that comes again and again.
     *
     * @param id its name in addresses
     * @param names its names by language
     * @param target what it is about
     * @param types one or several types
     * @param everyMonths 1, 2, 3, 4, 6 or 12
     * @param minutes how long it lasts
     */
    public record Recurring(
            String id, Map<String, String> names, Target target, List<Drill.Type> types, int everyMonths, int minutes) {
        /** Copies the collections; throws {@link IllegalArgumentException} that names the value and the rule. */
        public Recurring {
            names = Map.copyOf(names);
            types = List.copyOf(types);
            require(
                    id.matches("[a-z0-9][a-z0-9-]{0,39}"),
                    "id of a recurring drill",
                    id,
                    "be a-z, 0-9 and -, up to 40");
            require(!types.isEmpty(), "types of '" + id + "'", types, "name a type");
            require(everyMonths >= 1 && 12 % everyMonths == 0, "everyMonths of '" + id + "'", everyMonths, "divide 12");
            require(minutes >= 30 && minutes <= 480, "minutes of '" + id + "'", minutes, "lie between 30 and 480");
        }

        /** Its subject in schedules. */
        public String subject() {
            return "recurring:" + id;
        }
    }

    /**
     * Days without drills.
     *
     * @param name what people call it
     * @param from its first day
     * @param to its last day
     * @param site the site for whose drills it holds, or null
     * @param team the team for whose drills it holds, or null
     * @param type the type for which it holds, or null; one of the three at most is there, none for all drills
     */
    public record FreezeRule(
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable String site,
            @Nullable String team,
            Drill.@Nullable Type type) {
        /** Throws {@link IllegalArgumentException} that names the value and the rule. */
        public FreezeRule {
            require(!name.isBlank() && name.length() <= 100, "name of a freeze", name, "have 1 to 100 characters");
            require(!to.isBefore(from), "end of freeze '" + name + "'", to, "not lie before its beginning");
            int scopes = (site == null ? 0 : 1) + (team == null ? 0 : 1) + (type == null ? 0 : 1);
            require(scopes <= 1, "scope of freeze '" + name + "'", scopes, "be a site, a team or a type, not several");
        }
    }

    /** Copies the collections; throws {@link IllegalArgumentException} that names the value and the rule. */
    public DrillRules {
        redundantKinds = Set.copyOf(redundantKinds);
        recurring = List.copyOf(recurring);
        freezes = List.copyOf(freezes);
        require(PRESETS.contains(preset) || preset.equals(OWN), "preset", preset, "be standard, taiwan, dora or own");
        requireBetween("redundantEveryMonths", redundantEveryMonths, 0, 60);
        requireBetween("retestDays", retestDays, 0, 366);
        require(
                Set.of("medium", "high").contains(retestFromRisk),
                "retestFromRisk",
                retestFromRisk,
                "be medium or high");
        require(peopleHours == null || (peopleHours >= 0 && peopleHours <= 1e6), "peopleHours", peopleHours, AMOUNT);
        require(liveHours == null || (liveHours >= 0 && liveHours <= 1e6), "liveHours", liveHours, AMOUNT);
        require(
                teamPerWeek == null || (teamPerWeek >= 1 && teamPerWeek <= 7),
                "teamPerWeek",
                teamPerWeek,
                "lie between 1 and 7");
        requireBetween("extraDrills", extraDrills, 0, 50);
        requireUnique("recurring drill", recurring.stream().map(Recurring::id).toList());
        requireUnique("freeze", freezes.stream().map(FreezeRule::name).toList());
    }

    private static final List<String> PRESETS = List.of("standard", "taiwan", "dora");
    private static final String OWN = "own";
    private static final String AMOUNT = "lie between 0 and a million, or be absent";

    private static final List<Recurring> TESTS = List.of(
            new Recurring(
                    "backup-test",
                    Map.of("en", "Backup test", "zh-Hant", "備份回復測試"),
                    Target.BACKUP,
                    List.of(Drill.Type.DATA_RECOVERY),
                    6,
                    240),
            new Recurring(
                    "standby-test",
                    Map.of("en", "Standby test", "zh-Hant", "備援測試"),
                    Target.STANDBY,
                    List.of(Drill.Type.SCENARIO),
                    12,
                    240));

    /** The presets, the one that the product comes with first. */
    public static List<DrillRules> presets() {
        Map<String, DrillPolicy> policies = new LinkedHashMap<>();
        policies.put("standard", DrillPolicy.STANDARD);
        policies.put("taiwan", DrillPolicy.TAIWAN);
        policies.put("dora", DrillPolicy.DORA);
        return policies.entrySet().stream()
                .map(each -> new DrillRules(
                        each.getKey(), each.getValue(), 12, DEVICES, TESTS, 90, "high", null, null, null, 4, List.of()))
                .toList();
    }

    private static final Set<String> DEVICES =
            Set.of("network", "firewall", "ips", "router", "switch", "load-balancer", "appliance");

    /** A policy alone: no redundant devices, recurring drills, retests, budgets or freezes. */
    public static DrillRules of(DrillPolicy policy) {
        return new DrillRules(OWN, policy, 0, Set.of(), List.of(), 0, "high", null, null, null, 0, List.of());
    }

    private static void requireUnique(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        names.forEach(name -> require(seen.add(name), "name of a " + what, name, "be there once"));
    }

    private static void requireBetween(String what, int value, int least, int most) {
        require(value >= least && value <= most, what, value, "lie between " + least + " and " + most);
    }

    private static void require(boolean holds, String what, @Nullable Object value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("The " + what + " is " + value + ", but must " + rule + ".");
        }
    }
}
