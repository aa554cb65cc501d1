package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.ScheduledStates.Held;
import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** By when services must be drilled again, by the policy that holds (row D2). Cost: only of services that were drilled. */
public final class ServiceDuties {

    private final ContinuityModel model;
    private final DrillPolicy policy;
    private final List<Held> held;

    /** Duties of a model's services by a policy, with what was drilled. */
    public ServiceDuties(ContinuityModel model, DrillPolicy policy, List<Held> held) {
        this.model = model;
        this.policy = policy;
        this.held = List.copyOf(held);
    }

    /**
     * The first day by which a drill that the service's tier asks for must be held again: as many years after the last one with all of
     * its types as the policy lets pass. Empty where none of them was held, so that no day follows from one.
     */
    public Optional<LocalDate> findDue(Element service) {
        List<Held> own = held.stream()
                .filter(each -> each.element().equals(service.id().value()))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        int tier = DrillSubject.tierOf(service, model, policy.lowestTier());
        return policy.stepOf(tier).drills().stream()
                .flatMap(asked -> own.stream()
                        .filter(each -> each.types().containsAll(DrillWords.words(asked.types())))
                        .map(Held::on)
                        .max(LocalDate::compareTo)
                        .map(last -> last.plusYears(asked.everyYears()))
                        .stream())
                .min(LocalDate::compareTo);
    }
}
