package io.holdfast.service.register;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Valid model documents that use every key of the format, unknown keys at every depth included. */
public final class RandomDocuments {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> METHODS =
            List.of("failover", "restore", "repair", "rebuild", "replace", "workaround");
    private static final List<String> STATES = List.of("damaged", "destroyed", "corrupted", "outage");

    private final Random random;
    private final ObjectNode root = JSON.createObjectNode();
    private final List<String> elements = new ArrayList<>();
    private final List<String> sites = new ArrayList<>();
    private final List<String> teams = new ArrayList<>();
    private int serial;

    private RandomDocuments(long seed) {
        random = new Random(seed);
    }

    /** A document with about this many elements. */
    public static ObjectNode document(long seed, int size) {
        return new RandomDocuments(seed).build(size);
    }

    private ObjectNode build(int size) {
        root.put("holdfast", 1);
        label(root, false);
        root.put("currency", "TWD").put("timeZone", "Asia/Taipei");
        list("sites", 3, this::site);
        list("teams", 4, this::team);
        for (int c = 0; c < 3; c++) {
            contact(root.withArrayProperty("contacts").addObject(), c);
        }
        for (int e = 0; e < size; e++) {
            elements.add("e" + e);
        }
        for (int e = 0; e < size; e++) {
            String type = e % 10 == 8 ? "services" : e % 10 == 9 ? "processes" : "assets";
            element(root.withArrayProperty(type).addObject(), e, type);
        }
        list("plans", 2, this::plan);
        list("scenarios", 3, this::scenario);
        list("drills", 2, this::drill);
        return root;
    }

    private interface Filler {
        void fill(ObjectNode node, int at);
    }

    private void list(String key, int size, Filler filler) {
        for (int i = 0; i < size; i++) {
            filler.fill(root.withArrayProperty(key).addObject(), i);
        }
    }

    private boolean maybe() {
        return random.nextInt(3) == 0;
    }

    private double number() {
        return random.nextInt(1, 1000) / (random.nextBoolean() ? 1.0 : 7.0);
    }

