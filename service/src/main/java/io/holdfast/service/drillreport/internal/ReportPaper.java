package io.holdfast.service.drillreport.internal;

import io.holdfast.service.drillreport.ReportText;
import io.holdfast.service.drillreport.ReportText.Compared;
import io.holdfast.service.kernel.paper.Paper;
import io.holdfast.service.kernel.paper.Paper.Column;
import io.holdfast.service.kernel.paper.Paper.Fact;
import io.holdfast.service.kernel.paper.Paper.Facts;
import io.holdfast.service.kernel.paper.Paper.Part;
import io.holdfast.service.kernel.paper.Paper.Points;
import io.holdfast.service.kernel.paper.Paper.Section;
import io.holdfast.service.kernel.paper.Paper.Table;
import io.holdfast.service.kernel.paper.Paper.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A report as a document, with the sections that NIST SP 800-84 asks for and what the guideline adds. One document an instance. */
public final class ReportPaper {

    private final ReportText text;
    private final ReportWords words;
    private final List<Section> sections = new ArrayList<>();

    private ReportPaper(ReportText text, ReportWords words) {
        this.text = text;
        this.words = words;
    }

    /**
     * The document of a report.
     *
     * @param standing where its approval stands, in a sentence
     */
    public static Paper of(ReportText text, ReportWords words, String language, String standing) {
        return new ReportPaper(text, words).paper(language, standing);
    }

    private Paper paper(String language, String standing) {
        background();
        comparison();
        course();
        judgement();
        people();
        section(
                words.of("Evidence", "佐證"),
                table(
                        text.evidence(),
                        file -> List.of(file.name(), file.taken(), file.sha256()),
                        column("File", "檔案", 26),
                        column("Taken", "取得時間", 20),
                        column("SHA-256", "SHA-256", 54)));
        section(
                words.of("Approval and retention", "簽核與保存"),
                facts(fact("Approval", "簽核", standing), fact("Kept until", "保存至", text.keptUntil())));
        return new Paper(
                words.of("After-action report", "演練結果報告"),
                text.number() + " " + text.title(),
                text.organisation(),
                language,
                Stream.concat(Stream.of(words.of("Result: ", "結果：") + text.result()), text.resultWhy().stream())
                        .toList(),
                sections,
                text.organisation() + " · " + standing);
    }

    private void background() {
        section(
                words.of("Background", "背景"),
                facts(
                        fact("Types", "類型", text.types()),
                        fact("Purpose", "目的", text.purpose()),
                        fact("Objectives", "目標", text.objectives()),
                        fact("Scenario", "情境", text.scenario()),
                        fact("Plan", "計畫", text.planVersion()),
                        fact("Held", "時間", text.period()),
                        fact("Ended", "結束方式", text.ended())));
        section(words.of("Summary", "摘要"), new Words(text.summary()));
    }

