package io.holdfast.service.drillreport.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.action.ActionCategory;
import io.holdfast.service.action.Severity;
import io.holdfast.service.drillplan.ApprovedPlan;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlanContent.Kind;
import io.holdfast.service.drillplan.PlanContent.SuccessCriterion;
import io.holdfast.service.drillplan.Prediction;
import io.holdfast.service.drillplan.Prediction.Band;
import io.holdfast.service.drillplan.Prediction.Chance;
import io.holdfast.service.drillreport.FilledReport;
import io.holdfast.service.drillreport.FilledReport.Place;
import io.holdfast.service.drillreport.FilledReport.Remark;
import io.holdfast.service.drillreport.ReportContent;
import io.holdfast.service.drillreport.ReportContent.DataAge;
import io.holdfast.service.drillreport.ReportContent.Integrity;
import io.holdfast.service.drillreport.ReportText;
import io.holdfast.service.drillreport.Result;
import io.holdfast.service.drillrun.RunState;
import io.holdfast.service.kernel.paper.Paper;
import io.holdfast.service.kernel.paper.PaperDocx;
import io.holdfast.service.kernel.paper.PaperPdf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report fills itself: planned, predicted and actual side by side, and the result that follows. */
class FillingTest {

    private static final Instant START = Instant.parse("2026-12-05T02:00:00Z");
    private static final Filling.Objectives NONE = new Filling.Objectives() {
        @Override
        public @Nullable Double rtoHours(String element) {
            return null;
        }

        @Override
        public @Nullable Double rpoHours(String element) {
            return null;
        }
    };

    private static PlanContent.Step step(String id, String title, int minutes, @Nullable String ends) {
        return new PlanContent.Step(
                id, title, "", "Database team", minutes, ends, "restore", PlanContent.Use.BOTH, ends);
    }

    private static ApprovedPlan plan(List<SuccessCriterion> criteria) {
        PlanContent content = new PlanContent(
                "Restore of billing",
                null,
                2026,
                List.of("data-recovery"),
                true,
                PlanContent.Category.TECHNICAL,
                PlanContent.Form.SIMULATION_PARALLEL,
                null,
                List.of("billing-db"),
                "Show that billing comes back from its backup",
                "The volume of the billing database is lost",
                new PlanContent.Timing(LocalDate.of(2026, 12, 5), LocalTime.of(10, 0), 120),
                null,
                List.of(step("s1", "Restore 資料庫", 60, null), step("s2", "Start billing", 20, "billing-db")),
                List.of("Standby host"),
                List.of(
                        new PlanContent.Participant("DBA", "Lin Yi-chun", null, PlanContent.Role.LEADER, "", false),
                        new PlanContent.Participant("DBA", "王小明", null, PlanContent.Role.PARTICIPANT, "", false),
                        new PlanContent.Participant("Storage", "", null, PlanContent.Role.PARTICIPANT, "", false)),
                List.of(),
                "In-house",
                List.of(new PlanContent.Notification("n1", "Duty manager", "telephone", 15, "Billing is down")),
                "Back within the RTO",
                criteria,
                List.of(),
                "Delete the copy",
                List.of(),
                "",
                PlanContent.Claims.NONE,
                null);
        Band hours = new Band(1.0, 1.5, 2.0, 2.4, 0);
        Prediction prediction = new Prediction(
                7,
                "digest",
                "1",
                20_000,
                1,
                START,
                null,
                List.of(new Prediction.ByType(
                        "data-recovery",
                        null,
                        hours,
                        new Chance(0.9, 0.89, 0.91),
                        List.of(new Prediction.CriterionChance(
                                "within-rto", "billing-db", 4.0, new Chance(0.95, 0.94, 0.96))),
                        hours,
                        null,
                        List.of(new Prediction.ElementBand(
                                "billing-db", hours, new Band(0.2, 0.5, 0.9, 1.0, 0), 4.0, 1.0)))));
        return new ApprovedPlan(12, content, prediction, 2, START, "Chen Mei-ling", null);
    }