    private double share() {
        return random.nextInt(0, 1001) / 1000.0;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void label(ObjectNode node, boolean deep) {
        if (maybe()) {
            node.put("name", "Näme \"" + serial++ + "\"\\");
        }
        if (maybe()) {
            ObjectNode names = node.putObject("names");
            boolean chineseFirst = random.nextBoolean();
            names.put(chineseFirst ? "zh-Hant" : "en", "名稱 " + serial++);
            names.put(chineseFirst ? "en" : "zh-Hant", "Name " + serial++);
        }
        if (maybe()) {
            node.put("owner", "team " + serial++).put("note", "first\nsecond\t'quoted'");
        }
        if (maybe()) {
            node.putArray("tags").add("b").add("a").add("{odd,\"tag\"}");
        }
        if (maybe()) {
            node.put("externalKey", "KEY " + serial++);
        }
        extras(node);
        if (deep && maybe()) {
            node.set(
                    "x-deep",
                    JSON.createObjectNode()
                            .put("z", 1)
                            .put("a", 2.5)
                            .set(
                                    "m",
                                    JSON.createArrayNode()
                                            .add("one")
                                            .add(true)
                                            .add(JSON.createObjectNode()
                                                    .put("q", -1e-7)
                                                    .put("b", "c"))));
        }
    }

    private void extras(ObjectNode node) {
        if (maybe()) {
            node.put("x-zz", serial++).put("x-aa", "text").put("kindOfOwn", true);
        }
    }

    private ObjectNode duration() {
        ObjectNode node = JSON.createObjectNode();
        double a = number();
        double b = a + number();
        double c = b + number();
        switch (random.nextInt(11)) {
            case 0 -> node.put("fixed", a);
            case 1 -> node.putArray("uniform").add(a).add(b);
            case 2 -> node.putArray("triangular").add(a).add(b).add(c);
            case 3 -> node.putArray("pert").add(a).add(b).add(c);
            case 4 -> node.putObject("exponential").put("mean", a);
            case 5 -> node.putObject("lognormal").put("median", a).put("p90", b);
            case 6 -> node.putObject("normal").put("mean", a).put("sd", b);
            case 7 -> node.putObject("weibull").put("shape", a).put("scale", b);
            case 8 -> node.putObject("gamma").put("shape", a).put("scale", b);
            case 9 -> node.putArray("empirical").add(c).add(a).add(b);
            default -> {
                ArrayNode points = node.putArray("quantiles");
                points.addArray().add(0.1).add(a);
                points.addArray().add(0.9).add(b);
            }
        }
        if (maybe()) {
            node.put("evidence", pick(List.of("measured", "contract", "expert", "default")));
            node.put("observations", random.nextInt(50)).put("source", "report " + serial++);
        }
        extras(node);
        return node;
    }

    private void duration(ObjectNode node, String key) {
        if (maybe()) {
            if (random.nextBoolean()) {
                node.put(key, number());
            } else {
                node.set(key, duration());
            }
        }
    }

    private void site(ObjectNode node, int at) {
        node.put("id", "site" + at);
        sites.add("site" + at);
        if (random.nextBoolean()) {
            node.put("lat", 25.0 + at / 3.0).put("lon", 121.0);
        }
        label(node, true);
    }

    private void team(ObjectNode node, int at) {
        node.put("id", "team" + at).put("size", 5 + at);
        teams.add("team" + at);
        if (maybe()) {
            node.put("people", false);
        }
        duration(node, "mobilise");
        duration(node, "mobiliseOffHours");
        label(node, true);
    }

    private void contact(ObjectNode node, int at) {
        node.put("id", "contact" + at);
        if (random.nextBoolean()) {
            node.put("team", pick(teams)).put("reach", share());
        }
        duration(node, "answers");
        if (at > 0) {
            node.put("deputy", "contact" + (at - 1));
        }
        label(node, true);
    }

    private void amount(ObjectNode node, String key) {
        if (maybe()) {
            node.putObject(key).put("unit", "tps").put("amount", number());
        }
    }

    private void element(ObjectNode node, int at, String type) {
        node.put("id", "e" + at);
        if (type.equals("assets")) {
            node.put("kind", pick(List.of("host", "database", "power", "my own kind")));
        } else if (maybe()) {
            node.put("kind", "a key that only assets have");
        }
        if (maybe()) {
            node.put("site", pick(sites)).put("zone", "zone " + at).put("tier", random.nextInt(1, 10));
        }
        duration(node, "restart");
        amount(node, "capacity");
        if (maybe()) {
            ObjectNode demand = node.putObject("demand");
            demand.put("unit", "tps").put("amount", number()).put("growth", maybe() ? -0.25 : 0);
            extras(demand);
        }
        if (maybe()) {
            node.putObject("failure").put("mtbf", number()).put("shape", maybe() ? 1 : 2.5);
            node.putObject("commonCause").put("group", "g").put("beta", share());
        }
        objectives(node);
        impact(node);
        serviceLevel(node);
        if (maybe()) {
            needs(node.putArray("needs"), 0);
        }
        for (int m = random.nextInt(-2, 3); m > 0; m--) {
            method(node.withArrayProperty("recovery").addObject());
        }
        label(node, true);
    }

    private void objectives(ObjectNode node) {
        if (maybe()) {
            ObjectNode objectives = node.putObject("objectives");
            objectives.put("mtpd", number()).put("rto", number()).put("rpo", number());
            objectives.put("mbco", share()).put("wrt", number());
            amount(objectives, "rpoVolume");
            extras(objectives);
        }
    }

    private void impact(ObjectNode node) {
        if (maybe()) {
            ObjectNode impact = node.putObject("impact");
            if (random.nextBoolean()) {
                points(impact.putArray("loss"));
            }
            if (maybe()) {
                impact.put("proRata", random.nextBoolean());
            }
            if (maybe()) {
                points(impact.putObject("levels").putArray("reputation"));
                points(impact.withObjectProperty("levels").putArray("loss"));
            }
            extras(impact);
        }
    }

    private void points(ArrayNode points) {
        double hours = 0;
        for (int p = random.nextInt(1, 4); p > 0; p--) {
            points.addArray().add(hours).add(number());
            hours += number();
        }
    }

    private void serviceLevel(ObjectNode node) {
        if (maybe()) {
            ObjectNode level = node.putObject("sla");
            level.put("availability", share()).put("per", pick(List.of("month", "quarter", "year")));
            level.put("fee", number());
            points(level.putArray("x-points"));
            level.putArray("credits").addArray().add(0.99).add(share());
            level.withArrayProperty("credits").addArray().add(0.9).add(share());
            level.putArray("creditsByOutage").addArray().add(number()).add(share());
            extras(level);
        }
    }

    private void needs(ArrayNode needs, int depth) {
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            int form = depth > 2 ? 0 : random.nextInt(5);
            if (form < 2) {
                needs.add(pick(elements));
                continue;
            }
            ObjectNode entry = needs.addObject();
            needs(entry.putArray("of"), depth + 1);
            int members = entry.path("of").size();
            if (form == 3) {
                entry.put("atLeast", random.nextInt(1, members + 1));
            }
            if (form == 4) {
                ArrayNode shares = entry.putArray("shares");
                for (int m = 0; m < members; m++) {
                    shares.add(share());
                }
                entry.put("minimum", share());
            }
            if (maybe()) {
                entry.put("id", "need" + serial++).put("soft", share());
                entry.put("source", "who").put("verified", "2026-01-01");
            }
            duration(entry, "holdsFor");
            extras(entry);
        }
    }

