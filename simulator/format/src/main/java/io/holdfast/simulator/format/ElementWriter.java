package io.holdfast.simulator.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.ServiceLevel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes elements as a tree. */
final class ElementWriter {

    private final Nodes nodes;

    ElementWriter(JsonNodeFactory factory) {
        nodes = new Nodes(factory);
    }

    ObjectNode write(Element element) {
        ObjectNode node = nodes.object();
        node.put("id", element.id().value());
        if (element.type() == ElementType.ASSET) {
            node.put("kind", element.kind());
        }
        nodes.put(node, "site", element.site());
        nodes.put(node, "zone", element.zone());
        if (element.tier() != null) {
            node.put("tier", element.tier());
        }
        nodes.put(node, "capacity", element.capacity());
        demand(node, element.demand());
        if (element.failure() != null) {
            ObjectNode failure = node.putObject("failure");
            failure.set("mtbf", nodes.number(element.failure().mtbfHours()));
            nodes.putUnless(failure, "shape", element.failure().shape(), 1);
            nodes.put(failure, "weight", element.failure().weight());
        }
        if (element.commonCause() != null) {
            ObjectNode cause = node.putObject("commonCause");
            cause.put("group", element.commonCause().group());
            cause.set("beta", nodes.number(element.commonCause().beta()));
        }
        nodes.put(node, "restart", element.restart());
        needs(node, "needs", element.needs(), false);
        if (!element.methods().isEmpty()) {
            ArrayNode methods = node.putArray("recovery");
            element.methods().forEach(method -> methods.add(method(method)));
        }
        serviceLevel(node, element.serviceLevel());
        objectives(node, element.objectives());
        impact(node, element.impact());
        nodes.label(node, element.label());
        return node;
    }

    private void demand(ObjectNode node, @Nullable Demand demand) {
        if (demand != null) {
            ObjectNode inner = node.putObject("demand");
            inner.put("unit", demand.unit());
            inner.set("amount", nodes.number(demand.amount()));
            nodes.putUnless(inner, "growth", demand.growth(), 0);
        }
    }

    private void needs(ObjectNode node, String key, @Nullable List<Need> needs, boolean evenIfEmpty) {
        if (needs != null && (evenIfEmpty || !needs.isEmpty())) {
            ArrayNode array = node.putArray(key);
            needs.forEach(need -> array.add(need(need)));
        }
    }

    private JsonNode need(Need need) {
        if (need instanceof Need.One one) {
            return nodes.plain(one.element().value());
        }
        ObjectNode node = nodes.object();
        switch (need) {
            case Need.One one -> node.put("id", one.element().value());
            case Need.AllOf all -> members(node, all.members());
            case Need.AtLeast some -> {
                node.put("atLeast", some.atLeast());
                members(node, some.members());
            }
            case Need.Pool pool -> {
                members(node, pool.members());
                node.set(
                        "shares",
                        nodes.numbers(pool.shares().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
                node.set("minimum", nodes.number(pool.minimum()));
            }
        }
        NeedTerms terms = need.terms();
        nodes.put(node, "id", terms.id());
        nodes.put(node, "holdsFor", terms.holdsFor());
        nodes.put(node, "soft", terms.soft());
        nodes.put(node, "source", terms.source());
        nodes.put(node, "verified", terms.verified());
        nodes.extras(node, terms.extras());
        return node;
    }

    private void members(ObjectNode node, List<Need> members) {
        ArrayNode array = node.putArray("of");
        members.forEach(member -> array.add(need(member)));
    }

    private ObjectNode method(RecoveryMethod method) {
        ObjectNode node = nodes.object();
        nodes.put(node, "id", method.id());
        node.put("method", Nodes.word(method.kind()));
        if (method.automatic()) {
            node.put("automatic", true);
        }
        nodes.putUnless(node, "success", method.success(), 1);
        nodes.put(node, "successWeight", method.successWeight());
        nodes.put(node, "duration", method.duration());
        needs(node, "needs", method.needs(), true);
        needs(node, "alsoNeeds", method.alsoNeeds(), false);
        nodes.putUnless(node, "capacity", method.capacity(), 1);
        nodes.put(node, "lasts", method.lasts());
        data(node, method.data());
        if (!method.crew().isEmpty()) {
            ObjectNode crew = node.putObject("crew");
            method.crew().forEach((team, count) -> crew.put(team.value(), count));
        }
        Set<DownState> answers = method.answers();
        if (answers != null) {
            ArrayNode array = node.putArray("answers");
            answers.forEach(state -> array.add(Nodes.word(state)));
        }
        nodes.label(node, method.label());
        return node;
    }

    private void data(ObjectNode node, @Nullable MethodData data) {
        switch (data) {
            case null -> {
                // nothing is said about data
            }
            case MethodData.Replica replica -> node.putObject("data").set("lag", nodes.duration(replica.lag()));
            case MethodData.Backup backup -> {
                ObjectNode inner = node.putObject("data");
                inner.set("every", nodes.number(backup.everyHours()));
                nodes.putUnless(inner, "takes", backup.takesHours(), 0);
                nodes.putUnless(inner, "usable", backup.usable(), 1);
                nodes.put(inner, "usableWeight", backup.usableWeight());
            }
        }
    }

    private void objectives(ObjectNode node, Objectives objectives) {
        if (objectives.equals(Objectives.NONE)) {
            return;
        }
        ObjectNode inner = node.putObject("objectives");
        nodes.put(inner, "mtpd", objectives.mtpdHours());
        nodes.put(inner, "rto", objectives.rtoHours());
        nodes.put(inner, "rpo", objectives.rpoHours());
        nodes.put(inner, "mbco", objectives.mbco());
        nodes.put(inner, "wrt", objectives.wrtHours());
        nodes.put(inner, "rpoVolume", objectives.rpoVolume());
    }

    private void impact(ObjectNode node, @Nullable Impact impact) {
        if (impact == null) {
            return;
        }
        ObjectNode inner = node.putObject("impact");
        if (!impact.loss().isEmpty()) {
            points(inner, "loss", impact.loss());
        }
        if (impact.proRata()) {
            inner.put("proRata", true);
        }
        if (!impact.levels().isEmpty()) {
            ObjectNode levels = inner.putObject("levels");
            impact.levels().forEach((kind, points) -> points(levels, kind, points));
        }
    }

    private void points(ObjectNode node, String key, List<Impact.Point> points) {
        ArrayNode array = node.putArray(key);
        points.forEach(point -> array.add(nodes.numbers(point.hours(), point.value())));
    }

    private void serviceLevel(ObjectNode node, @Nullable ServiceLevel level) {
        if (level == null) {
            return;
        }
        ObjectNode inner = node.putObject("sla");
        nodes.put(inner, "availability", level.availability());
        inner.put("per", Nodes.word(level.per()));
        nodes.putUnless(inner, "fee", level.fee(), 0);
        credits(inner, "credits", level.credits());
        credits(inner, "creditsByOutage", level.creditsByOutage());
    }

    private void credits(ObjectNode node, String key, List<ServiceLevel.Credit> credits) {
        if (!credits.isEmpty()) {
            ArrayNode array = node.putArray(key);
            credits.forEach(credit -> array.add(nodes.numbers(credit.limit(), credit.share())));
        }
    }
}
