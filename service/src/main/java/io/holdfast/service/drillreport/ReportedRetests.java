package io.holdfast.service.drillreport;

import io.holdfast.service.drill.RetestWishes;
import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillreport.store.ReportStore;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the schedule which drills approved reports want to be held again. For any number of threads. */
@Singleton
public class ReportedRetests implements RetestWishes {

    private final ReportStore reports;
    private final DrillPlans plans;
    private final Register register;

    ReportedRetests(ReportStore reports, DrillPlans plans, Register register) {
        this.reports = reports;
        this.plans = plans;
        this.register = register;
    }

    @Override
    @ReadOnly
    public List<Wish> listWishes() {
        List<StoredReport> wishing = reports.list().stream()
                .filter(report -> report.content().retestOn() != null)
                .toList();
        if (wishing.isEmpty()) {
            return List.of();
        }
        ZoneId zone = OrganisationZone.of(register);
        Map<Long, PlannedDrill> drills =
                plans.listPlans().stream().collect(Collectors.toMap(PlannedDrill::id, Function.identity()));
        List<Wish> wishes = new ArrayList<>();
        for (StoredReport report : wishing) {
            PlannedDrill drill = drills.get(report.plan());
            LocalDate by = report.content().retestOn();
            if (drill != null && by != null && drill.stage() == PlanStage.CLOSED) {
                wishes.add(new Wish(
                        "report-" + report.plan(),
                        drill.number(),
                        drill.content().title(),
                        LocalDate.ofInstant(report.endedAt(), zone),
                        by,
                        drill.content().scope()));
            }
        }
        return wishes;
    }
}
