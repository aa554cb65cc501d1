package io.holdfast.service.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.holdfast.simulator.model.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How closely a configuration item is controlled (row M3): the deeper, the more must be known of it. */
public enum ControlLevel {
    /** Owner and place are known. */
    @JsonProperty("basic")
    BASIC(24),
    /** Version and documents, too. */
    @JsonProperty("standard")
    STANDARD(12),
    /** Two kept configurations and evidence of every time, too. */
    @JsonProperty("strict")
    STRICT(6);

    private static final double YEAR = 8_760;

    private final int months;

    ControlLevel(int months) {
        this.months = months;
    }

    /** How many months a verification stays fresh. */
    int months() {
        return months;
    }

    private static ControlLevel at(int depth) {
        return switch (depth) {
            case 0 -> BASIC;
            case 1 -> STANDARD;
            default -> STRICT;
        };
    }

    /**
     * The level of an element and where it comes from.
     *
     * @param level what holds: what is stated, else what is proposed
     * @param stated what somebody has stated, or null
     * @param reason why they did, or null
     * @param proposed what follows from need, criticality and risk of failure
     * @param why what it follows from: {@code tier-1}, {@code needed}, {@code single-point}, {@code fails-yearly}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Chosen(
            ControlLevel level,
            @Nullable ControlLevel stated,
            @Nullable String reason,
            ControlLevel proposed,
            List<String> why) {}

    /**
     * The level of an element: strict where a process of tier 1 needs it, standard where any does, else basic; one deeper where it alone takes a
     * service or process down, or fails more than once a year.
     */
    public static Chosen of(Element element, Criticality.Reach reach, boolean single) {
        List<String> why = new ArrayList<>();
        Integer tier = reach.tier();
        int depth = 0;
        if (tier != null && tier == 1) {
            depth = 2;
            why.add("tier-1");
        } else if (reach.processes() > 0) {
            depth = 1;
            why.add("needed");
        }
        if (single) {
            depth++;
            why.add("single-point");
        } else if (element.failure() != null && element.failure().mtbfHours() < YEAR) {
            depth++;
            why.add("fails-yearly");
        }
        ControlLevel proposed = at(depth);
        Map<?, ?> said = ElementFacts.of(element).map("control");
        ControlLevel stated = find(said.get("level")).orElse(null);
        return new Chosen(
                stated == null ? proposed : stated,
                stated,
                said.get("reason") instanceof String reason ? reason : null,
                proposed,
                List.copyOf(why));
    }

    private static Optional<ControlLevel> find(@Nullable Object word) {
        return Stream.of(values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
