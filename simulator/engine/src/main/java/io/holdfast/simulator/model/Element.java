package io.holdfast.simulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Anything that can be up or down: an asset, a service or a process. Build one with {@link #asset} and its siblings.
 *
 * @param id its id
 * @param type in which list of the file it stands
 * @param kind the asset's kind; the word {@code service} or {@code process} for those
 * @param label its names
 * @param site where it is, or null
 * @param zone the part of the site, or null
 * @param needs what must be up for it to serve; every entry
 * @param methods ways to recover it, in order of preference
 * @param restart time to come back when only something it needs was lost, or null for none
 * @param capacity what it can carry, or null
 * @param demand what a process asks of what it runs on, or null
 * @param objectives its stated targets
 * @param tier importance, 1 is the most critical, or null when not stated
 * @param impact what its disruption costs, or null
 * @param serviceLevel its service level agreement, or null
 * @param failure how often it fails by itself, or null
 * @param commonCause its common-cause group, or null
 */
public record Element(
        Id id,
        ElementType type,
        String kind,
        Label label,
        @Nullable Id site,
        @Nullable String zone,
        List<Need> needs,
        List<RecoveryMethod> methods,
        @Nullable UncertainHours restart,
        @Nullable Amount capacity,
        @Nullable Demand demand,
        Objectives objectives,
        @Nullable Integer tier,
        @Nullable Impact impact,
        @Nullable ServiceLevel serviceLevel,
        @Nullable Failure failure,
        @Nullable CommonCause commonCause) {

    /** Copies the lists and checks the tier. */
    public Element {
        needs = List.copyOf(needs);
        methods = List.copyOf(methods);
        if (tier != null) {
            Require.between("tier", tier, 1, 9);
        }
    }

    /** A builder of an asset of a kind. */
    public static ElementBuilder asset(String id, String kind) {
        return new ElementBuilder(Id.of(id), ElementType.ASSET, kind);
    }

    /** A builder of a service. */
    public static ElementBuilder service(String id) {
        return new ElementBuilder(Id.of(id), ElementType.SERVICE, "service");
    }

    /** A builder of a process. */
    public static ElementBuilder process(String id) {
        return new ElementBuilder(Id.of(id), ElementType.PROCESS, "process");
    }
}