    private void method(ObjectNode node) {
        node.put("method", pick(METHODS)).set("duration", duration());
        if (maybe()) {
            node.put("id", "method" + serial++).put("automatic", true);
            node.put("success", share()).put("capacity", share());
        }
        duration(node, "lasts");
        if (maybe()) {
            needs(node.putArray("needs"), 1);
        } else if (maybe()) {
            node.putArray("needs");
        }
        if (maybe()) {
            needs(node.putArray("alsoNeeds"), 1);
        }
        if (maybe()) {
            ObjectNode data = node.putObject("data");
            if (random.nextBoolean()) {
                data.set("lag", duration());
            } else {
                data.put("every", number()).put("takes", number()).put("usable", share());
            }
            extras(data);
        }
        if (maybe()) {
            node.putObject("crew").put("team1", 2).put("team0", 1);
        }
        if (maybe()) {
            node.putArray("answers").add("damaged").add("outage");
        }
        label(node, true);
    }

    private void plan(ObjectNode node, int at) {
        node.put("id", "plan" + at);
        node.putArray("covers").add(pick(elements)).add(pick(elements));
        node.putArray("sequence").add(pick(elements)).add(pick(elements)).add(pick(elements));
        label(node, true);
    }

    private void scenario(ObjectNode node, int at) {
        node.put("id", "scenario" + at).put("lasts", number());
        if (random.nextBoolean()) {
            node.put("origin", pick(List.of("natural", "sudden", "internal", "intrusion")));
            node.put("frequency", share()).put("staff", share()).put("demand", number());
            node.put("when", pick(List.of("any", "office", "off"))).put("horizon", number());
        }
        duration(node, "detect");
        duration(node, "declare");
        duration(node, "dwell");
        for (int h = random.nextInt(1, 4); h > 0; h--) {
            hit(node.withArrayProperty("hits").addObject());
        }
        label(node, true);
    }

    private void hit(ObjectNode node) {
        node.put("state", pick(STATES));
        node.putArray("of").add(pick(elements)).add(pick(elements));
        if (maybe()) {
            node.putArray("sites").add(pick(sites));
            node.putArray("zones").add("z,1").add("z\"2");
            node.putArray("kinds").add("host");
            node.putArray("tags").add("b");
        }
        if (maybe()) {
            node.putObject("within").put("km", number()).put("lat", 25).put("lon", 121.5);
            extras(node.withObjectProperty("within"));
        }
        if (maybe()) {
            node.put("probability", share()).put("together", random.nextBoolean());
        }
        extras(node);
    }

    private void drill(ObjectNode node, int at) {
        node.put("id", "drill" + at);
        if (random.nextBoolean()) {
            node.putArray("types").add("desktop").add("live-failover");
            node.putArray("scope").add(pick(elements));
            node.put("scenario", "scenario0").put("announced", random.nextBoolean());
            node.putArray("steps").addObject().put("name", "call").put("minutes", 5);
            node.withArrayProperty("steps").add("then go");
        }
        label(node, true);
    }
}
