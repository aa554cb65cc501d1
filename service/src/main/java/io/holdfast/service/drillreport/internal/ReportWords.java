package io.holdfast.service.drillreport.internal;

import io.holdfast.service.drillreport.FilledReport.Remark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The words, figures and sentences of reports in one language. For any number of threads. */
public final class ReportWords {

    private static final Map<String, String[]> WORDS = Map.ofEntries(
            Map.entry("passed", new String[] {"passed", "通過"}),
            Map.entry("passed-with-issues", new String[] {"passed with issues", "通過，但有待改善事項"}),
            Map.entry("failed", new String[] {"failed", "未通過"}),
            Map.entry("incomplete", new String[] {"incomplete", "結果不完整"}),
            Map.entry("completed", new String[] {"to its end", "依計畫完成"}),
            Map.entry("stopped", new String[] {"stopped", "中止"}),
            Map.entry("rolled-back", new String[] {"rolled back", "退回原狀"}),
            Map.entry("step-waiting", new String[] {"not begun", "未開始"}),
            Map.entry("step-running", new String[] {"not finished", "未結束"}),
            Map.entry("step-done", new String[] {"done", "完成"}),
            Map.entry("step-failed", new String[] {"failed", "失敗"}),
            Map.entry("step-skipped", new String[] {"left out", "略過"}),
            Map.entry("not-checked", new String[] {"not checked", "未檢查"}),
            Map.entry("whole", new String[] {"data whole", "資料完整"}),
            Map.entry("damaged", new String[] {"data damaged", "資料毀損"}),
            Map.entry("not-assessed", new String[] {"not assessed", "未評量"}),
            Map.entry("able", new String[] {"knew what to do", "熟悉程序"}),
            Map.entry("needs-training", new String[] {"needs training", "需加強訓練"}),
            Map.entry("leader", new String[] {"leader", "負責人"}),
            Map.entry("controller", new String[] {"controller", "控制人員"}),
            Map.entry("evaluator", new String[] {"evaluator", "評核人員"}),
            Map.entry("participant", new String[] {"participant", "參演人員"}),
            Map.entry("observer", new String[] {"observer", "觀察人員"}),
            Map.entry("low", new String[] {"low", "低"}),
            Map.entry("medium", new String[] {"medium", "中"}),
            Map.entry("high", new String[] {"high", "高"}),
            Map.entry("plan", new String[] {"plan", "計畫"}),
            Map.entry("procedure", new String[] {"procedure", "作業程序"}),
            Map.entry("technology", new String[] {"technology", "技術"}),
            Map.entry("data", new String[] {"data and backups", "資料與備份"}),
            Map.entry("people", new String[] {"people", "人員"}),
            Map.entry("communication", new String[] {"communication", "通報聯絡"}),
            Map.entry("facility", new String[] {"facility", "設施"}),
            Map.entry("supplier", new String[] {"supplier", "供應商"}),
            Map.entry("other", new String[] {"other", "其他"}),
            Map.entry("desktop", new String[] {"desktop exercise", "書面模擬演練"}),
            Map.entry("data-recovery", new String[] {"data recovery drill", "資料回復演練"}),
            Map.entry("scenario", new String[] {"scenario simulation drill", "情境模擬演練"}),
            Map.entry("live-failover", new String[] {"live drill", "實況演練"}),
            Map.entry("announced", new String[] {"announced", "預警"}),
            Map.entry("unannounced", new String[] {"unannounced", "無預警"}),
            Map.entry("walk-through", new String[] {"walk-through", "實地考察"}),
            Map.entry("tabletop", new String[] {"tabletop exercise", "沙盤推演"}),
            Map.entry("checklist", new String[] {"checklist", "查檢表"}),
            Map.entry("simulation-parallel", new String[] {"simulation in parallel", "模擬（平行）"}),
            Map.entry("simulation-full-interruption", new String[] {"simulation with full interruption", "模擬（完全中斷）"}),
            Map.entry("comprehensive", new String[] {"comprehensive", "綜合演練"}),
            Map.entry("day-lucky", new String[] {"a lucky day", "幸運的一天"}),
            Map.entry("day-median", new String[] {"an ordinary day", "尋常的一天"}),
            Map.entry("day-unlucky", new String[] {"an unlucky day", "不幸的一天"}),
            Map.entry("day-very-unlucky", new String[] {"a very unlucky day", "非常不幸的一天"}),
            Map.entry("below", new String[] {"better than the predicted band", "優於預測範圍"}),
            Map.entry("inside", new String[] {"inside the predicted band", "落在預測範圍內"}),
            Map.entry("above", new String[] {"beyond the predicted band", "超出預測範圍"}));

