package io.holdfast.service.change.internal;

import io.holdfast.service.change.ApprovedChange;
import io.holdfast.service.change.ApprovedChange.Affected;
import io.holdfast.service.change.Execution;
import io.holdfast.service.change.Impact;
import io.holdfast.service.change.Proposal;
import io.holdfast.service.change.Submitted;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change in the words that are approved. */
public final class ApprovedContent {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final String language;
    private final Function<String, String> names;

    private ApprovedContent(String language, Function<String, String> names) {
        this.language = language;
        this.names = names;
    }

    /**
     * The content of a change.
     *
     * @param submitted what was frozen with it, or null
     * @param language {@code en} or {@code zh-Hant}
     * @param names what an element is called in that language, by its id
     */
    public static ApprovedChange of(
            Proposal proposal, @Nullable Submitted submitted, String language, Function<String, String> names) {
        return new ApprovedContent(language, names).content(proposal, submitted);
    }

    private ApprovedChange content(Proposal proposal, @Nullable Submitted submitted) {
        Impact impact = submitted == null ? null : submitted.impact();
        Proposal.Release release = proposal.release();
        return new ApprovedChange(
                proposal.title(),
                proposal.description(),
                ChangeWords.of(proposal.kind(), language),
                ChangeWords.of(proposal.route(), language),
                proposal.reason(),
                proposal.benefit(),
                ChangeWords.of(proposal.risk(), language),
                proposal.riskReason(),
                proposal.elements().stream().map(names).toList(),
                period(proposal.windowStart(), proposal.windowEnd()),
                proposal.implementer(),
                proposal.backOut(),
                proposal.testAfter(),
                proposal.authorisedBy(),
                new ApprovedChange.ReleasePlan(
                        Objects.toString(release.date(), ""),
                        release.deliverables(),
                        release.relatedChanges().stream()
                                .map(ChangeWords::number)
                                .toList(),
                        release.knownErrors(),
                        release.remedy()),
                impact == null ? List.of() : affected(impact.lost()),
                impact == null ? List.of() : affected(impact.weakened()),
                impact == null
                        ? List.of()
                        : impact.singlePoints().stream()
                                .map(each -> name(each.id(), each.name(), each.names()))
                                .toList(),
                submitted == null ? null : done(submitted.execution()));
    }

    private List<Affected> affected(List<Impact.Reached> reached) {
        return reached.stream()
                .map(each -> new Affected(
                        each.id(),
                        name(each.id(), each.name(), each.names()),
                        each.tier(),
                        each.mtpdHours(),
                        each.rtoHours()))
                .toList();
    }

    private String name(String id, @Nullable String name, Map<String, String> all) {
        String own = all.get(language);
        return own != null ? own : name != null ? name : id;
    }

    private ApprovedChange.@Nullable Done done(@Nullable Execution execution) {
        return execution == null
                ? null
                : new ApprovedChange.Done(
                        period(execution.startedAt(), execution.endedAt()),
                        ChangeWords.of(execution.outcome(), language),
                        execution.tested(),
                        execution.notes());
    }

    private static String period(@Nullable LocalDateTime from, @Nullable LocalDateTime until) {
        if (from == null && until == null) {
            return "";
        }
        return (from == null ? "" : TIME.format(from)) + " – " + (until == null ? "" : TIME.format(until));
    }
}
