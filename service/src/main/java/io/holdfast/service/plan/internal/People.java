package io.holdfast.service.plan.internal;

import io.holdfast.service.plan.Chance;
import io.holdfast.service.plan.ContinuityPlan.Call;
import io.holdfast.service.plan.ContinuityPlan.ContactLine;
import io.holdfast.service.plan.Crew;
import io.holdfast.service.plan.Named;
import io.holdfast.service.plan.Step;
import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Whom a plan calls, and in which order. */
final class People {

    private final ContinuityModel model;
    private final Words words;

    People(ContinuityModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    /** The teams with people that the steps take or that own them, in the model's order. */
    List<Call> calls(Collection<Step> steps, RunReading run) {
        Set<String> wanted = new LinkedHashSet<>();
        steps.forEach(step -> {
            step.crew().stream()
                    .filter(Crew::people)
                    .forEach(crew -> wanted.add(crew.team().id()));
            Named owner = step.owner();
            if (owner != null) {
                wanted.add(owner.id());
            }
        });
        return StreamSupport.stream(run.root().path("response").path("teams").spliterator(), false)
                .filter(team -> wanted.contains(team.path("id").asText()))
                .map(team -> new Call(
                        words.named(team.path("id").asText()),
                        Optional.ofNullable(RunReading.findChance(team.path("called")))
                                .orElse(new Chance(0, 0, 1)),
                        RunReading.findBand(team.path("ready")),
                        callOrder(team.path("id").asText())))
                .toList();
    }

    /** The contacts of a team: each lead, then the deputies in their chain. */
    private List<Named> callOrder(String team) {
        Set<Id> order = new LinkedHashSet<>();
        List<Contact> own = contactsOf(team);
        Set<Id> deputies = new LinkedHashSet<>();
        own.forEach(contact -> addIfGiven(deputies, contact.deputy()));
        own.stream().filter(contact -> !deputies.contains(contact.id())).forEach(contact -> follow(contact, order));
        own.forEach(contact -> follow(contact, order));
        return order.stream().map(words::named).toList();
    }

    private void follow(Contact contact, Set<Id> order) {
        Contact next = contact;
        while (next != null && order.add(next.id())) {
            Id deputy = next.deputy();
            next = deputy == null ? null : findContact(deputy).orElse(null);
        }
    }

    /** Contacts of the teams named, and of those that own the plan or its element; a team's in the order of the file. */
    List<ContactLine> contacts(Collection<String> teams) {
        Set<Id> wanted = new LinkedHashSet<>();
        for (String team : teams) {
            contactsOf(team).forEach(contact -> wanted.add(contact.id()));
            findContact(team).ifPresent(contact -> wanted.add(contact.id()));
        }
        List<Id> deputies = new ArrayList<>(wanted);
        deputies.forEach(id -> findContact(id).ifPresent(contact -> addIfGiven(wanted, contact.deputy())));
        return wanted.stream()
                .flatMap(id -> findContact(id).stream())
                .map(this::line)
                .toList();
    }

    private ContactLine line(Contact contact) {
        Id team = contact.team();
        Id deputy = contact.deputy();
        return new ContactLine(
                words.named(contact.id()),
                team == null ? null : words.named(team),
                contact.reach(),
                deputy == null ? null : words.named(deputy));
    }

    private static void addIfGiven(Set<Id> ids, @Nullable Id id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private List<Contact> contactsOf(String team) {
        return model.contacts().stream()
                .filter(contact ->
                        contact.team() != null && contact.team().value().equals(team))
                .toList();
    }

    private Optional<Contact> findContact(Id id) {
        return findContact(id.value());
    }

    private Optional<Contact> findContact(String id) {
        return model.contacts().stream()
                .filter(contact -> contact.id().value().equals(id))
                .findFirst();
    }
}
