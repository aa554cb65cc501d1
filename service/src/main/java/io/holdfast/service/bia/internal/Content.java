package io.holdfast.service.bia.internal;

import io.holdfast.service.bia.Analysis;
import io.holdfast.service.bia.ApprovedAnalysis;
import io.holdfast.service.bia.ApprovedAnalysis.AmountPoint;
import io.holdfast.service.bia.ApprovedAnalysis.BackupLine;
import io.holdfast.service.bia.ApprovedAnalysis.KindCurve;
import io.holdfast.service.bia.ApprovedAnalysis.LevelPoint;
import io.holdfast.service.bia.ApprovedAnalysis.LossPoint;
import io.holdfast.service.bia.ApprovedAnalysis.PeakLine;
import io.holdfast.service.bia.ApprovedAnalysis.StopgapLine;
import io.holdfast.service.bia.ApprovedAnalysis.Target;
import io.holdfast.service.bia.Scales;
import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Impact.Point;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An analysis as people read and approve it, in one language. */
public final class Content {

    private static final Map<String, String> ENGLISH = Map.of(
            "mtpd", "MTPD",
            "rto", "RTO",
            "rpo", "RPO",
            "mbco", "MBCO",
            "wrt", "WRT",
            "rpoVolume", "RPO as a volume",
            "tier", "tier",
            "impact", "impact");

    private static final Map<String, String> CHINESE = Map.of(
            "mtpd", "MTPD 最大可容忍中斷時間",
            "rto", "RTO 復原時間目標",
            "rpo", "RPO 復原點目標",
            "mbco", "MBCO 最低營運持續目標",
            "wrt", "WRT 作業復原時間",
            "rpoVolume", "RPO 資料量",
            "tier", "重要分級",
            "impact", "衝擊");

    private final Stated stated;
    private final Scales scales;
    private final String language;

    private Content(Stated stated, Scales scales, String language) {
        this.stated = stated;
        this.scales = scales;
        this.language = language;
    }

    /** The analysis of an element in a language. */
    public static ApprovedAnalysis of(Element element, Stated stated, Scales scales, String language) {
        return new Content(stated, scales, language).whole(element);
    }

    private ApprovedAnalysis whole(Element element) {
        Analysis analysis = stated.analysis();
        Analysis.Stopgap stopgap = analysis.stopgap();
        Analysis.Backup backup = analysis.backup();
        Analysis.Review review = analysis.review();
        return new ApprovedAnalysis(
                element.label().nameIn(language, element.id().value()),
                element.type().name().toLowerCase(Locale.ROOT),
                stated.owner(),
                stated.tier(),
                targets(),
                kinds(),
                stated.impact().loss().stream()
                        .map(point -> new LossPoint(point.hours(), point.value()))
                        .toList(),
                stated.impact().proRata(),
                analysis.peaks().stream()
                        .map(peak -> new PeakLine(peak.when(), peak.demand()))
                        .toList(),
                analysis.minimum(),
                stopgap == null ? null : new StopgapLine(stopgap.what(), stopgap.hours()),
                backup == null ? null : new BackupLine(backup.every(), backup.takes(), backup.changePerHour()),
                analysis.authors(),
                analysis.stakeholders(),
                review == null || review.next() == null ? null : review.next().toString(),
                review == null ? null : review.trigger());
    }

    private List<Target> targets() {
        Objectives goals = stated.objectives();
        Amount volume = goals.rpoVolume();
        List<Target> targets = new ArrayList<>();
        add(targets, "mtpd", goals.mtpdHours(), null, null, null);
        add(targets, "rto", goals.rtoHours(), null, null, null);
        add(targets, "rpo", goals.rpoHours(), null, null, null);
        add(
                targets,
                "rpoVolume",
                null,
                null,
                volume == null ? null : volume.amount(),
                volume == null ? null : volume.unit());
        add(targets, "mbco", null, goals.mbco(), null, null);
        add(targets, "wrt", goals.wrtHours(), null, null, null);
        add(targets, "tier", null, null, stated.tier() == null ? null : Double.valueOf(stated.tier()), null);
        add(targets, "impact", null, null, null, null);
        return List.copyOf(targets);
    }

    private void add(
            List<Target> targets,
            String word,
            @Nullable Double hours,
            @Nullable Double share,
            @Nullable Double amount,
            @Nullable String unit) {
        String reason = stated.analysis().reasons().get(word);
        Analysis.Basis basis = stated.analysis().evidence().get(word);
        if (hours == null && share == null && amount == null && reason == null && basis == null) {
            return;
        }
        targets.add(new Target(
                word,
                (language.equals("en") ? ENGLISH : CHINESE).getOrDefault(word, word),
                hours,
                share,
                amount,
                unit,
                reason,
                basis == null ? null : basis.evidence(),
                basis == null ? null : basis.source(),
                basis == null ? null : basis.observations()));
    }

    private List<KindCurve> kinds() {
        Set<String> ids = new LinkedHashSet<>();
        scales.kinds().forEach(kind -> ids.add(kind.id()));
        ids.addAll(stated.impact().levels().keySet());
        ids.addAll(stated.analysis().kinds().keySet());
        return ids.stream()
                .filter(id -> stated.impact().levels().containsKey(id)
                        || stated.analysis().kinds().containsKey(id))
                .map(this::kind)
                .toList();
    }

    private KindCurve kind(String id) {
        Scales.Kind kind = scales.findKind(id).orElse(new Scales.Kind(id, Map.of(), null));
        Analysis.KindDetail detail =
                stated.analysis().kinds().getOrDefault(id, new Analysis.KindDetail(List.of(), null));
        List<Point> points = stated.impact().levels().getOrDefault(id, List.of());
        return new KindCurve(
                id,
                kind.names().getOrDefault(language, id),
                points.stream()
                        .map(point ->
                                new LevelPoint(point.hours(), (int) point.value(), levelName((int) point.value())))
                        .toList(),
                detail.amounts().stream()
                        .map(pair -> new AmountPoint(pair.get(0), pair.get(1)))
                        .toList(),
                kind.unit(),
                detail.reason());
    }

    private String levelName(int level) {
        return level < scales.levels().size()
                ? scales.levels().get(level).names().getOrDefault(language, Integer.toString(level))
                : Integer.toString(level);
    }
}
