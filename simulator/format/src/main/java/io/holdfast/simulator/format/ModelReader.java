package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Site;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model file, YAML or JSON in UTF-8, and says everything that is wrong with it at once. Source: the published model
 * format, version 1. One use an instance.
 */
public final class ModelReader {

    private final Reading reading;
    private final Names names;
    private final Map<Id, Integer> teamSizes = new HashMap<>();

    private ModelReader(Reading reading) {
        this.reading = reading;
        names = new Names(reading);
    }

    /** The model, or what is wrong with the file. Cost: linear in the file's length. */
    public static ReadOutcome read(byte[] file) {
        return read(file, (path, keys) -> {});
    }

    /** The same, telling of every mapping which keys the format knows there. */
    static ReadOutcome read(byte[] file, BiConsumer<String, Set<String>> knownKeys) {
        return new ModelReader(new Reading(knownKeys)).run(file);
    }

    private ReadOutcome run(byte[] file) {
        List<Violation> violations = reading.violations();
        Located root = new DocumentParser(reading).parse(file);
        if (!violations.isEmpty()) {
            return new ReadOutcome.Refused(violations);
        }
        Fields fields = new Fields(root, "$", reading);
        ContinuityModel model = root instanceof Located.Mapping ? model(fields) : null;
        names.check();
        if (!violations.isEmpty() || model == null) {
            violations.sort(Comparator.comparingInt(Violation::line).thenComparingInt(Violation::column));
            return new ReadOutcome.Refused(violations);
        }
        return new ReadOutcome.Read(model, reading.unknownKeys());
    }

    private @Nullable ContinuityModel model(Fields fields) {
        version(fields);
        String currency = fields.text("currency");
        String timeZone = timeZone(fields);
        List<Site> sites = section(fields, "sites", this::site);
        List<Team> teams = section(fields, "teams", this::team);
        List<Contact> contacts = section(fields, "contacts", this::contact);
        ElementReader reader = new ElementReader(names, teamSizes);
        List<Element> elements = new ArrayList<>();
        elements.addAll(section(fields, "assets", each -> reader.read(each, ElementType.ASSET)));
        elements.addAll(section(fields, "services", each -> reader.read(each, ElementType.SERVICE)));
        elements.addAll(section(fields, "processes", each -> reader.read(each, ElementType.PROCESS)));
        List<Plan> plans = section(fields, "plans", this::plan);
        List<Scenario> scenarios = section(fields, "scenarios", new ScenarioReader(names)::read);
        List<Drill> drills = section(fields, "drills", this::drill);
        Label label = label(fields);
        if (!reading.violations().isEmpty()) {
            return null;
        }
        return fields.build(() -> new ContinuityModel(
                label, currency, timeZone, sites, teams, contacts, elements, plans, scenarios, drills));
    }

    private interface ItemReader<T> {
        @Nullable
        T read(Fields fields);
    }

    private <T> List<T> section(Fields fields, String key, ItemReader<T> reader) {
        BiFunction<Located, String, @Nullable T> item = (located, path) -> reader.read(fields.at(located, path));
        return fields.list(key, item);
    }

    private void version(Fields fields) {
        if (fields.require("holdfast", "holdfast") != null) {
            Double version = fields.number("holdfast");
            if (version != null && version != 1) {
                fields.violation(
                        Code.UNKNOWN_VERSION, "holdfast", Message.of("unknown-version", "value", Fields.show(version)));
            }
        }
    }

