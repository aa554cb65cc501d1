package io.holdfast.service.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.simulator.model.Objectives;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import does, or would do.
 *
 * @param before digest of the model that it was worked out on; {@code none} for an empty register
 * @param after digest of the model that it makes
 * @param stored whether it was stored; false for a preview
 * @param changes whether it changes anything
 * @param counts by what is counted: {@code assets}, {@code relations}, {@code places}, {@code services}, {@code calls},
 *     {@code placements}, and for a model file also {@code processes}, {@code scenarios} and so on
 * @param kinds the kinds among what is imported, with the default ways of recovery that new elements get
 * @param roles how many assets of the source have each role, whichever kind they get
 * @param assetKinds how many assets of each kind there would be, to choose from for services to run on
 * @param objectives the objectives of each tier, of which imported services get one; empty where no service is imported
 * @param tier the tier of new services, or null where they get none
 * @param samples the first elements that are new or changed
 * @param missing elements that an earlier import brought and that the source no longer has
 * @param kept fields that people changed here and the source changed too: what people wrote stays
 * @param warnings what else should be known
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportReport(
        String before,
        String after,
        boolean stored,
        boolean changes,
        Map<String, Counts> counts,
        List<KindRow> kinds,
        Map<String, Integer> roles,
        Map<String, Integer> assetKinds,
        List<TierRow> objectives,
        @Nullable Integer tier,
        List<Sample> samples,
        List<Sample> missing,
        List<Kept> kept,
        List<ImportWarning> warnings) {

    /** How many of something are new, changed, as before, and gone from the source. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Counts(int created, int changed, int unchanged, int missing) {

        /** Both together. */
        public Counts plus(Counts other) {
            return new Counts(
                    created + other.created,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    missing + other.missing);
        }
    }

    /**
     * A kind among what is imported.
     *
     * @param kind the kind
     * @param count how many the source has
     * @param created how many of them are new
     * @param recovery whether the new ones get the default ways of recovery
     * @param ways those ways
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record KindRow(String kind, int count, int created, boolean recovery, List<ImportDefaults.Way> ways) {}

    /** A tier and its default objectives, hours. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TierRow(
            int tier,
            @Nullable Double mtpd,
            @Nullable Double rto,
            @Nullable Double rpo) {

        static TierRow of(int tier, Objectives objectives) {
            return new TierRow(tier, objectives.mtpdHours(), objectives.rtoHours(), objectives.rpoHours());
        }
    }

    /**
     * An element that changes.
     *
     * @param change whether it is created, differs from what is here, or is missing in the source
     * @param fields the names of the fields that differ, where it is here already
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Sample(
            String id,
            String externalKey,
            String kind,
            @Nullable String name,
            String change,
            List<String> fields) {}

    /** A field of which the source has another value than people here. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Kept(String id, String field, String here, String source) {}

    ImportReport asStored() {
        return new ImportReport(
                before,
                after,
                true,
                changes,
                counts,
                kinds,
                roles,
                assetKinds,
                objectives,
                tier,
                samples,
                missing,
                kept,
                warnings);
    }
}
