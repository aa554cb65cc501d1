package io.holdfast.service.exchange;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to import.
 *
 * @param source the importer's own id, the first part of every imported id; null for {@code netbox}, {@code csv} or what a
 *     network calls itself
 * @param system which system of a call graph; null where the file has only one
 * @param placeOn the kind of asset on which services run, sorted by name on the assets in id order, wrapping; null for none
 * @param recoveryFor the kinds that get the default recovery methods; null for all
 * @param objectives whether imported services get a tier and its default objectives; null for yes
 * @param tier that tier, 1 to 4; null for {@link #DEFAULT_TIER}
 * @param removeMissing whether what is gone from the source is removed; null for no
 * @param mode for a model file: {@code merge} or {@code replace}; null for merge
 * @param kinds the kinds that roles of the source stand for, and other kinds for kinds of the source; null for those of the source
 * @param expect the digest of the model that the preview was made on, {@code none} for an empty register; null for no check
 */
public record ImportOptions(
        @Nullable String source,
        @Nullable String system,
        @Nullable String placeOn,
        @Nullable Set<String> recoveryFor,
        @Nullable Boolean objectives,
        @Nullable Integer tier,
        @Nullable Boolean removeMissing,
        @Nullable String mode,
        @Nullable Map<String, String> kinds,
        @Nullable String expect) {

    /** The tier of imported services where none is chosen. */
    public static final int DEFAULT_TIER = 3;

    /** Everything as usual. */
    public static final ImportOptions USUAL =
            new ImportOptions(null, null, null, null, null, null, null, null, null, null);

    /** Copies the kinds. */
    public ImportOptions {
        recoveryFor = recoveryFor == null ? null : Set.copyOf(recoveryFor);
        kinds = kinds == null ? null : Map.copyOf(kinds);
    }

    /** With the kinds of the source. */
    public ImportOptions(
            @Nullable String source,
            @Nullable String system,
            @Nullable String placeOn,
            @Nullable Set<String> recoveryFor,
            @Nullable Boolean objectives,
            @Nullable Integer tier,
            @Nullable Boolean removeMissing,
            @Nullable String mode,
            @Nullable String expect) {
        this(source, system, placeOn, recoveryFor, objectives, tier, removeMissing, mode, null, expect);
    }

    /** Everything as usual but the kinds. */
    public static ImportOptions ofKinds(Map<String, String> kinds) {
        return new ImportOptions(null, null, null, null, null, null, null, null, kinds, null);
    }

    /** The kind of an element of the source by its role, else by its kind there. */
    public String kindOf(@Nullable String role, String kind) {
        if (kinds == null) {
            return kind;
        }
        String known = kinds.getOrDefault(role == null ? "" : role, "");
        String chosen = known.isBlank() ? kinds.getOrDefault(kind, "") : known;
        return chosen.isBlank() ? kind : chosen.strip();
    }

    /** Whether a kind gets the default recovery methods. */
    public boolean givesRecoveryTo(String kind) {
        return recoveryFor == null || recoveryFor.contains(kind);
    }

    /** Whether imported services get a tier and its objectives. */
    public boolean givesObjectives() {
        return objectives == null || objectives;
    }

    /** The tier of imported services. */
    public int tierOfServices() {
        return tier == null ? DEFAULT_TIER : tier;
    }

    /** Whether what is gone from the source is removed. */
    public boolean removesMissing() {
        return removeMissing != null && removeMissing;
    }
}