    private static final Map<String, String[]> SENTENCES = Map.ofEntries(
            Map.entry("all-met", new String[] {"Every criterion was met and every target kept.", "所有準則皆符合，目標皆達成。"}),
            Map.entry("step-skipped", new String[] {"Step “%s” was left out.", "步驟「%s」略過未執行。"}),
            Map.entry("step-failed", new String[] {"Step “%s” failed.", "步驟「%s」失敗。"}),
            Map.entry("step-open", new String[] {"Step “%s” was not finished.", "步驟「%s」未完成。"}),
            Map.entry("step-late", new String[] {"Step “%s” took %m instead of %n.", "步驟「%s」耗時 %m，計畫為 %n。"}),
            Map.entry("step-problem", new String[] {"Somebody marked a problem at step “%s”.", "步驟「%s」執行時有人標記問題。"}),
            Map.entry(
                    "duration-above",
                    new String[] {"All of it took %m; nine in ten were expected within %n.", "全程耗時 %m，預測九成會在 %n 以內。"}),
            Map.entry("duration-late", new String[] {"All of it took %m instead of %n.", "全程耗時 %m，計畫為 %n。"}),
            Map.entry("rto-missed", new String[] {"%s was back after %h; its RTO is %i.", "%s 於 %h 後復原，RTO 為 %i。"}),
            Map.entry(
                    "rpo-missed",
                    new String[] {"The data of %s were %h old; its RPO is %i.", "%s 的資料為 %h 前的，RPO 為 %i。"}),
            Map.entry("rto-above", new String[] {
                "%s was back after %h; nine in ten were expected within %i.", "%s 於 %h 後復原，預測九成會在 %i 以內。"
            }),
            Map.entry("rpo-above", new String[] {
                "The data of %s were %h old; nine in ten were expected below %i.", "%s 的資料為 %h 前的，預測九成低於 %i。"
            }),
            Map.entry("rta-unknown", new String[] {"It was not seen when %s was back.", "未記錄 %s 何時復原。"}),
            Map.entry("criterion-missed", new String[] {"Not met: %s", "未符合：%s"}),
            Map.entry("criterion-open", new String[] {"Not judged: %s", "未判定：%s"}),
            Map.entry("notification-missing", new String[] {"%s was not notified.", "未通報 %s。"}),
            Map.entry(
                    "notification-late",
                    new String[] {"%s was notified after %m instead of within %n.", "%s 於 %m 後才通報，應在 %n 內。"}),
            Map.entry("hold-stopped", new String[] {"It was stopped for %m. %s", "曾中止 %m。%s"}),
            Map.entry("hold-rolled-back", new String[] {"It was rolled back, which took %m. %s", "曾退回原狀，耗時 %m。%s"}),
            Map.entry("data-damaged", new String[] {"The data were damaged.", "資料毀損。"}),
            Map.entry(
                    "data-unchecked",
                    new String[] {"Whether the restored data were whole was not checked.", "未檢查回復後的資料是否完整。"}),
            Map.entry("not-over", new String[] {"The drill is not over.", "演練尚未結束。"}),
            Map.entry("ended-stopped", new String[] {"The drill was stopped before its end.", "演練中途中止。"}),
            Map.entry("ended-rolled-back", new String[] {"The drill ended rolled back.", "演練以退回原狀結束。"}));

