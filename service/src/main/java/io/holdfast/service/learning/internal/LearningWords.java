package io.holdfast.service.learning.internal;

import io.holdfast.service.learning.ApprovedLearning;
import io.holdfast.service.learning.Belief;
import io.holdfast.service.learning.CoverageView;
import io.holdfast.service.learning.FrozenLesson;
import io.holdfast.service.learning.LearningEdit;
import io.holdfast.service.learning.Lesson;
import java.util.Locale;
import java.util.Map;

/** What an edit says, in words of either language. */
public final class LearningWords {

    private static final String ENGLISH = "en";

    private static final Map<String, String> QUANTITIES = Map.ofEntries(
            Map.entry("duration", "工作時間"),
            Map.entry("success", "成功機率"),
            Map.entry("lasts", "可維持時間"),
            Map.entry("lag", "複本延遲"),
            Map.entry("usable", "備份可用機率"),
            Map.entry("restart", "重新啟動時間"),
            Map.entry("holds-for", "可支撐時間"),
            Map.entry("mobilise", "動員時間"),
            Map.entry("mobilise-off-hours", "非上班時間動員時間"),
            Map.entry("detect", "發現時間"),
            Map.entry("declare", "決策時間"),
            Map.entry("hazard-lasts", "危害持續時間"),
            Map.entry("dwell", "潛伏時間"),
            Map.entry("reach", "可聯絡機率"),
            Map.entry("answers", "接聽時間"),
            Map.entry("mtbf", "平均故障間隔"),
            Map.entry("frequency", "發生頻率"));

    private LearningWords() {}

    /** An edit in a language. */
    public static ApprovedLearning content(LearningEdit.Content said, String language) {
        boolean english = language.equals(ENGLISH);
        return new ApprovedLearning(
                rests(said, english),
                said.bias() == null
                        ? null
                        : english
                                ? "Actual medians are "
                                        + number(said.bias().place().value()) + " times the guessed ones ("
                                        + number(said.bias().place().low()) + " to "
                                        + number(said.bias().place().high()) + "), the spread "
                                        + number(said.bias().spread().value()) + " times."
                                : "實績中位數為估計值的 " + number(said.bias().place().value()) + " 倍（"
                                        + number(said.bias().place().low()) + " 至 "
                                        + number(said.bias().place().high()) + "），離散程度為 "
                                        + number(said.bias().spread().value()) + " 倍。",
                said.lessons().stream().map(each -> line(each, english)).toList());
    }

    private static String rests(LearningEdit.Content said, boolean english) {
        CoverageView.Band stated = eighty(said.stated());
        CoverageView.Band believed = eighty(said.forecasts());
        return english
                ? said.actuals() + " actuals of " + said.events() + " events. Of " + stated.total() + " finished times "
                        + stated.inside() + " fell inside the 80 % band that was stated, " + believed.inside()
                        + " inside the one that was believed before."
                : said.events() + " 次演練或事故的 " + said.actuals() + " 筆實績。" + stated.total() + " 筆完成時間中，" + stated.inside()
                        + " 筆落在原先陳述的 80% 區間，" + believed.inside() + " 筆落在事前預測的區間。";
    }

    private static CoverageView.Band eighty(CoverageView coverage) {
        return coverage.bands().stream()
                .filter(each -> each.promised() == 0.8)
                .findFirst()
                .orElseThrow();
    }

    private static ApprovedLearning.Line line(FrozenLesson frozen, boolean english) {
        Lesson lesson = frozen.lesson();
        String owner = lesson.names().getOrDefault(english ? ENGLISH : "zh-Hant", lesson.owner());
        String quantity = english ? lesson.quantity() : QUANTITIES.getOrDefault(lesson.quantity(), lesson.quantity());
        return new ApprovedLearning.Line(
                lesson.input(),
                owner + " · " + (lesson.method() == null ? "" : lesson.method() + " · ") + quantity
                        + (lesson.number() == 1 ? "" : " " + lesson.number()),
                belief(lesson.kind(), lesson.now(), english),
                belief(lesson.kind(), lesson.after(), english),
                why(lesson, english),
                frozen.after().toString());
    }

    private static String belief(String kind, Belief belief, boolean english) {
        String unit = switch (kind) {
            case "time" -> english ? " h" : " 小時";
            case "rate" -> english ? " a year" : " 次/年";
            default -> "";
        };
        return number(belief.middle())
                + unit
                + (english ? " (80 %: " : "（80%：")
                + number(belief.low())
                + (english ? " to " : " 至 ")
                + number(belief.high())
                + (english ? ")" : "）");
    }

    private static String why(Lesson lesson, boolean english) {
        return switch (lesson.why()) {
            case "stated" -> english ? "nothing measured holds any more; back to what was stated" : "已無有效實績，回到原先陳述";
            case "shared-bias" -> english ? "bias shared with guesses that were measured" : "與已量測估計值共同的偏差";
            default ->
                english
                        ? lesson.actuals()
                                + (lesson.actuals() == 1 ? " actual: " : " actuals: ")
                                + String.join(", ", lesson.events())
                        : lesson.actuals() + " 筆實績：" + String.join("、", lesson.events());
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
