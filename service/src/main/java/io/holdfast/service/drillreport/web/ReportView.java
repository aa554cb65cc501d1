package io.holdfast.service.drillreport.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drillreport.DrillReports.Report;
import io.holdfast.service.drillreport.FilledReport;
import io.holdfast.service.drillreport.ReportContent;
import io.holdfast.service.drillreport.ReportText;
import io.holdfast.service.drillreport.internal.ReportShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as the API shows it.
 *
 * @param plan the number of the drill's plan
 * @param version goes up by one with every change of it; 0 while nobody has written in it; also its ETag
 * @param stage ended or closed
 * @param locked whether nothing can be changed now
 * @param missing keys of the content that must be said before it is submitted
 * @param content what people added
 * @param filled what fills itself, as figures
 * @param text the report as people read it, in the language asked for
 * @param changedBy who changed it last; null where nobody has written in it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportView(
        long plan,
        int version,
        String stage,
        boolean locked,
        List<String> missing,
        ReportContent content,
        FilledReport filled,
        ReportText text,
        @Nullable String changedBy) {

    static ReportView of(Report report, ReportText text) {
        return new ReportView(
                report.drill().id(),
                report.stored().version(),
                report.drill().stage().word(),
                report.locked(),
                ReportShape.missing(report.stored().content()),
                report.stored().content(),
                report.filled(),
                text,
                report.stored().version() == 0 ? null : report.stored().changedBy());
    }
}
