package io.holdfast.service.exchange.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cables of a dump: a power port that is plugged into an outlet or feed makes its device need the other end; every other
 * cable joins two ends without a direction, each pair once.
 */
final class NetboxCables {

    private static final Set<String> PORTS = Set.of(
            "dcim.interface",
            "dcim.frontport",
            "dcim.rearport",
            "dcim.consoleport",
            "dcim.consoleserverport",
            "dcim.powerport",
            "dcim.poweroutlet");

    private final NetboxDump dump;
    private final Report report;
    private final List<RelationRow> relations;
    private final Set<Set<String>> joined = new HashSet<>();
    private final Set<List<String>> powered = new HashSet<>();

    NetboxCables(NetboxDump dump, Report report, List<RelationRow> relations) {
        this.dump = dump;
        this.report = report;
        this.relations = relations;
    }

    /** One end of a cable: the kind of port, and the asset that it belongs to. */
    private record End(String port, DumpObject owner) {}

    /** The two sides of a cable; each may end several times. */
    private record Sides(List<End> a, List<End> b) {}

    void add() {
        Map<String, Sides> cables = new LinkedHashMap<>();
        for (DumpObject termination : dump.all("dcim.cabletermination")) {
            String cable = termination.text("cable");
            Optional<End> end = end(termination, "termination_type", "termination_id");
            if (cable != null && end.isPresent()) {
                Sides sides = cables.computeIfAbsent(cable, key -> new Sides(new ArrayList<>(), new ArrayList<>()));
                ("B".equals(termination.text("cable_end")) ? sides.b() : sides.a()).add(end.get());
            }
        }
        for (DumpObject cable : dump.all("dcim.cable")) {
            Optional<End> a = end(cable, "termination_a_type", "termination_a_id");
            Optional<End> b = end(cable, "termination_b_type", "termination_b_id");
            if (a.isPresent() && b.isPresent()) {
                cables.put(cable.pk(), new Sides(List.of(a.get()), List.of(b.get())));
            }
        }
        cables.values().forEach(sides -> sides.a().forEach(a -> sides.b().forEach(b -> join(a, b))));
    }

    private Optional<End> end(DumpObject from, String typeField, String idField) {
        String type = dump.contentType(from, typeField);
        if (type == null) {
            return Optional.empty();
        }
        if (type.equals("dcim.powerfeed")) {
            return dump.follow(from, idField, type).map(feed -> new End(type, feed));
        }
        if (type.equals("circuits.circuittermination")) {
            return owner(from, idField, type, "circuit", "circuits.circuit");
        }
        if (PORTS.contains(type)) {
            return owner(from, idField, type, "device", "dcim.device");
        }
        report.warning(
                "cable-end-left-out",
                NetboxDump.FILE,
                "A cable that ends at a " + type + " is left out, as "
                        + from.at().shown() + ".");
        return Optional.empty();
    }

    private Optional<End> owner(DumpObject from, String idField, String type, String field, String model) {
        return dump.follow(from, idField, type)
                .flatMap(port -> dump.follow(port, field, model))
                .map(owner -> new End(type, owner));
    }

    private void join(End a, End b) {
        if (a.owner().equals(b.owner())) {
            report.warning(
                    "cable-to-itself",
                    NetboxDump.FILE,
                    "A cable from an asset to itself is left out, as at "
                            + a.owner().at().shown() + ".");
        } else if (isFed(a, b)) {
            power(a.owner(), b.owner());
        } else if (isFed(b, a)) {
            power(b.owner(), a.owner());
        } else if (joined.add(Set.of(NetboxRegister.key(a.owner()), NetboxRegister.key(b.owner())))) {
            relate(a.owner(), b.owner(), "connected-to", RelationRow.UNDIRECTED, null);
        }
    }

    private static boolean isFed(End consumer, End source) {
        return consumer.port().equals("dcim.powerport")
                && (source.port().equals("dcim.poweroutlet") || source.port().equals("dcim.powerfeed"));
    }

    private void power(DumpObject consumer, DumpObject source) {
        String from = NetboxRegister.key(consumer);
        if (powered.add(List.of(from, NetboxRegister.key(source)))) {
            relate(consumer, source, "powered-by", "power:" + from, 1);
        }
    }

    private void relate(DumpObject from, DumpObject to, String kind, String group, @Nullable Integer minUp) {
        relations.add(new RelationRow(from.at(), NetboxRegister.key(from), NetboxRegister.key(to), kind, group, minUp));
    }
}
