package io.holdfast.service.bia.internal;

import io.holdfast.service.bia.AnalysisView.CopyCheck;
import io.holdfast.service.bia.AnalysisView.CopyChecks;
import io.holdfast.service.bia.Thing;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an element and what it runs on copy their data, against an RPO (row B5). */
final class Copies {

    private static final int LISTED = 50;
    private static final double OFTEN = 0.95;

    private Copies() {}

    /** Every method that brings data back, those that lose most first. */
    static CopyChecks of(RegisterState state, Element element, @Nullable Double rpo) {
        List<CopyCheck> found = new ArrayList<>();
        addOf(element, List.of(Thing.of(element)), rpo, found);
        Ways ways = Ways.needsOf(state, element.id());
        for (Id id : ways.reached()) {
            state.findElement(id)
                    .filter(each -> each.methods().stream().anyMatch(method -> method.data() != null))
                    .ifPresent(each -> addOf(each, ways.to(id), rpo, found));
        }
        found.sort(Comparator.comparingDouble(CopyCheck::worstHours).reversed());
        return new CopyChecks(found.stream().limit(LISTED).toList(), found.size());
    }

    private static void addOf(Element element, List<Thing> way, @Nullable Double rpo, List<CopyCheck> found) {
        for (RecoveryMethod method : element.methods()) {
            MethodData data = method.data();
            if (data != null) {
                found.add(check(way, method.kind().name().toLowerCase(Locale.ROOT), data, rpo));
            }
        }
    }

    private static CopyCheck check(List<Thing> way, String method, MethodData data, @Nullable Double rpo) {
        return switch (data) {
            case MethodData.Backup backup -> {
                double worst = BackupRules.worstHours(backup);
                yield new CopyCheck(
                        way,
                        method,
                        backup.everyHours(),
                        backup.takesHours(),
                        backup.usable(),
                        worst,
                        rpo == null ? null : BackupRules.chanceWithin(backup, rpo),
                        rpo == null ? null : worst <= rpo + Proposing.SAME);
            }
            case MethodData.Replica replica -> {
                Sampler lag = Sampler.of(replica.lag().distribution());
                double worst = lag.hours(OFTEN);
                yield new CopyCheck(
                        way,
                        method,
                        null,
                        null,
                        null,
                        worst,
                        rpo == null ? null : shareWithin(lag, rpo),
                        rpo == null ? null : worst <= rpo + Proposing.SAME);
            }
        };
    }

    /** The share of lags within a time, by halving: the lag grows with the probability. */
    private static double shareWithin(Sampler lag, double hours) {
        double below = 0;
        double above = 1;
        for (int i = 0; i < 40; i++) {
            double middle = (below + above) / 2;
            if (lag.hours(middle) <= hours) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return (below + above) / 2;
    }
}
