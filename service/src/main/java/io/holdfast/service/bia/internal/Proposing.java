package io.holdfast.service.bia.internal;

import io.holdfast.service.bia.Proposals;
import io.holdfast.service.bia.Proposals.MtpdProposal;
import io.holdfast.service.bia.Proposals.Origin;
import io.holdfast.service.bia.Proposals.Reached;
import io.holdfast.service.bia.Proposals.RtoProposal;
import io.holdfast.service.bia.Proposals.TierProposal;
import io.holdfast.service.bia.Scales;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules by which targets are proposed (rows B1 to B5). */
public final class Proposing {

    /** Hours that differ by less are the same: sums such as 0.1 + 0.2 are not exact. */
    static final double SAME = 1e-9;

    private Proposing() {}

    /** What follows from what an entry states. */
    public static Proposals of(Stated said, Scales scales) {
        Objectives stated = said.objectives();
        MtpdProposal mtpd = mtpd(said.impact(), scales);
        RtoProposal rto = rto(stated, mtpd, scales);
        return new Proposals(mtpd, rto, tier(stated, mtpd, rto, scales), BackupRules.propose(stated, said.analysis()));
    }

    /**
     * The first moment at which any kind of impact reaches a level that cannot be tolerated, or the loss passes its limit.
     * All that is reached by the same moment is named.
     */
    static MtpdProposal mtpd(Impact impact, Scales scales) {
        List<Reached> reached = new ArrayList<>();
        impact.levels()
                .forEach((kind, points) -> Curves.firstAtLeast(points, scales.intolerableFrom())
                        .ifPresent(hours -> reached.add(new Reached(kind, hours, Curves.levelAt(points, hours)))));
        Double limit = scales.moneyLimit();
        if (limit != null) {
            Curves.lossPasses(impact.loss(), limit)
                    .ifPresent(hours -> reached.add(new Reached(Scales.MONEY, hours, limit)));
        }
        Double first = reached.stream()
                .map(Reached::hours)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new MtpdProposal(
                first,
                reached.stream()
                        .filter(each -> first != null && each.hours() <= first + SAME)
                        .toList());
    }

    /** The last time point of the scales below the MTPD with {@code RTO + WRT ≤ MTPD}. */
    static RtoProposal rto(Objectives stated, MtpdProposal proposed, Scales scales) {
        Double mtpd = stated.mtpdHours() != null ? stated.mtpdHours() : proposed.hours();
        double work = orZero(stated.wrtHours());
        if (mtpd == null) {
            return new RtoProposal(null, null, null, work);
        }
        Double last = scales.hours().stream()
                .filter(hours -> hours < mtpd - SAME && hours + work <= mtpd + SAME)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new RtoProposal(last, mtpd, stated.mtpdHours() != null ? Origin.STATED : Origin.PROPOSED, work);
    }

    /** The most important tier of which the MTPD or the RTO, stated or else proposed, is within a limit. */
    static TierProposal tier(Objectives stated, MtpdProposal mtpd, RtoProposal rto, Scales scales) {
        Double mtpdHours = stated.mtpdHours() != null ? stated.mtpdHours() : mtpd.hours();
        Double rtoHours = stated.rtoHours() != null ? stated.rtoHours() : rto.hours();
        if (mtpdHours == null && rtoHours == null) {
            return new TierProposal(null, null, null, null);
        }
        return scales.tiers().stream()
                .sorted(Comparator.comparingInt(Scales.TierLimit::tier))
                .flatMap(limit -> Stream.of(
                        within(limit.tier(), "mtpd", mtpdHours, limit.mtpdHours()),
                        within(limit.tier(), "rto", rtoHours, limit.rtoHours())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> new TierProposal(scales.lastTier(), null, null, null));
    }

    private static @Nullable TierProposal within(int tier, String target, @Nullable Double hours, double limit) {
        return hours != null && hours <= limit + SAME ? new TierProposal(tier, target, hours, limit) : null;
    }

    static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
