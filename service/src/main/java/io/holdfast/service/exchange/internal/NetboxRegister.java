package io.holdfast.service.exchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a register of a NetBox dump. What lies in something needs it; a rack needs one of its power feeds, a device one of
 * what its power ports are plugged into, a site one of the circuits that end there, a virtual chassis or cluster one of its
 * members; a circuit needs its provider, a virtual machine its cluster or host. All other cables are undirected.
 */
public final class NetboxRegister {

    private final NetboxDump dump;
    private final Report report;
    private final List<AssetRow> assets = new ArrayList<>();
    private final List<RelationRow> relations = new ArrayList<>();

    /** The prefix of the keys of each model that becomes an asset. */
    private static final Map<String, String> PREFIX = Map.ofEntries(
            Map.entry("dcim.region", "region"),
            Map.entry("dcim.site", "site"),
            Map.entry("dcim.location", "location"),
            Map.entry("dcim.rack", "rack"),
            Map.entry("dcim.device", "device"),
            Map.entry("dcim.virtualchassis", "vc"),
            Map.entry("dcim.powerpanel", "powerpanel"),
            Map.entry("dcim.powerfeed", "powerfeed"),
            Map.entry("circuits.provider", "provider"),
            Map.entry("circuits.circuit", "circuit"),
            Map.entry("virtualization.cluster", "cluster"),
            Map.entry("virtualization.virtualmachine", "vm"));

    private NetboxRegister(NetboxDump dump, Report report) {
        this.dump = dump;
        this.report = report;
    }

    /** The register of a dump; nothing where a rule is broken, which then stands in the report. */
    public static Optional<ImportedRegister> read(byte[] bytes, Report report) {
        NetboxDump dump = NetboxDump.read(bytes, report);
        if (report.isRefused()) {
            return Optional.empty();
        }
        return new NetboxRegister(dump, report).make();
    }

    private Optional<ImportedRegister> make() {
        places();
        power();
        devices();
        virtual();
        circuits();
        new NetboxCables(dump, report, relations).add();
        if (assets.isEmpty()) {
            report.violation(
                    "no-rows",
                    new Place(NetboxDump.FILE, 0, "$"),
                    null,
                    "",
                    "The dump has no object that a register keeps: no site, rack, device, circuit or virtual machine."
                            + " Include the apps dcim, circuits, virtualization and tenancy.");
        }
        List<RelationRow> checked = new RegisterCheck(assets, report).check(relations);
        return report.isRefused() ? Optional.empty() : Optional.of(new ImportedRegister(assets, checked));
    }

    static String key(DumpObject object) {
        return Objects.requireNonNull(PREFIX.get(object.model()), object.model()) + ":" + object.pk();
    }

    /** The first that is there. */
    @SafeVarargs
    private static Optional<DumpObject> firstOf(Optional<DumpObject>... found) {
        for (Optional<DumpObject> each : found) {
            if (each.isPresent()) {
                return each;
            }
        }
        return Optional.empty();
    }

    private void places() {
        for (DumpObject region : dump.all("dcim.region")) {
            add(region, "region", dump.follow(region, "parent", "dcim.region"), null, null, null, null);
        }
        for (DumpObject site : dump.all("dcim.site")) {
            add(site, "site", dump.follow(site, "region", "dcim.region"), null, null, null, null);
        }
        for (DumpObject location : dump.all("dcim.location")) {
            located(
                    location,
                    "location",
                    firstOf(
                            dump.follow(location, "parent", "dcim.location"),
                            dump.follow(location, "site", "dcim.site")));
        }
        for (DumpObject rack : dump.all("dcim.rack")) {
            located(rack, "rack", locationOrSite(rack));
        }
    }

    private void located(DumpObject object, String kind, Optional<DumpObject> in) {
        add(object, kind, in, null, null, null, null);
        in.ifPresent(place -> need(object, place, "located-in", null));
    }

    private Optional<DumpObject> locationOrSite(DumpObject object) {
        return firstOf(dump.follow(object, "location", "dcim.location"), dump.follow(object, "site", "dcim.site"));
    }

    private void power() {
        for (DumpObject panel : dump.all("dcim.powerpanel")) {
            located(panel, "power-panel", locationOrSite(panel));
        }
        for (DumpObject feed : dump.all("dcim.powerfeed")) {
            Optional<DumpObject> panel = dump.follow(feed, "power_panel", "dcim.powerpanel");
            String watts = feed.text("available_power");
            add(feed, "power-feed", panel, null, null, watts == null ? null : watts + " W", feed.text("type"));
            panel.ifPresent(each -> need(feed, each, "fed-by", null));
            dump.follow(feed, "rack", "dcim.rack")
                    .ifPresent(rack -> need(rack, feed, "powered-by", "power:" + key(rack)));
        }
    }

    private void devices() {
        for (DumpObject chassis : dump.all("dcim.virtualchassis")) {
            add(chassis, "virtual-chassis", Optional.empty(), null, null, null, null);
        }
        for (DumpObject device : dump.all("dcim.device")) {
            Optional<DumpObject> in = firstOf(dump.follow(device, "rack", "dcim.rack"), locationOrSite(device));
            String role = firstOf(
                            dump.follow(device, "role", "dcim.devicerole"),
                            dump.follow(device, "device_role", "dcim.devicerole"))
                    .map(each -> each.text("name"))
                    .orElse(null);
            String model = dump.follow(device, "device_type", "dcim.devicetype")
                    .map(each -> each.text("model"))
                    .orElse(null);
            add(device, "device", in, role, model, null, null);
            in.ifPresent(place -> need(device, place, "located-in", null));
            dump.follow(device, "virtual_chassis", "dcim.virtualchassis")
                    .ifPresent(chassis -> need(chassis, device, "member", "vc" + chassis.pk()));
            dump.follow(device, "cluster", "virtualization.cluster")
                    .ifPresent(cluster -> need(cluster, device, "member", key(cluster)));
        }
        for (DumpObject bay : dump.all("dcim.devicebay")) {
            Optional<DumpObject> chassis = dump.follow(bay, "device", "dcim.device");
            dump.follow(bay, "installed_device", "dcim.device")
                    .ifPresent(blade -> chassis.ifPresent(each -> need(blade, each, "installed-in", null)));
        }
    }

