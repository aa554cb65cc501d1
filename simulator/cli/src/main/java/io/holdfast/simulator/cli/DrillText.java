package io.holdfast.simulator.cli;

import com.google.errorprone.annotations.FormatMethod;
import io.holdfast.simulator.drill.Criterion;
import io.holdfast.simulator.drill.DrillDetail;
import io.holdfast.simulator.drill.DrillResult;
import io.holdfast.simulator.drill.Spread;
import io.holdfast.simulator.drill.Teaching;
import io.holdfast.simulator.drill.TypeOutcome;
import io.holdfast.simulator.format.FindingText;
import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.format.Texts;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.Finding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The estimate of a drill, for people. */
final class DrillText {

    private final StringBuilder text = new StringBuilder();
    private final Language language;

    private DrillText(Language language) {
        this.language = language;
    }

    static String of(DrillResult result, ContinuityModel model, Language language) {
        DrillText text = new DrillText(language);
        String name = model.label().name();
        text.line(
                "%s, drill %s (%s): %d trials a type, seed %d, engine %s",
                name == null ? "model" : name,
                result.drill(),
                result.announced() ? "announced" : "unannounced",
                result.trials(),
                result.seed(),
                result.engine());
        result.types().forEach(text::type);
        return text.text.toString();
    }

    @FormatMethod
    private void line(String format, @Nullable Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private void type(TypeOutcome outcome) {
        line("");
        line("%s", outcome.type().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        switch (outcome) {
            case TypeOutcome.NotPossible not -> line("  %s", FindingText.of(not.problem(), language));
            case TypeOutcome.Estimated estimated -> estimated(estimated);
        }
    }

    private void estimated(TypeOutcome.Estimated type) {
        spread("duration, h", type.duration());
        chance("criteria met", type.passed());
        type.criteria().forEach(this::criterion);
        spread("people-hours", type.peopleHours());
        chance("production notices", type.risk().chance());
        line("    %s", type.risk().why().word());
        if (type.risk().length() != null) {
            spread("  for, h", type.risk().length());
        }
        detail(type.detail());
        teaching(type.teaching());
        for (Finding gap : type.gaps()) {
            line("  %s", Texts.line(gap, language));
        }
    }

    private void criterion(Criterion criterion) {
        String what = criterion.kind().word()
                + (criterion.subject() == null ? "" : " " + criterion.subject())
                + (criterion.targetHours() == null
                        ? ""
                        : String.format(Locale.ROOT, " (%.2f h)", criterion.targetHours()));
        chance("  " + what, criterion.chance());
    }

    private void detail(DrillDetail detail) {
        switch (detail) {
            case DrillDetail.CallTree tree -> tree.teams().forEach(team -> chance("  " + team.team(), team.alerted()));
            case DrillDetail.Restores restores ->
                restores.stores().forEach(store -> {
                    spread("  " + store.id() + ", h", store.duration());
                    spread("    age of its data, h", store.dataLoss());
                });
            case DrillDetail.Timeline timeline ->
                timeline.elements().forEach(each -> spread("  " + each.id() + ", h", each.recovery()));
            case DrillDetail.Switch live -> live(live);
        }
    }

    private void live(DrillDetail.Switch live) {
        line(
                "  switched: %s",
                String.join(", ", live.switched().stream().map(Object::toString).toList()));
        chance("rolled back", live.rollback());
        spread("switch, h", live.switching());
        spread("way back, h", live.back());
        live.headroom().forEach(room -> {
            Double p05 = room.p05().value();
            line("  %-44s %9.1f %s (P05)", "headroom of " + room.id(), p05 == null ? Double.NaN : p05, room.unit());
        });
        DrillDetail.Window.Best best = live.window().best();
        line(
                "  best window: %s",
                best == null
                        ? "the model does not tell hours of the day apart"
                        : best.name().toLowerCase(Locale.ROOT) + " hours");
    }

    private void teaching(Teaching teaching) {
        switch (teaching.status()) {
            case NOT_ASKED -> line("  what it would teach was not asked");
            case NOTHING_UNCERTAIN -> line("  it exercises no uncertain input of what it is about");
            case ESTIMATED -> {
                line(
                        "  teaches %.1f %% of not knowing P95 of %s under %s:",
                        100 * teaching.expectedReduction(), teaching.element(), teaching.scenario());
                teaching.lessons()
                        .forEach(each -> line(
                                "    %-42s %8.1f %% of its %.1f %%",
                                each.input().address(),
                                100 * each.expectedReduction(),
                                100 * each.share().value()));
            }
        }
    }

    private void spread(String what, Spread spread) {
        line(
                "  %-44s %9s P50 %9s P95 %9s mean",
                what,
                hours(spread.p50().value()),
                hours(spread.p95().value()),
                hours(spread.mean() == null ? null : spread.mean().value()));
    }

    private void chance(String what, Estimate chance) {
        line("  %-44s %8.1f %%  (%.1f to %.1f)", what, 100 * chance.value(), 100 * chance.low(), 100 * chance.high());
    }

    private static String hours(@Nullable Double hours) {
        return hours == null ? "never" : String.format(Locale.ROOT, "%.2f", hours);
    }
}
