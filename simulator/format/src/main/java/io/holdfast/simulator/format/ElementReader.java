package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.CommonCause;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Failure;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.UncertainHours;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads assets, services and processes with their recovery methods. */
final class ElementReader {

    private final Names names;
    private final NeedReader needs;
    private final Map<Id, Integer> teamSizes;

    ElementReader(Names names, Map<Id, Integer> teamSizes) {
        this.names = names;
        this.teamSizes = teamSizes;
        needs = new NeedReader(names);
    }

    /** The word for elements of a type. */
    static String word(ElementType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** An element, or null where it is not right. */
    @Nullable
    Element read(Fields fields, ElementType type) {
        String word = word(type);
        Id id = ModelReader.defineId(fields, word, names);
        String kind = word;
        if (type == ElementType.ASSET) {
            fields.require("kind", "kind");
            String given = fields.text("kind");
            kind = given == null ? word : given;
        }
        if (id == null) {
            return null;
        }
        ElementBuilder builder = new ElementBuilder(id, type, kind);
        Located site = fields.get("site");
        Id siteId = fields.id("site");
        if (site != null && siteId != null) {
            names.use(siteId, "site", site, fields.path() + ".site");
        }
        builder.site(siteId);
        builder.zone(fields.text("zone"));
        builder.needs(needs.read(fields, "needs"));
        builder.methods(fields.list("recovery", (item, path) -> method(fields.at(item, path))));
        builder.restart(DurationReader.read(fields, "restart"));
        builder.capacity(amount(fields, "capacity"));
        builder.demand(demand(fields));
        builder.objectives(objectives(fields));
        builder.tier(fields.count("tier"));
        builder.impact(impact(fields));
        builder.serviceLevel(serviceLevel(fields));
        builder.failure(failure(fields));
        builder.commonCause(commonCause(fields));
        Label label = ModelReader.label(fields);
        builder.label(label);
        return fields.build(builder::build);
    }

    private @Nullable RecoveryMethod method(Fields fields) {
        Id id = fields.id("id");
        if (id != null) {
            names.define(id, "recovery method", fields.node(), fields.path() + ".id");
        }
        fields.require("method", "method");
        MethodKind kind = fields.word("method", MethodKind.class);
        fields.require("duration", "duration");
        UncertainHours duration = DurationReader.read(fields, "duration");
        boolean automatic = fields.flag("automatic", false);
        double success = fields.share("success", 1);
        Double successWeight = fields.number("successWeight");
        double capacity = fields.share("capacity", 1);
        UncertainHours lasts = DurationReader.read(fields, "lasts");
        List<Need> own = fields.has("needs") ? needs.read(fields, "needs") : null;
        List<Need> also = needs.read(fields, "alsoNeeds");
        MethodData data = data(fields);
        Map<Id, Integer> crew = crew(fields);
        Set<DownState> answers = answers(fields);
        Label label = ModelReader.label(fields);
        if (kind == null || duration == null) {
            return null;
        }
        return fields.build(() -> new RecoveryMethod(
                id,
                kind,
                label,
                automatic,
                success,
                duration,
                own,
                also,
                capacity,
                lasts,
                data,
                crew,
                answers,
                successWeight));
    }

    private static @Nullable Set<DownState> answers(Fields fields) {
        if (!fields.has("answers")) {
            return null;
        }
        Set<DownState> states = EnumSet.noneOf(DownState.class);
        states.addAll(fields.list("answers", (item, path) -> fields.word(item, path, DownState.class)));
        return states;
    }

    private Map<Id, Integer> crew(Fields fields) {
        Map<Id, Integer> crew = new LinkedHashMap<>();
        Fields inner = fields.object("crew");
        if (inner == null) {
            return crew;
        }
        if (inner.node() instanceof Located.Mapping mapping) {
            mapping.fields().forEach((team, value) -> {
                Id id = inner.id(new Located.Scalar(team, team, value.line(), value.column()), inner.path());
                Integer count = inner.count(team);
                if (id != null && count != null) {
                    names.use(id, "team", value, inner.path() + "." + team);
                    checkSize(inner, team, id, count);
                    crew.put(id, count);
                }
            });
        }
        return crew;
    }

    private void checkSize(Fields crew, String team, Id id, int count) {
        Integer size = teamSizes.get(id);
        if (size != null && count > size) {
            Message text = Message.of("out-of-range.crew", "count", count, "team", id, "size", size);
            crew.violation(Code.OUT_OF_RANGE, team, text);
        }
    }

    private static @Nullable MethodData data(Fields fields) {
        Fields inner = fields.object("data");
        if (inner == null) {
            return null;
        }
        UncertainHours lag = DurationReader.read(inner, "lag");
        boolean replica = inner.has("lag");
        boolean backup = inner.has("every");
        if (replica == backup) {
            inner.violation(Code.WRONG_KIND, inner.node(), inner.path(), Message.of("wrong-kind.data"));
            return null;
        }
        Double every = inner.number("every");
        Double takes = inner.notNegative("takes");
        double usable = inner.share("usable", 1);
        Double usableWeight = inner.number("usableWeight");
        fields.keep("data", inner);
        if (replica) {
            return lag == null ? null : new MethodData.Replica(lag);
        }
        return every == null
                ? null
                : inner.build(() -> new MethodData.Backup(every, takes == null ? 0 : takes, usable, usableWeight));
    }

    static @Nullable Amount amount(Fields fields, String key) {
        Fields inner = fields.object(key);
        if (inner == null) {
            return null;
        }
        Amount amount = amount(inner);
        fields.keep(key, inner);
        return amount;
    }

    private static @Nullable Amount amount(Fields inner) {
        String unit = inner.require("unit", "amount") == null ? null : inner.text("unit");
        Double number = inner.require("amount", "amount") == null ? null : inner.notNegative("amount");
        return unit == null || number == null ? null : new Amount(unit, number);
    }

    private static @Nullable Demand demand(Fields fields) {
        Fields inner = fields.object("demand");
        if (inner == null) {
            return null;
        }
        double growth = inner.number("growth", 0);
        Amount amount = amount(inner);
        fields.keep("demand", inner);
        return amount == null ? null : inner.build(() -> new Demand(amount.unit(), amount.amount(), growth));
    }

    private static Objectives objectives(Fields fields) {
        Fields inner = fields.object("objectives");
        if (inner == null) {
            return Objectives.NONE;
        }
        Double mtpd = inner.notNegative("mtpd");
        Double rto = inner.notNegative("rto");
        Double rpo = inner.notNegative("rpo");
        Double mbco = inner.share("mbco");
        Double wrt = inner.notNegative("wrt");
        Amount volume = amount(inner, "rpoVolume");
        fields.keep("objectives", inner);
        return new Objectives(mtpd, rto, rpo, mbco, wrt, volume);
    }

    private static @Nullable Impact impact(Fields fields) {
        Fields inner = fields.object("impact");
        if (inner == null) {
            return null;
        }
        List<Impact.Point> loss = points(inner, "loss");
        boolean proRata = inner.flag("proRata", false);
        Map<String, List<Impact.Point>> levels = new LinkedHashMap<>();
        Fields levelFields = inner.object("levels");
        if (levelFields != null && levelFields.node() instanceof Located.Mapping mapping) {
            mapping.fields().keySet().forEach(kind -> levels.put(kind, points(levelFields, kind)));
        }
        fields.keep("impact", inner);
        return inner.build(() -> new Impact(loss, proRata, levels));
    }

    private static List<Impact.Point> points(Fields fields, String key) {
        return fields.list(key, (item, path) -> DurationReader.pair(fields, item, path, Impact.Point::new));
    }

    private static @Nullable ServiceLevel serviceLevel(Fields fields) {
        Fields inner = fields.object("sla");
        if (inner == null) {
            return null;
        }
        Double availability = inner.share("availability");
        ServiceLevel.Period per = inner.word("per", ServiceLevel.Period.class);
        Double fee = inner.notNegative("fee");
        List<ServiceLevel.Credit> credits = credits(inner, "credits");
        List<ServiceLevel.Credit> byOutage = credits(inner, "creditsByOutage");
        fields.keep("sla", inner);
        return inner.build(() -> new ServiceLevel(
                availability, per == null ? ServiceLevel.Period.MONTH : per, fee == null ? 0 : fee, credits, byOutage));
    }

    private static List<ServiceLevel.Credit> credits(Fields fields, String key) {
        return fields.list(key, (item, path) -> DurationReader.pair(fields, item, path, ServiceLevel.Credit::new));
    }

    private static @Nullable Failure failure(Fields fields) {
        Fields inner = fields.object("failure");
        if (inner == null) {
            return null;
        }
        Double mtbf = inner.require("mtbf", "mtbf") == null ? null : inner.number("mtbf");
        double shape = inner.number("shape", 1);
        Double weight = inner.number("weight");
        fields.keep("failure", inner);
        return mtbf == null ? null : inner.build(() -> new Failure(mtbf, shape, weight));
    }

    private static @Nullable CommonCause commonCause(Fields fields) {
        Fields inner = fields.object("commonCause");
        if (inner == null) {
            return null;
        }
        String group = inner.require("group", "common-cause") == null ? null : inner.text("group");
        Double beta = inner.require("beta", "common-cause") == null ? null : inner.share("beta");
        fields.keep("commonCause", inner);
        return group == null || beta == null ? null : new CommonCause(group, beta);
    }
}