    private void virtual() {
        for (DumpObject cluster : dump.all("virtualization.cluster")) {
            String type = dump.follow(cluster, "type", "virtualization.clustertype")
                    .map(each -> each.text("name"))
                    .orElse(null);
            Optional<DumpObject> in =
                    firstOf(dump.follow(cluster, "site", "dcim.site"), scope(cluster, "scope_type", "scope_id"));
            add(cluster, "cluster", in, type, null, null, null);
            in.filter(place -> !place.model().equals("dcim.region"))
                    .ifPresent(place -> need(cluster, place, "located-in", null));
        }
        for (DumpObject vm : dump.all("virtualization.virtualmachine")) {
            Optional<DumpObject> cluster = dump.follow(vm, "cluster", "virtualization.cluster");
            Optional<DumpObject> host = dump.follow(vm, "device", "dcim.device");
            Optional<DumpObject> site = dump.follow(vm, "site", "dcim.site");
            String role = dump.follow(vm, "role", "dcim.devicerole")
                    .map(each -> each.text("name"))
                    .orElse(null);
            add(vm, "virtual-machine", firstOf(cluster, host, site), role, null, size(vm), null);
            cluster.ifPresent(each -> need(vm, each, "runs-on", null));
            host.ifPresent(each -> need(vm, each, "runs-on", null));
            if (cluster.isEmpty() && host.isEmpty()) {
                site.ifPresent(each -> need(vm, each, "located-in", null));
            }
        }
    }

    private static @Nullable String size(DumpObject vm) {
        String cores = vm.text("vcpus");
        String memory = vm.text("memory");
        if (cores == null && memory == null) {
            return null;
        }
        return (cores == null ? "" : cores) + " vCPU " + (memory == null ? "" : memory) + " MB";
    }

    /** A place that is named by content type and key: a site, location or region; others are not places of the register. */
    private Optional<DumpObject> scope(DumpObject object, String typeField, String idField) {
        String type = dump.contentType(object, typeField);
        if (type == null || !Set.of("dcim.site", "dcim.location", "dcim.region").contains(type)) {
            return Optional.empty();
        }
        return dump.follow(object, idField, type);
    }

    private void circuits() {
        for (DumpObject provider : dump.all("circuits.provider")) {
            add(provider, "provider", Optional.empty(), null, null, null, null);
        }
        for (DumpObject circuit : dump.all("circuits.circuit")) {
            Optional<DumpObject> provider = dump.follow(circuit, "provider", "circuits.provider");
            String type = dump.follow(circuit, "type", "circuits.circuittype")
                    .map(each -> each.text("name"))
                    .orElse(null);
            String rate = circuit.text("commit_rate");
            add(circuit, "circuit", provider, type, null, rate == null ? null : rate + " kbps", null);
            provider.ifPresent(each -> need(circuit, each, "supplied-by", null));
        }
        Set<List<String>> seen = new LinkedHashSet<>();
        for (DumpObject end : dump.all("circuits.circuittermination")) {
            Optional<DumpObject> circuit = dump.follow(end, "circuit", "circuits.circuit");
            Optional<DumpObject> site = siteOf(end);
            if (circuit.isPresent() && site.isPresent() && seen.add(List.of(key(site.get()), key(circuit.get())))) {
                need(site.get(), circuit.get(), "uplink", "wan:" + key(site.get()));
            }
        }
    }

    private Optional<DumpObject> siteOf(DumpObject end) {
        Optional<DumpObject> place =
                firstOf(dump.follow(end, "site", "dcim.site"), scope(end, "termination_type", "termination_id"));
        return place.flatMap(each -> switch (each.model()) {
            case "dcim.site" -> place;
            case "dcim.location" -> dump.follow(each, "site", "dcim.site");
            default -> Optional.empty();
        });
    }

    private void add(
            DumpObject object,
            String kind,
            Optional<DumpObject> parent,
            @Nullable String role,
            @Nullable String model,
            @Nullable String capacity,
            @Nullable String note) {
        String name = object.text(object.model().equals("circuits.circuit") ? "cid" : "name");
        Double lat = Coordinates.read(object.text("latitude"), "latitude", 90, object.at(), report);
        Double lon = Coordinates.read(object.text("longitude"), "longitude", 180, object.at(), report);
        assets.add(new AssetRow(
                object.at(),
                key(object),
                kind,
                name == null ? "(unnamed " + object.pk() + ")" : name,
                parent.map(NetboxRegister::key).orElse(null),
                object.text("status"),
                dump.follow(object, "tenant", "tenancy.tenant")
                        .map(each -> each.text("name"))
                        .orElse(null),
                role,
                model,
                capacity,
                note,
                lon == null ? null : lat,
                lat == null ? null : lon,
                Map.of()));
    }

    private void need(DumpObject from, DumpObject to, String kind, @Nullable String group) {
        relations.add(new RelationRow(from.at(), key(from), key(to), kind, group, group == null ? null : 1));
    }
}
