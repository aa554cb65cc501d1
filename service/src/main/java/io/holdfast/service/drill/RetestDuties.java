package io.holdfast.service.drill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.change.Baseline;
import io.holdfast.service.change.Baselines;
import io.holdfast.service.change.Changes;
import io.holdfast.service.drill.internal.Retests;
import io.holdfast.service.drill.store.RulesStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The door to what must be tested again: after a major change (row B18), or as the report of a drill says. For any number of threads. */
@Singleton
public class RetestDuties {

    private final Register register;
    private final Changes changes;
    private final Baselines baselines;
    private final RulesStore rules;
    private final BeanProvider<ScheduledStates> states;
    private final BeanProvider<RetestWishes> wishes;
    private final Audit audit;
    private final Clock clock;

    RetestDuties(
            Register register,
            Changes changes,
            Baselines baselines,
            RulesStore rules,
            BeanProvider<ScheduledStates> states,
            BeanProvider<RetestWishes> wishes,
            Audit audit,
            Clock clock) {
        this.register = register;
        this.changes = changes;
        this.baselines = baselines;
        this.rules = rules;
        this.states = states;
        this.wishes = wishes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What must be tested again, the most urgent first; what was drilled since, or set aside, is none. A problem {@code no-model}
     * without a model. Cost: the difference from the newest baseline, a second for 50,000 elements, kept for the next time; the caller
     * holds no connection of the database meanwhile.
     */
    public List<Retest> listOpen() {
        Facts facts = facts();
        Retests retests = new Retests(
                facts.state().model(),
                facts.rules(),
                facts.held(),
                OrganisationZone.of(facts.state().model().timeZone()));
        List<Retest> open = new ArrayList<>(retests.ofWishes(facts.wishes()));
        if (facts.rules().retestDays() > 0) {
            open.addAll(retests.ofChanges(facts.changes()));
            facts.baseline()
                    .ifPresent(baseline ->
                            open.addAll(retests.ofDifference(baseline, baselines.listDifferenceToNow(baseline))));
        }
        open.removeIf(retest -> facts.aside().contains(retest.id()));
        open.sort(Comparator.comparing(Retest::by).thenComparing(Retest::id));
        return open;
    }

    /** What retests follow from. */
    record Facts(
            RegisterState state,
            DrillRules rules,
            List<ScheduledStates.Held> held,
            List<RetestWishes.Wish> wishes,
            List<Changes.Standing> changes,
            Optional<Baseline> baseline,
            Set<String> aside) {}

    /** Reads them; the baseline is the newest that somebody took, not one that belongs to a change. */
    @ReadOnly
    Facts facts() {
        return new Facts(
                register.requireState(),
                rules.load().rules(),
                states.isPresent() ? states.get().listHeld() : List.of(),
                wishes.isPresent() ? wishes.get().listWishes() : List.of(),
                changes.listChanges(),
                baselines.listBaselines().stream()
                        .filter(baseline -> baseline.change() == null)
                        .findFirst(),
                rules.listDismissals().stream()
                        .map(each -> each.cause() + "/" + each.service())
                        .collect(Collectors.toSet()));
    }

    /** What people have set aside, the newest first. */
    @ReadOnly
    public List<RetestDismissal> listDismissals() {
        return rules.listDismissals();
    }

    /** Sets one aside with a reason. A problem {@code unknown-retest} where there is no such one, {@code reason-missing} without a reason. */
    public void dismiss(String cause, String service, String reason) {
        if (listOpen().stream()
                .noneMatch(retest ->
                        retest.cause().equals(cause) && retest.service().equals(service))) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "unknown-retest",
                    "'" + service + "' need not be tested again because of '" + cause
                            + "'. GET /api/drills/retests lists what must be.");
        }
        String said = reason.strip();
        if (said.isEmpty() || said.length() > 500) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "reason-missing",
                    "Say in 1 to 500 characters why it need not be tested again.");
        }
        keep(new RetestDismissal(
                cause, service, said, Acting.current().name(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** Keeps that one was set aside. */
    @Transactional
    void keep(RetestDismissal dismissal) {
        rules.dismiss(dismissal);
        audit.record(
                "retest.dismiss",
                "retest",
                dismissal.cause() + "/" + dismissal.service(),
                null,
                JsonNodeFactory.instance.objectNode().put("reason", dismissal.reason()));
    }
}