    private void comparison() {
        Column[] columns = {
            column("", "", 28),
            figure("Planned or target", "計畫或目標", 14),
            figure("Predicted", "預測", 25),
            figure("Actual", "實際", 12),
            column("", "", 21)
        };
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(words.of("All of it", "全程"), text.duration()));
        text.recovered().forEach(each -> {
            rows.add(row(each.name() + words.of(": recovery (RTA)", "：復原時間（RTA）"), each.recovery()));
            if (!each.dataAge().actual().equals("–")
                    || !each.dataAge().planned().equals("–")) {
                rows.add(row(each.name() + words.of(": age of data (RPA)", "：資料時點（RPA）"), each.dataAge()));
            }
        });
        section(words.of("Planned, predicted, actual", "計畫、預測與實際"), new Table(List.of(columns), rows));
        section(
                words.of("Criteria", "成功準則"),
                table(
                        text.criteria(),
                        each -> List.of(each.name(), each.chance(), each.measured(), each.verdict()),
                        column("Criterion", "準則", 46),
                        figure("Predicted chance", "預測機率", 14),
                        figure("Measured", "實測", 14),
                        column("", "", 26)));
    }

    private static List<String> row(String name, Compared figure) {
        return List.of(name, figure.planned(), figure.predicted(), figure.actual(), figure.verdict());
    }

    private void course() {
        section(
                words.of("Steps", "步驟"),
                table(
                        text.steps(),
                        each -> List.of(each.name(), each.role(), each.planned(), each.actual(), each.outcome()),
                        column("Step", "步驟", 36),
                        column("Who", "執行者", 20),
                        figure("Planned", "計畫", 12),
                        figure("Actual", "實際", 12),
                        column("", "", 20)));
        section(
                words.of("Notifications (simulated)", "通報（模擬）"),
                table(
                        text.notified(),
                        each -> List.of(each.name(), each.channel(), each.deadline(), each.after()),
                        column("To", "對象", 40),
                        column("How", "方式", 24),
                        figure("Within", "時限", 16),
                        figure("After", "實際", 20)));
        section(
                words.of("Injects", "狀況注入"),
                table(
                        text.injects(),
                        each -> List.of(each.name(), each.planned(), each.delivered(), each.answer()),
                        column("Inject", "狀況", 34),
                        figure("Planned", "計畫", 13),
                        figure("Delivered", "送達", 13),
                        column("Answer", "回應", 40)));
        section(
                words.of("Possible days that were played (simulated)", "情境試走（模擬推估）"),
                table(
                        text.played(),
                        each -> List.of(
                                each.name(),
                                each.element(),
                                each.planned(),
                                each.asDecided(),
                                each.undecided(),
                                each.between()),
                        column("Day", "日期", 24),
                        column("Affected", "相關要素", 17),
                        figure("Target", "目標", 9),
                        figure("As decided", "依決定", 18),
                        figure("Without decisions", "不作決定", 14),
                        figure("Lucky – unlucky day", "幸運至不幸的一天", 18)));
        section(words.of("Deviations", "與計畫不同之處"), new Points(text.deviations()));
    }

    private void judgement() {
        section(words.of("Data integrity", "資料完整性"), new Words(text.integrity()));
        section(
                words.of("Effects", "影響"),
                facts(
                        fact("Operations", "營運", text.operations()),
                        fact("Assets", "資產", text.assets()),
                        fact("People", "人員", text.people())));
        section(
                words.of("Findings and actions", "發現與改善措施"),
                table(
                        text.findings(),
                        each -> List.of(
                                each.name() + (each.text().isEmpty() ? "" : words.of(". ", "。") + each.text()),
                                each.severity(),
                                each.category(),
                                each.element(),
                                each.action()),
                        column("Finding", "發現", 40),
                        column("Severity", "嚴重度", 10),
                        column("Category", "類別", 14),
                        column("Affected", "相關要素", 16),
                        column("Action", "措施", 20)));
        section(words.of("Lessons", "經驗"), new Words(text.lessons()));
        section(words.of("Recommendations", "建議"), new Words(text.recommendations()));
        section(
                words.of("What follows", "後續"),
                facts(
                        fact("Changes of plans", "計畫修訂", text.planChanges()),
                        fact("Drilled again on", "複測日期", text.retestOn())));
    }

    private void people() {
        section(
                words.of("Participants", "參與人員"),
                table(
                        text.attendance(),
                        each -> List.of(each.name(), each.role(), each.signedIn(), each.assessment(), each.note()),
                        column("Person", "人員", 24),
                        column("Role", "角色", 16),
                        column("Signed in", "簽到", 22),
                        column("Assessment", "評量", 18),
                        column("Note", "備註", 20)));
    }

    /** Adds a section; one with nothing in it is left out. */
    private void section(String heading, Part part) {
        boolean empty = switch (part) {
            case Words said -> said.text().isBlank();
            case Points points -> points.texts().isEmpty();
            case Facts facts -> facts.facts().isEmpty();
            case Table table -> table.rows().isEmpty();
        };
        if (!empty) {
            sections.add(new Section(heading, List.of(part)));
        }
    }

    private Fact fact(String english, String chinese, String value) {
        return new Fact(words.of(english, chinese), value);
    }

    private static Facts facts(Fact... facts) {
        return new Facts(
                Stream.of(facts).filter(fact -> !fact.value().isBlank()).toList());
    }

    private Column column(String english, String chinese, int width) {
        return new Column(words.of(english, chinese), width, false);
    }

    private Column figure(String english, String chinese, int width) {
        return new Column(words.of(english, chinese), width, true);
    }

    private static <T> Table table(List<T> rows, Function<T, List<String>> cells, Column... columns) {
        return new Table(List.of(columns), rows.stream().map(cells).toList());
    }
}
