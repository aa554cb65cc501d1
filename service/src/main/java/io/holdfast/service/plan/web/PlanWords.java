package io.holdfast.service.plan.web;

import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.Chance;
import io.holdfast.service.plan.MethodName;
import io.holdfast.service.plan.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures and names as people read them, by the rules of the web page. A sampled chance is never a certain 0 or 100 %. */
final class PlanWords {

    private static final String THIN = "\u00a0";

    private final PlanLanguage language;
    private final PlanTexts texts;

    PlanWords(PlanLanguage language) {
        this.language = language;
        texts = PlanTexts.of(language);
    }

    private boolean isEnglish() {
        return language == PlanLanguage.EN;
    }

    /** 42 min, 3.1 h, 17 h, 2.5 d; never for null. */
    String hours(@Nullable Double hours) {
        if (hours == null) {
            return texts.get("planNever");
        }
        if (hours < 59.5 / 60) {
            return Math.round(hours * 60) + THIN + (isEnglish() ? "min" : "分");
        }
        if (hours < 48) {
            boolean whole = hours == Math.rint(hours);
            return (whole ? String.valueOf(Math.round(hours)) : shortened(hours)) + THIN + (isEnglish() ? "h" : "小時");
        }
        return day(hours / 24) + THIN + (isEnglish() ? "d" : "天");
    }

    private static String day(double days) {
        return days == Math.rint(days) ? String.valueOf(Math.round(days)) : shortened(days);
    }

    private static String shortened(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.1f", value) : String.valueOf(Math.round(value));
    }

    /** Both ends of a band, one where both read the same. */
    String band(Band band) {
        String from = hours(band.p50());
        String to = hours(band.p95());
        return from.equals(to) ? from : from + " " + texts.get("planTo") + " " + to;
    }

    /** A band of a loss or a disruption: none where there is none. */
    String loss(Band band) {
        String from = loss(band.p50());
        String to = loss(band.p95());
        return from.equals(to) ? from : from + " " + texts.get("planTo") + " " + to;
    }

    private String loss(@Nullable Double hours) {
        return hours != null && hours < 0.5 / 60 ? texts.get("planNone") : hours(hours);
    }

    /** A band of a start: at once where it is certain to be so. */
    String start(Band band) {
        Double late = band.p95();
        return late != null && late < 0.5 / 60 ? texts.get("planAtOnce") : band(band);
    }

    /** 71 %, > 99.9 %, &lt; 0.1 %. */
    String percent(double share) {
        if (share > 0.999) {
            return ">" + THIN + "99.9" + THIN + "%";
        }
        if (share < 0.001) {
            return "<" + THIN + "0.1" + THIN + "%";
        }
        return rounded(share, share > 0.99 || share < 0.01 ? 1 : 0) + THIN + "%";
    }

    /** A share that a person stated: exact. */
    String stated(double share) {
        return rounded(share, Math.abs(share * 100 - Math.rint(share * 100)) < 1e-9 ? 0 : 1) + THIN + "%";
    }

    private static String rounded(double share, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", share * 100);
    }

    /** A chance with its interval. */
    String chance(Chance chance) {
        return percent(chance.estimate())
                + brackets(rounded(chance.low(), 1) + " " + texts.get("planTo") + " " + rounded(chance.high(), 1) + THIN
                        + "%");
    }

    String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value)
                .replace('-', '−');
    }

    String count(long value) {
        String text = String.format(Locale.ROOT, "%,d", value);
        return isEnglish() ? text.replace(",", THIN) : text;
    }

    String date(LocalDate date) {
        return date.format(
                DateTimeFormatter.ofPattern(isEnglish() ? "d MMMM uuuu" : "uuuu 年 M 月 d 日", language.locale()));
    }

    /** What a method is called: its own name, else its kind. */
    String method(MethodName method) {
        String name = method.name();
        return name == null ? texts.word("planMethod", method.kind()) : name;
    }

    String list(List<String> parts) {
        return String.join(isEnglish() ? ", " : "、", parts);
    }

    String names(List<Named> named) {
        return list(named.stream().map(Named::name).toList());
    }

    /** A remark in brackets behind a word. */
    String brackets(String text) {
        return isEnglish() ? " (" + text + ")" : "（" + text + "）";
    }

    /** The first names, and how many more. */
    String names(List<Named> named, int most) {
        if (named.size() <= most) {
            return names(named);
        }
        return texts.get("planAndMore", "names", names(named.subList(0, most)), "count", named.size() - most);
    }

    /** Alternatives; names may hold commas. */
    String alternatives(List<Named> named) {
        return named.stream().map(Named::name).collect(Collectors.joining(" / "));
    }

    /** Remarks that stand beside each other. */
    String remarks(List<String> remarks) {
        return String.join(" · ", remarks);
    }

    /** After which steps. */
    String after(List<Integer> steps) {
        return texts.get(steps.size() == 1 ? "planAfterStep" : "planAfterSteps", "steps", numbers(steps));
    }

    String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(isEnglish() ? ", " : "、"));
    }
}
