package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.ImportDefaults;
import io.holdfast.service.exchange.ImportOptions;
import io.holdfast.service.exchange.ImportReport.Counts;
import io.holdfast.service.exchange.ImportReport.Kept;
import io.holdfast.service.exchange.ImportReport.KindRow;
import io.holdfast.service.exchange.ImportReport.Sample;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model on which an import is being worked out, with a count of everything that it does. Nothing is stored. Not for use by
 * several threads.
 */
public final class Draft {

    private static final int MOST_SAMPLES = 20;
    private static final int MOST_MISSING = 100;

    private final ImportOptions options;
    private final Report report;
    private final Map<String, Counts> counts = new LinkedHashMap<>();
    private final Map<String, KindRow> kinds = new TreeMap<>();
    private final Map<String, Integer> roles = new TreeMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Sample> missing = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private ContinuityModel model;

    /** Begins with the current model. */
    public Draft(ContinuityModel current, ImportOptions options, Report report) {
        model = current;
        this.options = options;
        this.report = report;
    }

    /** Lays a register over the model. */
    public void add(ImportedRegister register, String source, String file) {
        roles.putAll(register.roles());
        List<String> keys = register.assets().stream().map(AssetRow::key).toList();
        IdBook ids = new IdBook(source, Section.ASSET, keys, model, report, file);
        RegisterCandidates made = new RegisterCandidates(register, ids, report, file);
        addPlaces(made.places());
        addElements(made.assets(), ElementType.ASSET, source, "assets");
    }

    /** Lays a call graph over the model. */
    public void add(ImportedCalls calls, String source) {
        IdBook ids = new IdBook(source, Section.SERVICE, calls.services(), model, report, "edges");
        String kind = options.placeOn();
        List<Id> places = kind == null ? List.of() : assetsOf(kind);
        addElements(new CallCandidates(calls, ids, places).services(), ElementType.SERVICE, source, "services");
    }

    private List<Id> assetsOf(String kind) {
        List<Id> assets = model.elements().stream()
                .filter(each -> each.type() == ElementType.ASSET && each.kind().equals(kind))
                .map(Element::id)
                .sorted(NaturalOrder.by(Id::value))
                .toList();
        if (assets.isEmpty()) {
            List<String> kinds = model.elements().stream()
                    .filter(each -> each.type() == ElementType.ASSET)
                    .map(Element::kind)
                    .distinct()
                    .sorted()
                    .toList();
            report.violation(
                    "nothing-to-run-on",
                    Place.whole("options"),
                    "placeOn",
                    kind,
                    "There is no asset of kind '" + kind + "' for the services to run on. "
                            + (kinds.isEmpty()
                                    ? "Import a register first, or choose nothing."
                                    : "There are " + String.join(", ", kinds) + "."),
                    kinds);
        }
        return assets;
    }

    private void addPlaces(List<Site> places) {
        Map<Id, Site> sites = new LinkedHashMap<>();
        model.sites().forEach(each -> sites.put(each.id(), each));
        for (Site theirs : places) {
            Site mine = sites.get(theirs.id());
            Site merged = mine == null ? said(theirs, theirs) : merge(mine, theirs);
            count("places", mine == null, merged.equals(mine));
            sites.put(theirs.id(), merged);
        }
        model = with(new ArrayList<>(sites.values()), model.elements());
    }

    private Site merge(Site mine, Site theirs) {
        Map<String, Object> base = ImportedFields.lastSaid(mine.label());
        boolean nameIsOurs = !Objects.equals(base.get("name"), mine.label().name());
        boolean placeIsOurs = !Objects.equals(base.get("at"), at(mine));
        Label label = mine.label();
        Label named = nameIsOurs
                ? label
                : new Label(
                        theirs.label().name(),
                        label.names(),
                        label.owner(),
                        label.note(),
                        label.tags(),
                        label.externalKey(),
                        label.extras());
        Site merged = new Site(
                mine.id(),
                named,
                placeIsOurs || theirs.lat() == null ? mine.lat() : theirs.lat(),
                placeIsOurs || theirs.lat() == null ? mine.lon() : theirs.lon());
        return said(merged, theirs);
    }

    private static @Nullable String at(Site site) {
        return site.lat() == null ? null : site.lat() + " " + site.lon();
    }

    private static Site said(Site site, Site theirs) {
        Map<String, Object> said = new LinkedHashMap<>();
        ImportedFields.put(said, "name", theirs.label().name());
        ImportedFields.put(said, "at", at(theirs));
        Map<String, Object> extras = new LinkedHashMap<>(site.label().extras());
        extras.put(ImportedFields.IMPORTED, said);
        Label label = site.label();
        return new Site(
                site.id(),
                new Label(
                        label.name(),
                        label.names(),
                        label.owner(),
                        label.note(),
                        label.tags(),
                        theirs.label().externalKey(),
                        extras),
                site.lat(),
                site.lon());
    }