    private static final List<SuccessCriterion> CRITERIA = List.of(
            new SuccessCriterion("c1", "Billing is back within its RTO", Kind.WITHIN_RTO, "billing-db", null),
            new SuccessCriterion("c2", "No data older than the RPO", Kind.WITHIN_RPO, "billing-db", null),
            new SuccessCriterion("c3", "Nothing is rolled back", Kind.NO_ROLLBACK, null, null),
            new SuccessCriterion("c4", "Billing is back sooner", Kind.WITHIN_RTO, "billing-db", 2.0));

    private static Instant at(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static RunState run(int restore, int end, String how) {
        return new RunState(
                "ended",
                START,
                at(end),
                how,
                List.of(),
                List.of(
                        new RunState.Step("s1", "done", START, at(restore), false, List.of()),
                        new RunState.Step("s2", "done", at(restore), at(end), false, List.of())),
                List.of(new RunState.ElementBack("billing-db", at(end), end / 60.0)),
                List.of(),
                List.of(new RunState.Notification("n1", at(10), 10.0, true, "lin")),
                List.of(),
                List.of(),
                List.of(
                        new RunState.Attendance("Lin Yi-chun", START, "lin"),
                        new RunState.Attendance("A guest", at(5), "lin"),
                        new RunState.Attendance("Storage", at(6), "lin")),
                List.of(),
                List.of(),
                List.of());
    }

    private static ReportContent content(double age) {
        ReportContent empty = ReportContent.EMPTY;
        return new ReportContent(
                null,
                "",
                "Billing came back from last night's copy.",
                Integrity.WHOLE,
                "Row counts agree.",
                List.of(new DataAge("billing-db", age)),
                "None; production was not touched.",
                "",
                "",
                List.of(new ReportContent.Finding(
                        "f1",
                        "Password of the vault was unknown",
                        Severity.HIGH,
                        ActionCategory.PROCEDURE,
                        "billing-db",
                        "It took ten minutes to find.",
                        3L)),
                empty.lessons(),
                "",
                "",
                LocalDate.of(2027, 6, 1),
                List.of(new ReportContent.Attendee("Lin Yi-chun", null, ReportContent.Assessment.ABLE, "")));
    }

    private static FilledReport fill(RunState run, ReportContent content) {
        return Filling.of(plan(CRITERIA), run, content, List.of(), NONE);
    }

    @Test
    void plannedPredictedAndActualStandSideBySide() {
        FilledReport report = fill(run(70, 90, "completed"), content(0.5));
        assertThat(report.duration().target()).isEqualTo(120);
        assertThat(report.duration().p10()).isEqualTo(60);
        assertThat(report.duration().p90()).isEqualTo(120);
        assertThat(report.duration().actual()).isEqualTo(90);
        assertThat(report.duration().place()).isEqualTo(Place.INSIDE);
        FilledReport.ElementLine billing = report.elements().getFirst();
        assertThat(billing.recovery().target()).isEqualTo(4);
        assertThat(billing.recovery().actual()).isEqualTo(1.5);
        assertThat(billing.recovery().met()).isTrue();
        assertThat(billing.dataAge().target()).isEqualTo(1);
        assertThat(billing.dataAge().actual()).isEqualTo(0.5);
        assertThat(report.criteria().getFirst().chance()).isEqualTo(0.95);
        assertThat(report.criteria().getLast().chance())
                .as("the model was asked about 4 hours")
                .isNull();
        assertThat(report.criteria()).allMatch(line -> Boolean.TRUE.equals(line.met()));
        assertThat(report.steps().getFirst().actualMinutes()).isEqualTo(70);
        assertThat(report.proposed()).isEqualTo(Result.PASSED);
        assertThat(report.reasons()).containsExactly(Remark.of("all-met", ""));
    }

    @Test
    void aMissedTargetFailsAndSaysWhich() {
        FilledReport report = fill(run(200, 300, "completed"), content(0.5));
        assertThat(report.proposed()).isEqualTo(Result.FAILED);
        assertThat(report.reasons()).contains(new Remark("rto-missed", "billing-db", 5.0, 4.0));
        assertThat(report.elements().getFirst().recovery().place()).isEqualTo(Place.ABOVE);
        assertThat(report.deviations())
                .contains(
                        new Remark("step-late", "Restore 資料庫", 200.0, 60.0),
                        new Remark("duration-above", "", 300.0, 120.0));
    }

    @Test
    @Tag("row:D4")
    void dataThatAreTooOldOrDamagedFail() {
        assertThat(fill(run(60, 90, "completed"), content(1.5)).reasons())
                .contains(new Remark("rpo-missed", "billing-db", 1.5, 1.0));
        ReportContent unchecked = ReportContent.EMPTY;
        FilledReport report = fill(run(60, 90, "completed"), unchecked);
        assertThat(report.proposed()).isEqualTo(Result.INCOMPLETE);
        assertThat(report.reasons()).contains(Remark.of("data-unchecked", ""));
    }

    @Test
    void whatWasBrokenOffIsIncomplete() {
        FilledReport report = fill(run(60, 90, "rolled-back"), content(0.5));
        assertThat(report.criteria().get(2).met()).isFalse();
        assertThat(report.proposed()).isEqualTo(Result.FAILED);
        FilledReport stopped = fill(run(60, 90, "stopped"), content(0.5));
        assertThat(stopped.proposed()).isEqualTo(Result.INCOMPLETE);
        assertThat(stopped.reasons()).containsExactly(Remark.of("ended-stopped", ""));
    }

    @Test
    void smallDeviationsPassWithIssues() {
        FilledReport report = fill(run(100, 118, "completed"), content(0.5));
        assertThat(report.proposed()).isEqualTo(Result.PASSED_WITH_ISSUES);
        assertThat(report.deviations()).containsExactly(new Remark("step-late", "Restore 資料庫", 100.0, 60.0));
    }

    @Test
    @Tag("row:D16")
    void everybodyWhoWasPlannedOrCameIsListedWithSignInAndAssessment() {
        List<FilledReport.PersonLine> people =
                fill(run(60, 90, "completed"), content(0.5)).people();
        assertThat(people)
                .extracting(FilledReport.PersonLine::person)
                .containsExactly("Lin Yi-chun", "王小明", "Storage", "A guest");
        assertThat(people.getFirst().signedAt()).isEqualTo(START);
        assertThat(people.getFirst().assessment()).isEqualTo("able");
        assertThat(people.get(1).present()).isFalse();
        assertThat(people.get(2).present()).as("a team signs in like a person").isTrue();
        assertThat(people.get(3).role()).isNull();
    }

    @Test
    void everyRemarkHasASentenceInBothLanguages() {
        for (String language : List.of("en", "zh-Hant")) {
            ReportWords words = new ReportWords(language, ZoneId.of("Asia/Taipei"));
            for (RunState run :
                    List.of(run(200, 300, "completed"), run(60, 90, "stopped"), run(60, 90, "rolled-back"))) {
                FilledReport report = fill(run, ReportContent.EMPTY);
                assertThat(report.reasons())
                        .allSatisfy(each -> assertThat(words.sentence(each, id -> id))
                                .isNotBlank()
                                .doesNotContain("%"));
                assertThat(report.deviations())
                        .allSatisfy(each -> assertThat(words.sentence(each, id -> id))
                                .isNotBlank()
                                .doesNotContain("%"));
            }
        }
    }

    @Test
    void timesAreToldAsPeopleSayThem() {
        ReportWords words = new ReportWords("en", ZoneId.of("Asia/Taipei"));
        assertThat(Stream.of(null, 0.0, 0.02, 0.9, 1.0, 4.25, 9.96, 42.4, 90.0, 599.0)
                        .map(words::minutes))
                .containsExactly(
                        "–", "0 min", "< 1 min", "< 1 min", "1 min", "4.3 min", "10 min", "42 min", "1.5 h", "10 h");
        assertThat(Stream.of(null, 0.0, 0.001, 0.5, 1.0, 9.97, 36.0, 60.0).map(words::hours))
                .containsExactly("–", "0 min", "< 1 min", "30 min", "1 h", "10 h", "36 h", "2.5 d");
        assertThat(new ReportWords("zh-Hant", ZoneId.of("Asia/Taipei")).minutes(0.5))
                .isEqualTo("不到 1 分鐘");
    }

    @Test
    void aReportThatWasFrozenBeforePlaysWereToldIsStillRead() {
        FilledReport filled = fill(run(60, 90, "completed"), ReportContent.EMPTY);
        ObjectNode frozen = (ObjectNode) ReportJson.tree(filled);
        assertThat(frozen.remove("plays")).isNotNull();
        assertThat(ReportJson.require(frozen, FilledReport.class)).isEqualTo(filled);
    }

    private static Paper paper(String language) {
        ReportWords words = new ReportWords(language, ZoneId.of("Asia/Taipei"));
        ReportContent content = content(0.5);
        ReportText text = ReportTexts.of(
                new ReportTexts.Input(
                        "Blue Magpie Mobile",
                        plan(CRITERIA),
                        fill(run(100, 118, "completed"), content),
                        content,
                        List.of(),
                        number -> Optional.of("Lin Yi-chun 2027-01-31"),
                        Instant.parse("2031-12-05T02:00:00Z")),
                words,
                id -> id.equals("billing-db") ? words.of("Billing database", "計費資料庫") : id);
        return ReportPaper.of(text, words, language, words.of("Draft, not submitted", "草稿，尚未陳核"));
    }

    @Test
    void theDocumentsHaveHeadingsTablesAndChineseThatCanBeSearched() throws IOException {
        LocalDate day = LocalDate.of(2026, 12, 6);
        byte[] pdf = PaperPdf.render(paper("zh-Hant"), day);
        assertThat(PaperPdf.render(paper("zh-Hant"), day)).isEqualTo(pdf);
        keep("report.zh-Hant.pdf", pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("演練結果報告", "計費資料庫", "王小明", "未出席");
            assertThat(document.getDocumentCatalog().getDocumentOutline().hasChildren())
                    .isTrue();
        }
        byte[] docx = PaperDocx.render(paper("en"), day);
        keep("report.en.docx", docx);
        keep("report.en.pdf", PaperPdf.render(paper("en"), day));
        keep("report.zh-Hant.docx", PaperDocx.render(paper("zh-Hant"), day));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs().stream()
                            .filter(each -> "Heading1".equals(each.getStyle()))
                            .map(XWPFParagraph::getText))
                    .contains("Background", "Planned, predicted, actual", "Findings and actions", "Participants");
            assertThat(document.getTables()).anyMatch(table -> table.getRow(0).isRepeatHeader());
            assertThat(document.getTables().stream().map(table -> table.getText()))
                    .anyMatch(text -> text.contains("A-3 Lin Yi-chun 2027-01-31"));
            assertThat(document.getFooterList()
                            .getFirst()
                            .getParagraphs()
                            .getFirst()
                            .getCTP()
                            .xmlText())
                    .as("the number of the page is written as large as the words beside it")
                    .containsPattern("<w:fldSimple w:instr=\"PAGE\"[^>]*><w:r><w:rPr>.*<w:sz w:val=\"16\"/>");
        }
    }

    /** For whoever wants to look at the pages: {@code -Dreport.keep=FOLDER}. */
    private static void keep(String name, byte[] bytes) throws IOException {
        String folder = System.getProperty("report.keep");
        if (folder != null) {
            Files.write(Path.of(folder, name), bytes);
        }
    }
}
