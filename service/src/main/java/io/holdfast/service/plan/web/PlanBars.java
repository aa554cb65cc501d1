package io.holdfast.service.plan.web;

import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.ContinuityPlan.Outcome;
import io.holdfast.service.plan.ContinuityPlan.Targets;
import io.holdfast.service.plan.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bands as bars made of boxes, so that they print anywhere. */
final class PlanBars {

    private PlanBars() {}

    /** The hour at which the bars of a list of steps end: the latest P95, else P50, at least a quarter of an hour. */
    static double axis(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> Stream.ofNullable(
                        step.done().p95() != null
                                ? step.done().p95()
                                : step.done().p50()))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0.25);
    }

    /** The bar of a step: dark from P50 of the start to P50 of the end, light on to P95 of the end. */
    static void step(Html html, Step step, double axis) {
        double from = part(step.start().p50(), axis);
        double middle = Math.max(from, part(step.done().p50(), axis));
        double to = Math.max(middle, part(step.done().p95(), axis));
        html.open("div", "class", "track");
        box(html, "bar", from, middle);
        box(html, "tail", middle, to);
        html.close("div");
    }

    /** Target, estimate (P50 to P95) and tolerable period of the recovery time on one axis. */
    static void glyph(Html html, Targets targets, Outcome outcome, PlanTexts texts, PlanWords words) {
        Double p50 = outcome.recovery().p50();
        Double p95 = outcome.recovery().p95();
        double end = Stream.of(targets.rtoHours(), targets.mtpdHours(), p95, p50)
                        .flatMap(Stream::ofNullable)
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(1)
                * 1.05;
        double from = part(p50, end);
        double to = part(p95, end);
        Double rto = targets.rtoHours();
        double split = rto == null ? to : Math.clamp(part(rto, end), from, Math.max(from, to));
        html.open("div", "class", "track glyph");
        box(html, "bar", from, split);
        box(html, "late", split, to);
        mark(html, "rto", rto, end);
        mark(html, "mtpd", targets.mtpdHours(), end);
        html.close("div");
        Double mtpd = targets.mtpdHours();
        html.put(
                "p",
                words.remarks(Stream.of(
                                rto == null ? "" : texts.get("planLegendRto", "hours", words.hours(rto)),
                                texts.get("planLegendEstimate", "band", words.band(new Band(p50, p95))),
                                mtpd == null ? "" : texts.get("planLegendMtpd", "hours", words.hours(mtpd)))
                        .filter(text -> !text.isEmpty())
                        .toList()),
                "class",
                "hint");
    }

    private static double part(@Nullable Double hours, double axis) {
        return hours == null ? 1 : Math.clamp(hours / axis, 0, 1);
    }

    private static void box(Html html, String kind, double from, double to) {
        if (to > from) {
            html.open("div", "class", kind, "style", "left:" + percent(from) + ";width:" + percent(to - from))
                    .close("div");
        }
    }

    private static void mark(Html html, String kind, @Nullable Double hours, double axis) {
        if (hours != null) {
            html.open("div", "class", "mark " + kind, "style", "left:" + percent(part(hours, axis)))
                    .close("div");
        }
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f%%", part * 100);
    }
}