    private static @Nullable String timeZone(Fields fields) {
        String zone = fields.text("timeZone");
        if (zone == null) {
            return null;
        }
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            Message meant = Suggestion.meant(zone, ZoneId.getAvailableZoneIds());
            fields.violation(
                    Code.UNKNOWN_WORD,
                    "timeZone",
                    Message.of("unknown-word.time-zone", "value", zone, "didYouMean", meant));
            return null;
        }
    }

    /** Reads the id of a thing that must have one, and notes that it is defined. */
    static @Nullable Id defineId(Fields fields, String kind, Names names) {
        Located at = fields.require("id", Message.of("way-out.id", "kind", Names.kind(kind)));
        Id id = at == null ? null : fields.id("id");
        if (at != null && id != null) {
            names.define(id, kind, at, fields.path() + ".id");
        }
        return id;
    }

    /** What people call the thing; takes every key that nobody else has asked for. */
    static Label label(Fields fields) {
        String name = fields.text("name");
        Map<String, String> translations = new LinkedHashMap<>();
        Fields inner = fields.object("names");
        if (inner != null && inner.node() instanceof Located.Mapping mapping) {
            mapping.fields().keySet().forEach(language -> {
                String text = inner.text(language);
                if (text != null) {
                    translations.put(language, text);
                }
            });
        }
        String owner = fields.text("owner");
        String note = fields.text("note");
        List<String> tags = fields.texts("tags");
        String externalKey = fields.text("externalKey");
        return new Label(name, translations, owner, note, tags, externalKey, fields.extras());
    }

    private @Nullable Site site(Fields fields) {
        Id id = defineId(fields, "site", names);
        Double lat = fields.number("lat");
        Double lon = fields.number("lon");
        Label label = label(fields);
        return id == null ? null : fields.build(() -> new Site(id, label, lat, lon));
    }

    private @Nullable Team team(Fields fields) {
        Id id = defineId(fields, "team", names);
        Integer size = fields.require("size", "size") == null ? null : fields.count("size");
        boolean people = fields.flag("people", true);
        UncertainHours mobilise = DurationReader.read(fields, "mobilise");
        UncertainHours offHours = DurationReader.read(fields, "mobiliseOffHours");
        Label label = label(fields);
        if (id == null || size == null) {
            return null;
        }
        teamSizes.put(id, size);
        return fields.build(() -> new Team(id, label, size, people, mobilise, offHours));
    }

    private @Nullable Id reference(Fields fields, String key, String kind) {
        Located at = fields.get(key);
        Id id = fields.id(key);
        if (at != null && id != null) {
            names.use(id, kind, at, fields.path() + "." + key);
        }
        return id;
    }

    private interface Use {
        void note(Id id, Located at, String path);
    }

    private static List<Id> ids(Fields fields, String key, Use use) {
        return fields.list(key, (item, path) -> {
            Id id = fields.id(item, path);
            if (id != null) {
                use.note(id, item, path);
            }
            return id;
        });
    }

    private @Nullable Contact contact(Fields fields) {
        Id id = defineId(fields, "contact", names);
        Id team = reference(fields, "team", "team");
        double reach = fields.share("reach", 1);
        Double reachWeight = fields.number("reachWeight");
        UncertainHours answers = DurationReader.read(fields, "answers");
        Id deputy = reference(fields, "deputy", "contact");
        Label label = label(fields);
        return id == null
                ? null
                : fields.build(() -> new Contact(id, label, team, reach, answers, deputy, reachWeight));
    }

    private @Nullable Plan plan(Fields fields) {
        Id id = defineId(fields, "plan", names);
        List<Id> covers = ids(fields, "covers", names::useAny);
        List<Id> sequence = ids(fields, "sequence", names::useElement);
        Label label = label(fields);
        return id == null ? null : new Plan(id, label, covers, sequence);
    }

    private @Nullable Drill drill(Fields fields) {
        Id id = defineId(fields, "drill", names);
        List<Drill.Type> types =
                fields.list("types", (item, path) -> fields.word(item, path, Drill.Type.class, ModelReader::drillWord));
        List<Id> scope = ids(fields, "scope", names::useAny);
        Id scenario = reference(fields, "scenario", "scenario");
        boolean announced = fields.flag("announced", true);
        List<Map<String, Object>> steps = fields.list("steps", (item, path) -> step(fields, item, path));
        Label label = label(fields);
        return id == null ? null : new Drill(id, label, types, scope, scenario, announced, steps);
    }

    private static @Nullable Map<String, Object> step(Fields fields, Located item, String path) {
        if (item instanceof Located.Scalar scalar && scalar.value() != null) {
            return Map.of("name", scalar.text());
        }
        if (item instanceof Located.Mapping mapping) {
            Map<String, Object> written = new LinkedHashMap<>();
            mapping.fields().forEach((key, value) -> {
                Object plain = value.plain();
                if (plain != null) {
                    written.put(key, plain);
                }
            });
            return written;
        }
        fields.violation(Code.WRONG_KIND, item, path, Message.of("wrong-kind.step", "value", item.shown()));
        return null;
    }

    private static final Map<String, String> DRILL_WORDS = Map.of("scenario-simulation", "scenario");

    /** The types of drills, written with hyphens, underscores or spaces, as people know them. */
    static String drillWord(String text) {
        String hyphens = text.replace('_', '-').replace(' ', '-');
        return DRILL_WORDS.getOrDefault(hyphens, hyphens);
    }
}