    private final boolean chinese;
    private final ZoneId zone;

    /** The words of a language ({@code en} or {@code zh-Hant}), with times in a zone. */
    public ReportWords(String language, ZoneId zone) {
        chinese = language.equals("zh-Hant");
        this.zone = zone;
    }

    /** One of two texts. */
    public String of(String english, String other) {
        return chinese ? other : english;
    }

    /** The word of a choice; the word itself where there is none. */
    public String word(String key) {
        String[] both = WORDS.get(key);
        return both == null ? key : both[chinese ? 1 : 0];
    }

    /**
     * The sentence of a remark.
     *
     * @param names what an element is called, by its id
     */
    public String sentence(Remark remark, UnaryOperator<String> names) {
        String[] both = SENTENCES.get(remark.word());
        if (both == null) {
            throw new IllegalArgumentException("There is no sentence for " + remark.word());
        }
        String template = both[chinese ? 1 : 0];
        boolean element = remark.word().startsWith("rt") || remark.word().startsWith("rp");
        String about = element ? names.apply(remark.about()) : remark.about();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char next = template.charAt(i);
            if (next != '%') {
                out.append(next);
                continue;
            }
            out.append(
                    switch (template.charAt(++i)) {
                        case 's' -> about;
                        case 'm' -> minutes(remark.first());
                        case 'n' -> minutes(remark.second());
                        case 'h' -> hours(remark.first());
                        case 'i' -> hours(remark.second());
                        default -> throw new IllegalArgumentException("No such place in " + template);
                    });
        }
        return out.toString().strip();
    }

    /** Minutes, such as 42 min, or that it was less than one; hours from an hour and a half on; a dash for nothing. */
    public String minutes(@Nullable Double minutes) {
        if (minutes == null) {
            return "–";
        }
        if (minutes > 0 && minutes < 1) {
            return of("< 1 min", "不到 1 分鐘");
        }
        return minutes < 90 ? rounded(minutes) + of(" min", " 分鐘") : hours(minutes / 60);
    }

    /** One digit behind the point below ten, unless it is a whole number. */
    private String rounded(double value) {
        return digits(value, value < 9.95 && value != Math.rint(value) ? 1 : 0);
    }

    /** Hours, such as 3.1 h; minutes below an hour; days from two days on; a dash for nothing. */
    public String hours(@Nullable Double hours) {
        if (hours == null) {
            return "–";
        }
        if (hours < 59.5 / 60) {
            return hours > 0 && hours < 1.0 / 60 ? of("< 1 min", "不到 1 分鐘") : digits(hours * 60, 0) + of(" min", " 分鐘");
        }
        boolean days = hours >= 48;
        double value = days ? hours / 24 : hours;
        return rounded(value) + (days ? of(" d", " 天") : of(" h", " 小時"));
    }

    private static String digits(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    /** A chance in percent, never a certain 0 or 100; a dash for nothing. */
    public String chance(@Nullable Double chance) {
        if (chance == null) {
            return "–";
        }
        return chance > 0.999 ? "> 99.9 %" : chance < 0.001 ? "< 0.1 %" : digits(chance * 100, 0) + " %";
    }

    /** A day, such as 14 Nov 2025; empty for null. */
    public String day(@Nullable LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofPattern(of("d MMM uuuu", "uuuu/M/d"), Locale.ENGLISH)
                        .format(day);
    }

    /** A moment in the organisation's time; empty for null. */
    public String moment(@Nullable Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern(of("d MMM uuuu, HH:mm", "uuuu/M/d HH:mm"), Locale.ENGLISH)
                        .format(at.atZone(zone));
    }

    /** Whether there is a sentence for every code that {@code Judging} gives; for tests. */
    static boolean knows(String code) {
        return SENTENCES.containsKey(code);
    }
}
