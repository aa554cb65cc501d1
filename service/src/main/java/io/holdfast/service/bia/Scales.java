package io.holdfast.service.bia;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the organisation measures impact.
 *
 * @param kinds the kinds of impact, in the order in which they are shown
 * @param levels the levels, from 0
 * @param intolerableFrom the least level that cannot be tolerated, above 0
 * @param hours the time points at which impact is judged, rising, in hours after the beginning
 * @param moneyLimit the cumulative loss of money that cannot be tolerated; null for none
 * @param tiers what makes an element important, from the most important; what no line takes gets the tier after the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Scales(
        List<Kind> kinds,
        List<Level> levels,
        int intolerableFrom,
        List<Double> hours,
        @Nullable Double moneyLimit,
        List<TierLimit> tiers) {

    /** Copies the lists. */
    public Scales {
        kinds = List.copyOf(kinds);
        levels = List.copyOf(levels);
        hours = List.copyOf(hours);
        tiers = List.copyOf(tiers);
    }

    /**
     * A kind of impact.
     *
     * @param id the key under {@code impact.levels}
     * @param names what it is called, by language
     * @param unit what is counted beside the level, such as {@code people}, {@code records} or {@code hours}; {@code money} for
     *     the cumulative loss of {@code impact.loss}; null where nothing is
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Kind(
            String id, Map<String, String> names, @Nullable String unit) {}

    /** A level: what it is called and what it means, by language. */
    public record Level(Map<String, String> names, Map<String, String> means) {}

    /** An element whose MTPD or RTO, in hours, is at most one of these is at least as important as this tier. */
    public record TierLimit(int tier, double mtpdHours, double rtoHours) {}

    /** The unit of the kind whose figures are those of {@code impact.loss}. */
    public static final String MONEY = "money";

    /** What holds until somebody changes it: five levels, of which the last cannot be tolerated. */
    public static final Scales DEFAULT = new Scales(
            List.of(
                    kind("safety", "Public safety", "公共安全", null),
                    kind("legal", "Law and regulation", "法令遵循", null),
                    kind("financial", "Money", "財務損失", MONEY),
                    kind("subscribers", "Subscribers", "受影響用戶", "people"),
                    kind("reputation", "Reputation", "商譽", null),
                    kind("records", "Records", "資料紀錄", "records"),
                    kind("effort", "Hours of extra work", "額外工時", "hours")),
            List.of(
                    level("none", "無影響", "Nobody outside notices.", "外界不會察覺。"),
                    level("slight", "輕微", "Noticed, made good within the day.", "有人察覺，當日即可彌補。"),
                    level(
                            "moderate",
                            "中度",
                            "Complaints, cost or extra work, made good within the week.",
                            "引發申訴、費用或額外工作，一週內可彌補。"),
                    level(
                            "major",
                            "重大",
                            "Lasting harm to some; the authority or the press asks.",
                            "部分對象受到持續性損害，主管機關或媒體關切。"),
                    level(
                            "intolerable",
                            "無法容忍",
                            "Harm to life, a breach of law, or the organisation's existence at stake.",
                            "危及生命、違反法令，或影響組織存續。")),
            4,
            List.of(0.5, 1.0, 2.0, 4.0, 8.0, 12.0, 24.0, 72.0),
            null,
            List.of(new TierLimit(1, 8, 2), new TierLimit(2, 24, 8), new TierLimit(3, 72, 24)));

    private static Kind kind(String id, String en, String zhHant, @Nullable String unit) {
        return new Kind(id, Map.of("en", en, "zh-Hant", zhHant), unit);
    }

    private static Level level(String en, String zhHant, String means, String meansZhHant) {
        return new Level(Map.of("en", en, "zh-Hant", zhHant), Map.of("en", means, "zh-Hant", meansZhHant));
    }

    /** The kind of an id. */
    public Optional<Kind> findKind(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** The tier of what no line takes. */
    public int lastTier() {
        List<Integer> given = new ArrayList<>(List.of(0));
        tiers.forEach(each -> given.add(each.tier()));
        return given.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }
}
