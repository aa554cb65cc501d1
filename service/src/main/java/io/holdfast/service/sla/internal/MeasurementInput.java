package io.holdfast.service.sla.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.Measurement;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what somebody has measured of an element. */
public final class MeasurementInput {

    /** The keys of a measurement that is sent. */
    static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "period",
            "agreement",
            "availability",
            "downMinutes",
            "outageMinutes",
            "source",
            "reviewedBy",
            "reviewedOn",
            "note"));

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final int NAME = 200;
    private static final int WORDS = 2000;
    private static final int MANY = 1000;

    private final Element element;
    private final List<Agreement> agreements;
    private final ZoneId zone;
    private final LocalDate today;

    /** For an element with what is agreed about it, in a zone and as of a day. */
    public MeasurementInput(Element element, List<Agreement> agreements, ZoneId zone, LocalDate today) {
        this.element = element;
        this.agreements = List.copyOf(agreements);
        this.zone = zone;
        this.today = today;
    }

    /** Rules that it breaks; empty where none, and then it can be read. */
    public List<Violation> check(JsonNode said) {
        Checker checker = new Checker();
        if (!checker.object(said, "$", KEYS)) {
            return checker.found();
        }
        period(checker, said);
        boolean share = said.has("availability");
        if (share == said.has("downMinutes")) {
            checker.add(
                    "$.downMinutes",
                    "one-of-two",
                    "Say either downMinutes or availability, from which the minutes follow.",
                    said.path("downMinutes"));
        }
        checker.numberIfGiven(said.path("availability"), "$.availability", 0, 1);
        checker.numberIfGiven(said.path("downMinutes"), "$.downMinutes", 0, most(said));
        if (said.has("outageMinutes")) {
            checker.list(
                    said.path("outageMinutes"),
                    "$.outageMinutes",
                    MANY,
                    (each, where) -> checker.number(each, where, 0, Checker.LONGEST));
        }
        checker.text(said.path("source"), "$.source", NAME);
        checker.textIfGiven(said.path("reviewedBy"), "$.reviewedBy", NAME);
        checker.textIfGiven(said.path("note"), "$.note", WORDS);
        reviewed(checker, said);
        return checker.found();
    }

    private void reviewed(Checker checker, JsonNode said) {
        if (said.has("reviewedOn")) {
            checker.day(said.path("reviewedOn"), "$.reviewedOn");
        }
        if (said.has("reviewedOn") != said.has("reviewedBy")) {
            checker.add(
                    "$.reviewedBy",
                    "both-or-none",
                    "Say who has looked at it and when, or neither.",
                    said.path("reviewedBy"));
        }
    }

    private double most(JsonNode said) {
        return MeasuredPeriod.find(said.path("period").asText())
                .map(period -> hours(period).multiply(MINUTES).doubleValue())
                .orElse(Checker.LONGEST);
    }

    private BigDecimal hours(MeasuredPeriod period) {
        return period.hours(zone);
    }

    private void period(Checker checker, JsonNode said) {
        Optional<MeasuredPeriod> period =
                MeasuredPeriod.find(said.path("period").asText());
        Optional<Period> per =
                findPer(element, agreements, said.path("agreement").asText(""));
        if (per.isEmpty()) {
            checker.add(
                    "$.agreement",
                    "unknown-agreement",
                    "'" + element.id().value() + "' has no OLA or contract of that id. It has: "
                            + String.join(", ", ids()) + ". Leave agreement out for the SLA.",
                    said.path("agreement"));
        } else if (period.isEmpty() || period.get().kind() != per.get()) {
            String word = per.get().name().toLowerCase(Locale.ROOT);
            checker.add(
                    "$.period",
                    "wrong-period",
                    "The promise is over a " + word + ", so period must be one, written as " + example(per.get()) + ".",
                    said.path("period"));
        } else if (period.get().start().isAfter(today)) {
            checker.add("$.period", "not-begun", "That period has not begun yet.", said.path("period"));
        }
    }

    private static String example(Period per) {
        return switch (per) {
            case MONTH -> "2026-09";
            case QUARTER -> "2026-Q3";
            case YEAR -> "2026";
        };
    }

    private List<String> ids() {
        return agreements.stream()
                .filter(each -> each.kind() != Agreement.Kind.SLA)
                .map(Agreement::id)
                .toList();
    }

    /** The period that an agreement is measured over; empty where there is no such agreement. */
    private static Optional<Period> findPer(Element element, List<Agreement> agreements, String agreement) {
        if (agreement.isEmpty()) {
            ServiceLevel level = element.serviceLevel();
            return Optional.of(level == null ? Period.MONTH : level.per());
        }
        return agreements.stream()
                .filter(each -> each.kind() != Agreement.Kind.SLA && each.id().equals(agreement))
                .map(Agreement::per)
                .findFirst();
    }

    /** What somebody says that breaks no rule of {@link #check}. */
    public Measurement read(JsonNode said, long id, Instant now, String who) {
        MeasuredPeriod period =
                MeasuredPeriod.find(said.path("period").asText()).orElseThrow();
        List<BigDecimal> outages = new ArrayList<>();
        said.path("outageMinutes").forEach(each -> outages.add(new BigDecimal(each.asText())));
        BigDecimal down = said.has("downMinutes")
                ? new BigDecimal(said.path("downMinutes").asText())
                : BigDecimal.ONE
                        .subtract(new BigDecimal(said.path("availability").asText()))
                        .multiply(hours(period))
                        .multiply(MINUTES);
        return new Measurement(
                id,
                1,
                element.id().value(),
                said.path("agreement").asText(""),
                period.word(),
                down,
                outages,
                said.path("source").asText(),
                text(said, "reviewedBy"),
                said.has("reviewedOn") ? LocalDate.parse(said.path("reviewedOn").asText()) : null,
                text(said, "note"),
                now,
                who);
    }

    /** The same with another number. */
    public static Measurement numbered(Measurement said, long id) {
        return new Measurement(
                id,
                said.version(),
                said.element(),
                said.agreement(),
                said.period(),
                said.downMinutes(),
                said.outageMinutes(),
                said.source(),
                said.reviewedBy(),
                said.reviewedOn(),
                said.note(),
                said.changedAt(),
                said.changedBy());
    }

    private static @Nullable String text(JsonNode said, String key) {
        return said.path(key).isTextual() ? said.path(key).asText() : null;
    }
}
