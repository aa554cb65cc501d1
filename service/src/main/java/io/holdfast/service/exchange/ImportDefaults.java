package io.holdfast.service.exchange;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an import fills in where the source says nothing, each of evidence {@code default} and each to be switched off: ways
 * of recovery by kind, and objectives by tier. The times are starting points that are meant to be replaced; their order of
 * magnitude is argued in docs/guide/import.md, and every one carries its reason as its source.
 */
public final class ImportDefaults {

    /** The kind whose ways stand for kinds that the table does not have. */
    public static final String ANY = "any other";

    private static final Map<String, List<Way>> WAYS = ways();
    private static final Map<Integer, Objectives> TIERS = tiers();

    private ImportDefaults() {}

    /**
     * A way of recovery.
     *
     * @param method its kind in the file's words
     * @param median half of the times are shorter, hours
     * @param p90 nine of ten times are shorter, hours
     * @param why what the times stand for
     */
    public record Way(String method, double median, double p90, String why) {

        private RecoveryMethod toMethod() {
            return RecoveryMethod.of(
                    MethodKind.valueOf(method.toUpperCase(Locale.ROOT)),
                    new UncertainHours(
                            new Distribution.Lognormal(median, p90),
                            new Provenance(Evidence.DEFAULT, null, "import default: " + why)));
        }
    }

    private static Way repair(double median, double p90, String why) {
        return new Way("repair", median, p90, why);
    }

    private static Way replace(double median, double p90, String why) {
        return new Way("replace", median, p90, why);
    }

    private static Way rebuild(double median, double p90, String why) {
        return new Way("rebuild", median, p90, why);
    }

    private static Map<String, List<Way>> ways() {
        Map<String, List<Way>> ways = new LinkedHashMap<>();
        ways.put("region", List.of());
        ways.put(
                "site",
                List.of(repair(48, 336, "building made usable"), rebuild(2160, 6480, "rooms moved or built anew")));
        ways.put("location", List.of(repair(24, 168, "room made usable"), rebuild(720, 2880, "room fitted out anew")));
        ways.put("rack", List.of(repair(8, 36, "rack rewired"), replace(72, 240, "rack delivered and fitted")));
        ways.put("device", List.of(repair(4, 24, "part changed"), replace(24, 96, "device delivered next day")));
        ways.put("host", List.of(repair(4, 24, "part changed"), replace(24, 96, "host delivered next day")));
        ways.put("storage", List.of(repair(6, 36, "part changed"), replace(48, 168, "array delivered and filled")));
        ways.put("network", List.of(repair(4, 24, "part changed"), replace(24, 96, "device delivered next day")));
        ways.put("virtual-chassis", List.of(rebuild(2, 8, "configuration loaded again")));
        ways.put("cluster", List.of(repair(4, 24, "cluster software mended"), rebuild(24, 96, "cluster set up anew")));
        ways.put("virtual-machine", List.of(rebuild(2, 8, "machine made from its image")));
        ways.put("database", List.of(new Way("restore", 6, 24, "last backup read back")));
        ways.put("application", List.of(rebuild(2, 8, "application installed again")));
        ways.put("power-panel", List.of(repair(8, 36, "electrician called"), replace(72, 240, "panel delivered")));
        ways.put("power-feed", List.of(repair(4, 12, "breaker or cable changed"), replace(24, 72, "cable laid")));
        ways.put("power", List.of(repair(4, 24, "electrician called"), replace(72, 336, "unit delivered")));
        ways.put("cooling", List.of(repair(6, 24, "technician called"), replace(72, 336, "unit delivered")));
        ways.put("circuit", List.of(repair(6, 24, "carrier mends the line"), replace(336, 1440, "new line ordered")));
        ways.put("link", List.of(repair(6, 24, "carrier mends the line"), replace(336, 1440, "new line ordered")));
        ways.put(
                "provider", List.of(repair(8, 48, "provider mends its service"), replace(720, 2160, "other provider")));
        ways.put(
                "supplier", List.of(repair(8, 48, "supplier mends its service"), replace(720, 2160, "other supplier")));
        ways.put("cloud", List.of(repair(4, 24, "provider mends its service"), replace(336, 1440, "other provider")));
        ways.put("service", List.of(rebuild(1, 4, "service deployed again")));
        ways.put(ANY, List.of(repair(8, 48, "mended"), rebuild(48, 240, "made anew")));
        return ways;
    }

    private static Map<Integer, Objectives> tiers() {
        Map<Integer, Objectives> tiers = new LinkedHashMap<>();
        tiers.put(1, objectives(8, 2, 0.25));
        tiers.put(2, objectives(24, 8, 1));
        tiers.put(3, objectives(72, 24, 4));
        tiers.put(4, objectives(168, 72, 24));
        return tiers;
    }

    private static Objectives objectives(double mtpd, double rto, double rpo) {
        return new Objectives(mtpd, rto, rpo, null, null, null);
    }

    /** The whole table of ways, kind by kind; {@link #ANY} is last. */
    public static Map<String, List<Way>> table() {
        return new LinkedHashMap<>(WAYS);
    }

    /** The ways of a kind. */
    public static List<Way> waysOf(String kind) {
        List<Way> own = WAYS.get(kind);
        return own == null ? WAYS.getOrDefault(ANY, List.of()) : own;
    }

    /** The ways of a kind as recovery methods. */
    public static List<RecoveryMethod> methodsOf(String kind) {
        List<RecoveryMethod> methods = new ArrayList<>();
        waysOf(kind).forEach(way -> methods.add(way.toMethod()));
        return methods;
    }

    /** The objectives of a tier from 1 to 4; hours. */
    public static Map<Integer, Objectives> objectivesByTier() {
        return new LinkedHashMap<>(TIERS);
    }
}
