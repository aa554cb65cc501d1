package io.holdfast.service.plan.web;

import io.holdfast.service.kernel.paper.PdfPages;
import io.holdfast.service.plan.ContinuityPlan;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/**
 * Renders a plan as a PDF of A4 pages with embedded typefaces. The same plan, language, day and approval give the same bytes. For
 * any number of threads; a document takes about a second.
 */
@Singleton
final class PlanDocument {

    byte[] render(ContinuityPlan plan, PlanLanguage language, LocalDate printed, SignOff signOff) {
        return PdfPages.render(
                PlanHtml.of(plan, language, printed, signOff),
                new PdfPages.About(PlanHtml.title(plan, language), plan.organisation(), language.tag(), printed));
    }
}
