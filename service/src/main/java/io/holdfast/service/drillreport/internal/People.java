package io.holdfast.service.drillreport.internal;

import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlanContent.Participant;
import io.holdfast.service.drillreport.FilledReport.PersonLine;
import io.holdfast.service.drillreport.ReportContent;
import io.holdfast.service.drillreport.ReportContent.Assessment;
import io.holdfast.service.drillreport.ReportContent.Attendee;
import io.holdfast.service.drillrun.RunState;
import io.holdfast.service.drillrun.RunState.Attendance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who took part: those of the plan in its order, then whoever came besides; with sign-in and assessment (row D16). */
final class People {

    private People() {}

    static List<PersonLine> of(PlanContent plan, RunState run, ReportContent content) {
        Set<String> names = new LinkedHashSet<>();
        plan.participants().forEach(each -> names.add(each.name()));
        run.attendance().forEach(each -> names.add(each.person()));
        content.attendees().forEach(each -> names.add(each.person()));
        return names.stream()
                .filter(name -> !name.isBlank())
                .map(name -> line(name, plan, run, content))
                .toList();
    }

    private static PersonLine line(String name, PlanContent plan, RunState run, ReportContent content) {
        Optional<Participant> planned = plan.participants().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        Optional<Attendance> came = run.attendance().stream()
                .filter(each -> each.person().equals(name))
                .findFirst();
        Optional<Attendee> told = content.attendees().stream()
                .filter(each -> each.person().equals(name))
                .findFirst();
        return new PersonLine(
                name,
                planned.map(Participant::team).orElse(""),
                planned.map(each -> each.role().word()).orElse(null),
                came.map(Attendance::at).orElse(null),
                told.map(Attendee::present).orElse(came.isPresent()),
                told.map(Attendee::assessment).orElse(Assessment.NOT_ASSESSED).word(),
                told.map(Attendee::note).orElse(""));
    }
}
