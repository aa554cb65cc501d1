package io.holdfast.service.sla.internal;

import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.ApprovedAgreements;
import io.holdfast.service.sla.ApprovedAgreements.AgreementTerms;
import io.holdfast.service.sla.ApprovedAgreements.AvailabilityCredit;
import io.holdfast.service.sla.ApprovedAgreements.ContinuityTerms;
import io.holdfast.service.sla.ApprovedAgreements.LevelTerms;
import io.holdfast.service.sla.ApprovedAgreements.OutageCredit;
import io.holdfast.service.sla.ApprovedAgreements.SubcontractorTerms;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Agreements as people read and approve them, in one language. Reports that are filed are no terms: they change none. */
public final class Terms {

    private static final Map<Agreement.Kind, String> ENGLISH = Map.of(
            Agreement.Kind.SLA, "service level agreement (SLA)",
            Agreement.Kind.OLA, "operational level agreement (OLA)",
            Agreement.Kind.CONTRACT, "supplier contract");

    private static final Map<Agreement.Kind, String> CHINESE = Map.of(
            Agreement.Kind.SLA, "服務水準協議 SLA",
            Agreement.Kind.OLA, "內部作業水準協議 OLA",
            Agreement.Kind.CONTRACT, "外部合作廠商契約");

    private final boolean chinese;

    private Terms(boolean chinese) {
        this.chinese = chinese;
    }

    /** What is agreed about an element in a language. */
    public static ApprovedAgreements of(Element element, List<Agreement> agreements, String language) {
        Terms terms = new Terms(language.equals("zh-Hant"));
        ServiceLevel level = element.serviceLevel();
        return new ApprovedAgreements(
                element.label().nameIn(language, element.id().value()),
                element.type().name().toLowerCase(Locale.ROOT),
                element.label().owner(),
                level == null ? null : terms.of(level),
                agreements.stream().map(terms::of).toList());
    }

    private LevelTerms of(ServiceLevel level) {
        return new LevelTerms(
                level.availability(),
                word(level.per()),
                level.fee(),
                level.credits().stream()
                        .map(each -> new AvailabilityCredit(each.limit(), each.share()))
                        .toList(),
                level.creditsByOutage().stream()
                        .map(each -> new OutageCredit(each.limit(), each.share()))
                        .toList());
    }

    private AgreementTerms of(Agreement each) {
        String kind = (chinese ? CHINESE : ENGLISH).getOrDefault(each.kind(), "");
        String name = each.name();
        Period reports = each.reportsEvery();
        return new AgreementTerms(
                each.id(),
                name == null ? each.id() : name,
                kind,
                each.counterparty(),
                covers(each.covers()),
                each.availability(),
                word(each.per()),
                each.longestOutageHours(),
                each.rtoHours(),
                each.rpoHours(),
                text(each.start()),
                text(each.end()),
                each.noticeDays(),
                text(each.nextReview()),
                each.normalEnd(),
                each.earlyEnd(),
                each.exitPlan(),
                each.subcontractors().stream()
                        .map(other -> new SubcontractorTerms(other.name(), other.role(), other.element()))
                        .toList(),
                plan(each.continuity()),
                reports == null ? null : word(reports),
                each.notes());
    }

    private static @Nullable ContinuityTerms plan(Agreement.@Nullable Continuity plan) {
        return plan == null
                ? null
                : new ContinuityTerms(
                        plan.rtoHours(),
                        plan.rpoHours(),
                        text(plan.evidence()),
                        plan.document(),
                        text(plan.lastDrill()));
    }

    private String covers(Agreement.Covers covers) {
        return switch (covers) {
            case WHOLE -> chinese ? "整體（含其所需）" : "the whole, with what it needs";
            case OWN -> chinese ? "僅此項本身" : "this alone";
        };
    }

    private String word(Period period) {
        return switch (period) {
            case MONTH -> chinese ? "每月" : "month";
            case QUARTER -> chinese ? "每季" : "quarter";
            case YEAR -> chinese ? "每年" : "year";
        };
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
