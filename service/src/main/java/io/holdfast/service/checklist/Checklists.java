package io.holdfast.service.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.checklist.internal.AnswerShape;
import io.holdfast.service.checklist.internal.AnswerTrees;
import io.holdfast.service.checklist.internal.Scoring;
import io.holdfast.service.checklist.store.AnswerStore;
import io.holdfast.service.evidence.Evidence;
import io.holdfast.service.evidence.EvidenceItem;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The door of the room: checklists about things of the register, and what was answered to them. For any number of threads. */
@Singleton
public class Checklists {

    private final TemplateBook templates;
    private final Things things;
    private final AnswerStore store;
    private final Evidence evidence;
    private final Audit audit;
    private final Clock clock;

    Checklists(TemplateBook templates, Things things, AnswerStore store, Evidence evidence, Audit audit, Clock clock) {
        this.templates = templates;
        this.things = things;
        this.store = store;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every checklist that was begun, and every one that is expected: what needs somebody first. Cost: every answer is read. */
    @ReadOnly
    public List<ChecklistRow> list() {
        Things.Known known = things.read();
        return rows(known, store.listAll(), known::listOf);
    }

    /** Those about one element or site, in the same order; none where there is no such thing. Cost: its answers are read. */
    @ReadOnly
    public List<ChecklistRow> listOf(String subject) {
        Things.Known known = things.read();
        Optional<CheckedThing> thing = known.find(subject);
        return rows(
                known,
                store.listOf(subject),
                wanted -> thing.filter(wanted::takes).stream().toList());
    }

    private List<ChecklistRow> rows(
            Things.Known known,
            Map<Place, Map<String, Answer>> answered,
            Function<Template.AppliesTo, List<CheckedThing>> expected) {
        LocalDate today = known.today(clock);
        Map<Long, LocalDate> taken = taken(answered.values(), known);
        List<ChecklistRow> rows = new ArrayList<>();
        for (KeptTemplate kept : templates.listTemplates()) {
            Template template = kept.template();
            Set<String> begun = new HashSet<>();
            answered.forEach((place, answers) -> {
                if (place.template().equals(template.id())) {
                    begun.add(place.subject());
                    known.find(place.subject())
                            .ifPresent(thing -> rows.add(row(template, place.variant(), thing, answers, taken, today)));
                }
            });
            if (template.appliesTo().expected()) {
                expected.apply(template.appliesTo()).stream()
                        .filter(thing -> !begun.contains(thing.id()))
                        .forEach(thing -> rows.add(
                                new ChecklistRow(template.id(), template.names(), null, thing, null, null, null)));
            }
        }
        rows.sort(Comparator.comparingDouble(ChecklistRow::urgency)
                .thenComparing(row -> row.thing().id()));
        return rows;
    }

    private static ChecklistRow row(
            Template template,
            String variant,
            CheckedThing thing,
            Map<String, Answer> answers,
            Map<Long, LocalDate> taken,
            LocalDate today) {
        List<Template.Item> asked = template.itemsOf(variant);
        List<Answer> counted = asked.stream()
                .flatMap(item -> Stream.ofNullable(answers.get(item.number())))
                .toList();
        return new ChecklistRow(
                template.id(),
                template.names(),
                variant.isEmpty() ? null : variant,
                thing,
                Scoring.of(asked, answers, taken, today),
                counted.stream()
                        .map(Answer::checkedOn)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                counted.stream()
                        .flatMap(answer -> Stream.ofNullable(answer.nextCheck()))
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** A checklist, whether anything was answered yet or not. Problems {@code unknown-checklist} and {@code unknown-element}. */
    @ReadOnly
    public ChecklistView get(Place place) {
        KeptTemplate kept = requireTemplate(place);
        Things.Known known = things.read();
        CheckedThing thing = known.find(place.subject()).orElseThrow(() -> Refusals.unknownThing(place.subject()));
        LocalDate today = known.today(clock);
        Map<String, Answer> answers = store.list(place);
        Map<Long, LocalDate> taken = taken(List.of(answers), known);
        List<Template.Item> asked = kept.template().itemsOf(place.variant());
        List<ChecklistView.Line> lines = asked.stream()
                .map(item -> line(item, answers.get(item.number()), taken, today))
                .toList();
        return new ChecklistView(kept, thing, place.variant(), lines, Scoring.of(asked, answers, taken, today));
    }

    private static ChecklistView.Line line(
            Template.Item item, @Nullable Answer answer, Map<Long, LocalDate> taken, LocalDate today) {
        return new ChecklistView.Line(
                item,
                answer,
                answer != null && Scoring.isOverdue(answer, today),
                answer != null && Scoring.isStale(item, answer, taken, today));
    }

    private KeptTemplate requireTemplate(Place place) {
        KeptTemplate kept = templates.getTemplate(place.template());
        if (!kept.template().hasVariant(place.variant())) {
            throw Refusals.unknownVariant(kept.template(), place.variant());
        }
        return kept;
    }

    private Map<Long, LocalDate> taken(Iterable<Map<String, Answer>> answers, Things.Known known) {
        List<Long> numbers = new ArrayList<>();
        answers.forEach(each -> each.values().forEach(answer -> numbers.addAll(answer.evidence())));
        Map<Long, LocalDate> days = new HashMap<>();
        evidence.listCollected(numbers)
                .forEach(
                        (number, at) -> days.put(number, at.atZone(known.zone()).toLocalDate()));
        return days;
    }

    /**
     * Stores what was found of one item. Refused with {@code invalid}, {@code changed-meanwhile} and {@code not-in-your-unit}.
     *
     * @param said {@code state}, {@code reason}, {@code evidence}, {@code checkedOn} (today where it is left out) and {@code nextCheck} (after the
     *     item's interval where it is left out)
     * @param seen the version that was seen, 0 while the item is open; null to change whatever is stored
     */
    @Transactional
    public Answer answer(Place place, String number, JsonNode said, @Nullable Integer seen) {
        KeptTemplate kept = requireTemplate(place);
        Things.Known known = things.read();
        Template.Item item = requireItem(kept.template(), place, number, known);
        LocalDate today = known.today(clock);
        List<Violation> violations = AnswerShape.check(said, shown(place, known), today);
        if (!violations.isEmpty()) {
            throw Refusals.invalid(violations);
        }
        Optional<AnswerStore.Stored> stored = store.find(place, number);
        Answer before = stored.map(AnswerStore.Stored::answer).orElse(null);
        int version = stored.map(AnswerStore.Stored::version).orElse(0) + 1;
        Answer after = answer(AnswerShape.read(said), item, version, kept.version(), today);
        requireSeen(before, after, seen);
        if (before != null && AnswerTrees.saySame(before, after)) {
            return before;
        }
        if (!store.save(place, number, after, now())) {
            throw Refusals.changed("this answer", null, after.version());
        }
        audit.record(
                "checklist.answer",
                "checklist",
                place.word() + "#" + number,
                before == null ? null : AnswerTrees.write(before),
                AnswerTrees.write(after));
        return after;
    }

    private static Answer answer(
            AnswerShape.Said said, Template.Item item, int version, int templateVersion, LocalDate today) {
        LocalDate checkedOn = said.checkedOn() == null ? today : said.checkedOn();
        return new Answer(
                version,
                said.state(),
                said.reason(),
                said.evidence(),
                checkedOn,
                Acting.current().name(),
                said.nextCheck() == null ? checkedOn.plusMonths(item.everyMonths()) : said.nextCheck(),
                templateVersion);
    }

    /** Takes an answer back, so that its item is open again. Nothing happens where it is. */
    @Transactional
    public void clear(Place place, String number, @Nullable Integer seen) {
        KeptTemplate kept = requireTemplate(place);
        requireItem(kept.template(), place, number, things.read());
        Optional<Answer> before = store.find(place, number).map(AnswerStore.Stored::answer);
        requireSeen(before.orElse(null), null, seen);
        if (before.isEmpty()) {
            return;
        }
        if (!store.takeBack(place, number, before.get().version(), now())) {
            throw Refusals.changed("this answer", null, before.get().version() + 1);
        }
        audit.record(
                "checklist.clear", "checklist", place.word() + "#" + number, AnswerTrees.write(before.get()), null);
    }

    private static void requireSeen(@Nullable Answer before, @Nullable Answer after, @Nullable Integer seen) {
        int stored = before == null ? 0 : before.version();
        if (seen != null && seen != stored) {
            throw Refusals.changed(
                    "this answer", before == null || after == null ? null : AnswerTrees.changes(before, after), stored);
        }
    }

    private static Template.Item requireItem(Template template, Place place, String number, Things.Known known) {
        CheckedThing thing = known.find(place.subject()).orElseThrow(() -> Refusals.unknownThing(place.subject()));
        Acting.require(Permission.KEEP_EVIDENCE, thing.unit());
        return template.findItem(number)
                .filter(item -> item.isAskedOf(place.variant()))
                .orElseThrow(() -> Refusals.unknownItem(place, number));
    }

    private Set<Long> shown(Place place, Things.Known known) {
        String type = known.find(place.subject()).map(CheckedThing::subjectType).orElseThrow();
        return evidence.listItems(type, place.subject()).stream()
                .map(EvidenceItem::id)
                .collect(Collectors.toSet());
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
