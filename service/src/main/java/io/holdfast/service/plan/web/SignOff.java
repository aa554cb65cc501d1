package io.holdfast.service.plan.web;

import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.VersionState;
import io.holdfast.service.approval.VersionView;
import io.holdfast.service.plan.ContinuityPlan;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a printed plan says of its approval.
 *
 * @param sentence where it stands
 * @param holds whether what is printed is what is approved
 * @param prepared who submitted it and when; both empty where the paper is to be signed
 * @param approved who approved it and when; both empty where the paper is to be signed
 */
record SignOff(String sentence, boolean holds, Signature prepared, Signature approved) {

    /** A name and a day. */
    record Signature(String name, String day) {
        static final Signature EMPTY = new Signature("", "");
    }

    /** Of a plan as it is now. */
    static SignOff of(SubjectState state, ContinuityPlan plan, PlanLanguage language) {
        VersionView approved = state.approved();
        VersionView waiting = state.waiting();
        PlanTexts texts = PlanTexts.of(language);
        if (approved != null && !state.differs()) {
            return of(approved, plan, language);
        }
        String sentence = approved == null
                ? texts.get("planApprovalNone")
                : texts.get("planApprovalDiffers", "number", approved.number());
        String more = waiting == null ? "" : language.space() + waits(waiting, plan, language);
        return new SignOff(sentence + more, false, Signature.EMPTY, Signature.EMPTY);
    }

    /** Of a version as it was submitted. */
    static SignOff of(VersionView version, ContinuityPlan plan, PlanLanguage language) {
        Signature prepared = signature(version.submittedBy(), version.submittedAt(), plan, language);
        PlanTexts texts = PlanTexts.of(language);
        return switch (version.state()) {
            case APPROVED, SUPERSEDED -> {
                boolean holds = version.state() == VersionState.APPROVED;
                Signature approved = signature(by(version, texts), version.decidedAt(), plan, language);
                yield new SignOff(held(version, approved, language), holds, prepared, approved);
            }
            case SUBMITTED -> new SignOff(waits(version, plan, language), false, prepared, Signature.EMPTY);
            case REJECTED, WITHDRAWN ->
                new SignOff(texts.get("planApprovalNot", "number", version.number()), false, prepared, Signature.EMPTY);
        };
    }

    private static String held(VersionView version, Signature approved, PlanLanguage language) {
        PlanTexts texts = PlanTexts.of(language);
        PlanWords words = new PlanWords(language);
        LocalDate until = version.validUntil();
        String held = texts.get(
                version.state() == VersionState.APPROVED ? "planApprovalHolds" : "planApprovalHeld",
                "number",
                version.number(),
                "name",
                approved.name(),
                "date",
                approved.day(),
                "from",
                words.date(version.validFrom()));
        String end = until == null
                ? texts.get("planApprovalNoEnd")
                : texts.get("planApprovalUntil", "date", words.date(until));
        return version.state() == VersionState.APPROVED
                ? held
                        + language.space()
                        + end
                        + language.space()
                        + texts.get("planApprovalReview", "date", words.date(version.reviewOn()))
                : held;
    }

    private static String waits(VersionView version, ContinuityPlan plan, PlanLanguage language) {
        Signature by = signature(version.submittedBy(), version.submittedAt(), plan, language);
        return PlanTexts.of(language)
                .get("planApprovalWaits", "number", version.number(), "name", by.name(), "date", by.day());
    }

    private static String by(VersionView version, PlanTexts texts) {
        String name = String.valueOf(version.decidedBy());
        return version.decidedFor() == null
                ? name
                : texts.get("planApprovalDeputy", "name", name, "person", version.decidedFor());
    }

    private static Signature signature(String name, @Nullable Instant at, ContinuityPlan plan, PlanLanguage language) {
        return at == null
                ? Signature.EMPTY
                : new Signature(name, new PlanWords(language).date(PlanLookup.day(plan, at)));
    }
}
