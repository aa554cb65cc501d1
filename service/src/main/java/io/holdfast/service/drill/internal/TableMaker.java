package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillPin;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.ScheduledStates.State;
import io.holdfast.service.drill.ScheduledStates.Window;
import io.holdfast.service.drill.YearTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the table of a year in the words of a language; a day that is not told is shown as the days within which it lies. */
public final class TableMaker {

    private static final List<String> COLUMNS = List.of(
            "date",
            "start",
            "end",
            "subject",
            "tier",
            "types",
            "kind",
            "mode",
            "scenario",
            "teams",
            "peopleHours",
            "liveHours",
            "stage",
            "fixed",
            "why",
            "id");

    private final DrillTexts texts;
    private final ModelNames names;

    /** A maker of tables. */
    public TableMaker(DrillTexts texts, ModelNames names) {
        this.texts = texts;
        this.names = names;
    }

    /** The table of a year. */
    public YearTable of(ShownYear year) {
        return new YearTable(
                COLUMNS.stream().map(column -> texts.text("table." + column)).toList(),
                year.drills().stream().map(this::row).toList());
    }

    private List<String> row(ShownDrill shown) {
        ScheduledDrill drill = shown.drill();
        ScheduledDrill.Practice practice = drill.practice();
        DrillPin pin = drill.pin();
        Window window = shown.window();
        boolean hidden = window != null;
        String day = window == null ? drill.date().toString() : window.from() + " – " + window.to();
        return List.of(
                day,
                hidden ? "" : drill.start().toString(),
                hidden ? "" : drill.start().plusMinutes(drill.minutes()).toString(),
                subject(drill),
                String.valueOf(drill.tier()),
                texts.types(drill.types()),
                texts.text("kind." + drill.scope().kind().word()),
                texts.text(shown.announced() ? "announced" : "unannounced"),
                practice == null ? "" : name(practice.scenario()),
                drill.teams().stream().map(this::name).collect(Collectors.joining(texts.text("list"))),
                number(drill.scope().peopleHours()),
                number(drill.scope().liveHours()),
                texts.text("stage." + stage(shown.state())),
                pin == null ? "" : (pin.by() + " " + pin.reason()).strip(),
                Stream.concat(drill.why().stream(), drill.flags().stream())
                        .map(reason -> texts.sentence(reason, (kind, value) -> name(value)))
                        .collect(Collectors.joining(" ")),
                drill.uid());
    }

    private String subject(ScheduledDrill drill) {
        return switch (drill.scope().kind()) {
            case REDUNDANT ->
                drill.scope().elements().stream().map(this::name).collect(Collectors.joining(texts.text("list")));
            case TIER, RECURRING, RETEST, EXTRA -> name(drill.service());
        };
    }

    private static String stage(@Nullable State state) {
        return state == null ? "proposed" : state.stage().name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private String name(String id) {
        return names.name(id, texts.language());
    }
}
