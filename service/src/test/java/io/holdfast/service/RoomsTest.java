package io.holdfast.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may use whom. A change of the table is a decision record. */
class RoomsTest {

    private static final String BASE = "io.holdfast.service.";

    private static final String GENERATED = BASE + "jooq";

    private static final List<String> MECHANISMS =
            List.of("kernel", "identity", "audit", "job", "approval", "evidence", "notify");

    private static final Map<String, List<String>> MAY_USE = table();

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        table.put("kernel", List.of());
        table.put("audit", List.of("kernel"));
        table.put("identity", List.of("kernel", "audit"));
        table.put("job", List.of("kernel", "identity", "audit"));
        table.put("approval", List.of("kernel", "identity", "audit"));
        table.put("evidence", List.of("kernel", "identity", "audit"));
        table.put("register", MECHANISMS);
        table.put("checklist", and(MECHANISMS, "register"));
        table.put("action", and(MECHANISMS, "register"));
        table.put("sla", and(MECHANISMS, "register"));
        table.put("bia", and(MECHANISMS, "register", "sla"));
        table.put("change", and(MECHANISMS, "register", "sla", "bia"));
        table.put("scenario", and(MECHANISMS, "register", "sla", "bia"));
        table.put("simulation", and(table.get("scenario"), "scenario", "change"));
        table.put("plan", and(table.get("simulation"), "simulation"));
        table.put("drill", and(table.get("plan"), "plan", "capacity"));
        table.put("drillplan", and(table.get("drill"), "drill"));
        table.put("drillrun", and(table.get("drillplan"), "drillplan"));
        table.put("drillplay", and(table.get("drillplan"), "drillplan"));
        table.put("drillreport", and(table.get("drill"), "drill", "drillplan", "drillplay", "drillrun", "action"));
        table.put("learning", and(table.get("drillrun"), "drillrun", "drillreport"));
        table.put("report", and(table.get("drill"), "drill"));
        table.put("exchange", and(table.get("drill"), "drill"));
        return table;
    }

    private static List<String> and(@Nullable List<String> rooms, String... more) {
        return Stream.concat(Objects.requireNonNull(rooms).stream(), Stream.of(more))
                .toList();
    }

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.holdfast.service");

    @Test
    void roomsUseOnlyWhatTheTableAllows() {
        MAY_USE.forEach((room, allowed) -> {
            if (!rooms().contains(room)) {
                return; // not built yet
            }
            String[] forbidden = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(room) && !allowed.contains(other))
                    .map(other -> BASE + other + "..")
                    .toArray(String[]::new);
            if (forbidden.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(BASE + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden)
                        .check(SERVICE);
            }
        });
    }

    @Test
    void everyRoomStandsInTheTable() {
        assertThat(MAY_USE.keySet()).containsAll(rooms());
    }

    /** A table has one owner room, which alone reads and writes it. */
    private static final Map<String, List<String>> TABLES = Map.ofEntries(
            Map.entry(
                    "register",
                    List.of(
                            "Register",
                            "Item",
                            "ItemName",
                            "Site",
                            "Team",
                            "Contact",
                            "Element",
                            "ImpactPoint",
                            "ServiceLevel",
                            "ServiceCredit",
                            "RecoveryMethod",
                            "Crew",
                            "Need",
                            "Scenario",
                            "Hit",
                            "HitElement",
                            "HitSite",
                            "ModelPlan",
                            "ModelPlanElement",
                            "ModelDrill",
                            "ModelDrillScope",
                            "RegisterView")),
            Map.entry("action", List.of("CorrectiveAction")),
            Map.entry("checklist", List.of("ChecklistTemplate", "ChecklistAnswer", "ChecklistAnswerEvidence")),
            Map.entry("approval", List.of("ApprovalDocument", "ApprovalEvent", "ApprovalVersion")),
            Map.entry("bia", List.of("ImpactScales")),
            Map.entry(
                    "change",
                    List.of(
                            "Baseline",
                            "BaselineModel",
                            "ChangeConclusion",
                            "ChangeElement",
                            "ChangeRecord",
                            "ChangeSettings")),
            Map.entry("drillplan", List.of("DrillPlan", "DrillPlanLook", "DrillPlanSeal")),
            Map.entry("drillrun", List.of("DrillEvent", "DrillRun")),
            Map.entry("drillplay", List.of("DrillPlay", "DrillPlayDecision")),
            Map.entry("exchange", List.of("ImportMapping")),
            Map.entry("sla", List.of("SlaMeasurement", "SlaNotice", "SlaReview")),
            Map.entry("kernel", List.of("RequestKey")),
            Map.entry("audit", List.of("AuditEntry", "AuditDetail")),
            Map.entry("evidence", List.of("EvidenceItem", "EvidenceChunk", "RetentionPolicy", "RetentionHold")),
            Map.entry(
                    "identity",
                    List.of(
                            "Account",
                            "ApiToken",
                            "Deputy",
                            "ExternalIdentity",
                            "OneTimeLink",
                            "OrgUnit",
                            "ProvidedRole",
                            "ProviderAttempt",
                            "RoleGrant",
                            "SignInFailure",
                            "UserSession")),
            Map.entry("simulation", List.of("Run", "ModelSnapshot")),
            Map.entry("drillreport", List.of("DrillReport", "SupplierDrill")),
            Map.entry("learning", List.of("LearningActual", "LearningEdit", "LearningInput")),
            Map.entry(
                    "drill",
                    List.of(
                            "CalendarDay",
                            "CalendarImport",
                            "CalendarMonth",
                            "DrillPin",
                            "DrillRules",
                            "DrillSchedule",
                            "RetestDismissal",
                            "ScheduledDrill",
                            "ScheduledDrillTeam",
                            "UnplacedDrill")));

    @Test
    void tablesAreUsedByTheirRoomAlone() {
        TABLES.forEach((room, tables) -> tables.forEach(table -> noClasses()
                .that()
                .resideOutsideOfPackages(BASE + room + "..", GENERATED + "..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(GENERATED + ".tables." + table)
                .check(SERVICE)));
    }

    @Test
    void everyTableHasARoom() {
        Set<String> tables = new TreeSet<>();
        SERVICE.forEach(each -> {
            if (each.getPackageName().equals(GENERATED + ".tables") && each.isTopLevelClass()) {
                tables.add(each.getSimpleName());
            }
        });
        Set<String> owned = new TreeSet<>();
        TABLES.values().forEach(owned::addAll);
        assertThat(owned).isEqualTo(tables);
    }

    private static Set<String> rooms() {
        Set<String> rooms = new TreeSet<>();
        SERVICE.forEach(each -> {
            String name = each.getPackageName();
            if (name.startsWith(BASE) && !name.startsWith(GENERATED)) {
                rooms.add(name.substring(BASE.length()).replaceFirst("\\..*", ""));
            }
        });
        return rooms;
    }
}