    private void addElements(List<Candidate> candidates, ElementType type, String source, String counted) {
        Map<Id, Element> elements = new LinkedHashMap<>(model.elementsById());
        Set<Id> present = new HashSet<>();
        Merge merge = new Merge(options, kept);
        for (Candidate theirs : candidates) {
            present.add(theirs.id());
            Element mine = elements.get(theirs.id());
            Element merged = mine == null ? merge.create(theirs) : merge.update(mine, theirs);
            elements.put(theirs.id(), merged);
            note(theirs, mine, merged, counted);
        }
        List<Element> gone = elements.values().stream()
                .filter(each -> each.type() == type && !present.contains(each.id()) && isFrom(each, source))
                .toList();
        gone.forEach(each -> noteMissing(each, counted));
        RelationCount.count(model, candidates, gone)
                .forEach((what, number) -> counts.merge(what, number, Counts::plus));
        if (options.removesMissing()) {
            gone.forEach(each -> elements.remove(each.id()));
        }
        List<Site> sites = options.removesMissing() ? placesBut(gone) : model.sites();
        model = with(sites, elements.values());
    }

    private List<Site> placesBut(List<Element> gone) {
        Set<String> ids = new HashSet<>();
        gone.forEach(each -> ids.add(each.id().value() + IdBook.PLACE));
        return model.sites().stream()
                .filter(site -> !ids.contains(site.id().value()))
                .toList();
    }

    private static boolean isFrom(Element element, String source) {
        return element.id().value().startsWith(source + ".")
                && element.label().extras().containsKey(ImportedFields.IMPORTED);
    }

    private void note(Candidate theirs, @Nullable Element mine, Element merged, String counted) {
        boolean created = mine == null;
        count(counted, created, merged.equals(mine));
        KindRow before = kinds.get(theirs.kind());
        kinds.put(
                theirs.kind(),
                new KindRow(
                        theirs.kind(),
                        (before == null ? 0 : before.count()) + 1,
                        (before == null ? 0 : before.created()) + (created ? 1 : 0),
                        options.givesRecoveryTo(theirs.kind()),
                        ImportDefaults.waysOf(theirs.kind())));
        if (!merged.equals(mine) && samples.size() < MOST_SAMPLES) {
            samples.add(sample(
                    merged, created ? "created" : "changed", mine == null ? List.of() : differing(mine, merged)));
        }
    }

    private static List<String> differing(Element mine, Element merged) {
        Map<String, Object> before = ImportedFields.of(mine);
        Map<String, Object> after = ImportedFields.of(merged);
        Set<String> keys = new java.util.TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<String> fields = new ArrayList<>(keys.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .toList());
        if (!mine.needs().equals(merged.needs())) {
            fields.add("needs");
        }
        return fields;
    }

    private static Sample sample(Element element, String change, List<String> fields) {
        String key = element.label().externalKey();
        return new Sample(
                element.id().value(),
                key == null ? "" : key,
                element.kind(),
                element.label().name(),
                change,
                fields);
    }

    private void noteMissing(Element gone, String counted) {
        counts.merge(counted, new Counts(0, 0, 0, 1), Counts::plus);
        if (missing.size() < MOST_MISSING) {
            missing.add(sample(gone, "missing", List.of()));
        }
    }

    private void count(String what, boolean created, boolean same) {
        counts.merge(what, new Counts(created ? 1 : 0, !created && !same ? 1 : 0, same ? 1 : 0, 0), Counts::plus);
    }

    private ContinuityModel with(List<Site> sites, java.util.Collection<Element> elements) {
        List<Element> ordered = new ArrayList<>();
        for (ElementType type : ElementType.values()) {
            elements.stream().filter(each -> each.type() == type).forEach(ordered::add);
        }
        return new ContinuityModel(
                model.label(),
                model.currency(),
                model.timeZone(),
                sites,
                model.teams(),
                model.contacts(),
                ordered,
                model.plans(),
                model.scenarios(),
                model.drills());
    }

    /** The model as it would be. */
    public ContinuityModel model() {
        return model;
    }

    /** What is counted. */
    public Map<String, Counts> counts() {
        return new LinkedHashMap<>(counts);
    }

    /** The kinds among what is imported. */
    public List<KindRow> kinds() {
        return List.copyOf(kinds.values());
    }

    /** The roles among what is imported. */
    public Map<String, Integer> roles() {
        return new LinkedHashMap<>(roles);
    }

    /** The first that are new or changed. */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** What the source no longer has. */
    public List<Sample> missing() {
        return List.copyOf(missing);
    }

    /** Where people and the source changed the same field. */
    public List<Kept> kept() {
        return List.copyOf(kept);
    }
}
