package io.holdfast.service.bia;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says under {@code x-bia}: all of an impact analysis that the model format has no key of its own for.
 *
 * @param reasons why a target is what it is, by {@code mtpd}, {@code rto}, {@code rpo}, {@code mbco}, {@code wrt},
 *     {@code rpoVolume} and {@code tier}
 * @param kinds figures and justification by kind of impact
 * @param peaks when it is needed most
 * @param minimum what the minimum level means in words
 * @param stopgap what bridges the time, and for how long
 * @param backup how often its data are copied
 * @param authors who wrote it
 * @param stakeholders whom it concerns
 * @param evidence what a value rests on, by the name of the target, or by {@code impact}
 * @param review when and why it is looked at again
 */
public record Analysis(
        Map<String, String> reasons,
        Map<String, KindDetail> kinds,
        List<Peak> peaks,
        @Nullable String minimum,
        @Nullable Stopgap stopgap,
        @Nullable Backup backup,
        List<String> authors,
        List<String> stakeholders,
        Map<String, Basis> evidence,
        @Nullable Review review) {

    /** The key of an entry under which it stands. */
    public static final String KEY = "x-bia";

    /** Takes what is absent for empty, and copies. */
    public Analysis {
        reasons = Map.copyOf(Objects.requireNonNullElse(reasons, Map.of()));
        kinds = Map.copyOf(Objects.requireNonNullElse(kinds, Map.of()));
        peaks = List.copyOf(Objects.requireNonNullElse(peaks, List.of()));
        authors = List.copyOf(Objects.requireNonNullElse(authors, List.of()));
        stakeholders = List.copyOf(Objects.requireNonNullElse(stakeholders, List.of()));
        evidence = Map.copyOf(Objects.requireNonNullElse(evidence, Map.of()));
    }

    /** Nothing is said. */
    public static final Analysis NONE =
            new Analysis(Map.of(), Map.of(), List.of(), null, null, null, List.of(), List.of(), Map.of(), null);

    /**
     * What stands beside the levels of a kind.
     *
     * @param amounts pairs of hours and how much by then, in the unit of the kind, cumulative
     * @param reason why it is judged so
     */
    public record KindDetail(
            List<List<Double>> amounts, @Nullable String reason) {
        /** Takes what is absent for empty. */
        public KindDetail {
            amounts = List.copyOf(Objects.requireNonNullElse(amounts, List.of()));
        }
    }

    /** A peak: when, such as the fifth of each month, and how many times the usual demand, or null. */
    public record Peak(String when, @Nullable Double demand) {}

    /** What bridges the time, and for how many hours it can be kept up; null where nobody knows. */
    public record Stopgap(String what, @Nullable Double hours) {}

    /**
     * How its data are copied.
     *
     * @param every hours between copies, or null
     * @param takes hours until a copy is complete; null for none
     * @param changePerHour how much changes in an hour, in the unit of {@code objectives.rpoVolume}, or null
     */
    public record Backup(
            @Nullable Double every,
            @Nullable Double takes,
            @Nullable Double changePerHour) {}

    /** What a value rests on: {@code measured}, {@code contract}, {@code expert} or {@code default}, and where it says so. */
    public record Basis(
            String evidence,
            @Nullable String source,
            @Nullable Integer observations) {}

    /** When it is looked at again, and what calls for it earlier. */
    public record Review(@Nullable LocalDate next, @Nullable String trigger) {}
}
