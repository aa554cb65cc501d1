package io.holdfast.service.bia.internal;

import io.holdfast.service.bia.Proposals;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be said: a reason where a proposal is not taken, and all that somebody approves (rows B2, B3). */
public final class Completeness {

    private Completeness() {}

    /** Targets that are not what is proposed and say no reason. */
    public static List<Violation> reasonsMissing(Stated stated, Proposals proposals) {
        List<Violation> found = new ArrayList<>();
        override(
                found,
                stated,
                "mtpd",
                stated.objectives().mtpdHours(),
                proposals.mtpd().hours());
        override(
                found,
                stated,
                "rto",
                stated.objectives().rtoHours(),
                proposals.rto().hours());
        Integer tier = proposals.tier().tier();
        override(
                found,
                stated,
                "tier",
                stated.tier() == null ? null : Double.valueOf(stated.tier()),
                tier == null ? null : Double.valueOf(tier));
        return found;
    }

    private static void override(
            List<Violation> found, Stated stated, String target, @Nullable Double said, @Nullable Double proposed) {
        if (said == null || proposed == null || Math.abs(said - proposed) <= Proposing.SAME) {
            return;
        }
        if (!stated.analysis().reasons().containsKey(target)) {
            found.add(new Violation(
                    "$.x-bia.reasons." + target,
                    "reason-missing",
                    "The " + target + " is " + shown(said) + ", but " + shown(proposed)
                            + " is proposed. Say why under reasons." + target + ", or take the proposal.",
                    null,
                    null,
                    null));
        }
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** Paths of what must be said before an analysis is submitted. */
    public static List<String> missing(Stated stated, Proposals proposals) {
        List<String> paths = new ArrayList<>();
        add(paths, "$.owner", stated.owner() == null);
        add(paths, "$.tier", stated.tier() == null);
        add(
                paths,
                "$.impact.levels",
                stated.impact().levels().isEmpty() && stated.impact().loss().isEmpty());
        add(paths, "$.objectives.mtpd", stated.objectives().mtpdHours() == null);
        add(paths, "$.objectives.rto", stated.objectives().rtoHours() == null);
        reasonsMissing(stated, proposals).forEach(each -> paths.add(each.path()));
        add(paths, "$.x-bia.reasons.rpo", !stated.analysis().reasons().containsKey("rpo"));
        return List.copyOf(paths);
    }

    private static void add(List<String> paths, String path, boolean missing) {
        if (missing) {
            paths.add(path);
        }
    }
}
