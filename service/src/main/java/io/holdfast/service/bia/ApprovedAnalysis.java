package io.holdfast.service.bia;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An analysis as it is submitted, read and compared, in one language.
 *
 * @param name what it is about
 * @param type asset, service or process
 * @param owner who answers for it, or null
 * @param tier the tier, or null
 * @param targets what is stated, with why
 * @param kinds impact by kind
 * @param moneyLoss cumulative loss of money
 * @param proRata whether a missing share of capacity is charged after the return
 * @param peaks when it is needed most
 * @param minimumLevel what the minimum level means, or null
 * @param stopgap what bridges the time, or null
 * @param backup how its data are copied, or null
 * @param authors who wrote it
 * @param stakeholders whom it concerns
 * @param nextReview when it is looked at again, or null
 * @param trigger what calls for that earlier, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ApprovedAnalysis(
        String name,
        String type,
        @Nullable String owner,
        @Nullable Integer tier,
        List<Target> targets,
        List<KindCurve> kinds,
        List<LossPoint> moneyLoss,
        boolean proRata,
        List<PeakLine> peaks,
        @Nullable String minimumLevel,
        @Nullable StopgapLine stopgap,
        @Nullable BackupLine backup,
        List<String> authors,
        List<String> stakeholders,
        @Nullable String nextReview,
        @Nullable String trigger) {

    /**
     * A target.
     *
     * @param target its word in the model file
     * @param name what it is called
     * @param valueHours how long, where it is a time
     * @param mbco the share, where it is that
     * @param amount how much, where it is a volume or a tier
     * @param unit the unit of the amount
     * @param reason why it is so
     * @param basis what it rests on
     * @param source where that says so
     * @param observations how often it was seen
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Target(
            String target,
            String name,
            @Nullable Double valueHours,
            @Nullable Double mbco,
            @Nullable Double amount,
            @Nullable String unit,
            @Nullable String reason,
            @Nullable String basis,
            @Nullable String source,
            @Nullable Integer observations) {}

    /** Impact of a kind: levels, each from its hour on, and figures beside them. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record KindCurve(
            String id,
            String name,
            List<LevelPoint> levels,
            List<AmountPoint> amounts,
            @Nullable String unit,
            @Nullable String reason) {}

    /** A level from an hour on, with what it is called. */
    public record LevelPoint(double hours, int level, String levelName) {}

    /** How much by an hour. */
    public record AmountPoint(double hours, double amount) {}

    /** The loss by an hour. */
    public record LossPoint(double hours, double money) {}

    /** A peak. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PeakLine(String name, @Nullable Double demandFactor) {}

    /** What bridges the time. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record StopgapLine(String what, @Nullable Double lastsHours) {}

    /** How data are copied. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record BackupLine(
            @Nullable Double everyHours,
            @Nullable Double takesHours,
            @Nullable Double changePerHour) {}
}
