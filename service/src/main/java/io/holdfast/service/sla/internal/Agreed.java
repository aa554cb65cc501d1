package io.holdfast.service.sla.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.Standing;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.sla.AgreedThing;
import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.AgreementRow;
import io.holdfast.service.sla.AgreementView;
import io.holdfast.service.sla.PromiseCheck;
import io.holdfast.service.sla.SupplierGap;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is agreed in one register, as of one day. The catalogue is worked out once. For any number of threads. */
public final class Agreed {

    private final RegisterState state;
    private final LocalDate day;
    private final Map<Id, Element> elements;
    private final Map<Id, List<Agreement>> agreements = new LinkedHashMap<>();
    private final Chains chains;
    private final SupplierGaps gaps;
    private @Nullable List<AgreementRow> rows;

    /** Reads what the entries of a register say. */
    public Agreed(RegisterState state, LocalDate day) {
        this.state = state;
        this.day = day;
        elements = state.model().elementsById();
        for (Element element : elements.values()) {
            if (element.label().extras().containsKey(Agreement.KEY)) {
                agreements.put(element.id(), AgreementShape.read(ModelWriter.toTree(element)));
            }
        }
        chains = new Chains(elements, agreements, day);
        gaps = new SupplierGaps(elements, state.graph(), day);
    }

    /** The zone in which days and periods are counted: that of the register, else Asia/Taipei as in the other rooms. */
    public static ZoneId zone(ContinuityModel model) {
        return OrganisationZone.of(model);
    }

    /** The register. */
    public RegisterState state() {
        return state;
    }

    /** The day on which days are judged. */
    public LocalDate day() {
        return day;
    }

    /** What is agreed about an element. */
    public List<Agreement> of(Id id) {
        return agreements.getOrDefault(id, List.of());
    }

    /** The services, and whatever else something is agreed about, in the order of the register. */
    private List<Element> catalogue() {
        return elements.values().stream()
                .filter(each -> each.type() == ElementType.SERVICE
                        || each.serviceLevel() != null
                        || agreements.containsKey(each.id()))
                .toList();
    }

    /**
     * The catalogue in rows, without where approvals stand. Worked out once, by the first who asks; others wait for it. Cost: seconds
     * for thousands of agreements in a register of 50,000 elements; hold no connection of the database meanwhile.
     */
    public synchronized List<AgreementRow> rows() {
        if (rows == null) {
            rows = catalogue().stream().map(this::row).toList();
        }
        return rows;
    }

    private AgreementRow row(Element element) {
        ServiceLevel level = element.serviceLevel();
        PromiseCheck check = chains.availability(element);
        List<Agreement> about = of(element.id());
        return new AgreementRow(
                AgreedThing.of(element),
                element.label().owner(),
                about.stream().map(this::brief).toList(),
                level == null ? null : level.availability(),
                level == null ? null : word(level.per()),
                check.composite(),
                check.verdict(),
                check.missingTotal(),
                gaps.of(element, about).stream()
                        .map(SupplierGap::gaps)
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                Complete.missing(level, about).size(),
                Reminders.of(AgreedThing.of(element), about, day),
                Standing.NONE);
    }

    private AgreementRow.Brief brief(Agreement each) {
        return new AgreementRow.Brief(
                each.id(),
                each.kind().name().toLowerCase(Locale.ROOT),
                each.name(),
                each.counterparty(),
                each.availability(),
                word(each.per()),
                each.isInForce(day),
                each.end(),
                each.nextReview());
    }

    private static String word(Period period) {
        return period.name().toLowerCase(Locale.ROOT);
    }

    /** An element with all that follows. */
    public AgreementView view(Element element, JsonNode entry, JsonNode record, Standing standing) {
        List<Agreement> about = of(element.id());
        return new AgreementView(
                AgreedThing.of(element),
                element.label().owner(),
                state.model().currency(),
                day,
                record,
                AgreementShape.check(entry),
                Complete.missing(element.serviceLevel(), about),
                chains.of(element),
                gaps.of(element, about),
                Subcontracts.of(element.id(), elements, agreements),
                Reminders.of(AgreedThing.of(element), about, day),
                standing);
    }
}
