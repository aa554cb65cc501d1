package io.holdfast.service.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of the README beside relations.csv, worked out over its lines alone, by striking out what cannot be up until
 * nothing changes; uses no code of the product.
 */
public final class IndependentWalk {

    /** Who needs: for each group of alternatives, at least so many of these. */
    private record Entry(int atLeast, Set<String> members) {}

    private final Map<String, List<Entry>> needs = new LinkedHashMap<>();
    private final Set<String> all = new TreeSet<>();

    /** The rules of a table of relations. */
    public IndependentWalk(byte[] relations) {
        Map<String, Map<String, Entry>> groups = new LinkedHashMap<>();
        lines(relations).forEach(line -> {
            String[] cells = line.split(",", -1);
            all.add(cells[0]);
            all.add(cells[1]);
            if (cells[3].equals("undirected")) {
                return;
            }
            if (cells[3].isEmpty()) {
                need(cells[0], cells[1]);
            } else {
                groups.computeIfAbsent(cells[0], key -> new LinkedHashMap<>())
                        .computeIfAbsent(cells[3], key -> new Entry(Integer.parseInt(cells[4]), new HashSet<>()))
                        .members()
                        .add(cells[1]);
            }
        });
        groups.forEach((from, own) ->
                needs.computeIfAbsent(from, key -> new ArrayList<>()).addAll(own.values()));
    }

    private static List<String> lines(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    private void need(String from, String to) {
        all.add(from);
        all.add(to);
        needs.computeIfAbsent(from, key -> new ArrayList<>()).add(new Entry(1, Set.of(to)));
    }

    /** Lays a system's calls over the devices: services by name, devices by number, one each, wrapping. */
    public void overlay(byte[] edges, String system, byte[] assets) {
        TreeMap<Integer, String> devices = new TreeMap<>();
        lines(assets).stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .filter(key -> key.startsWith("device:"))
                .forEach(key -> devices.put(Integer.parseInt(key.substring(7)), key));
        TreeSet<String> services = new TreeSet<>();
        lines(edges).forEach(line -> {
            String[] cells = line.split(",", -1);
            if (cells[0].equals(system)) {
                services.add(cells[1]);
                services.add(cells[2]);
                need("service " + cells[1], "service " + cells[2]);
            }
        });
        List<String> hosts = new ArrayList<>(devices.values());
        int next = 0;
        for (String service : services) {
            need("service " + service, hosts.get(next++ % hosts.size()));
        }
    }

    /** What goes down with one thing, itself left out. */
    Set<String> lostWith(String lost) {
        Set<String> up = new HashSet<>(all);
        up.remove(lost);
        while (up.removeIf(each -> !isMet(each, up))) {
            // until a pass strikes out nothing
        }
        Set<String> down = new TreeSet<>(all);
        down.removeAll(up);
        down.remove(lost);
        return down;
    }

    private boolean isMet(String each, Set<String> up) {
        return Objects.requireNonNullElse(needs.get(each), List.<Entry>of()).stream()
                .allMatch(entry -> entry.members().stream().filter(up::contains).count() >= entry.atLeast());
    }

    /** The services that go down with one thing, by name. */
    public Set<String> servicesLostWith(String lost) {
        Set<String> services = new TreeSet<>();
        lostWith(lost).stream()
                .filter(each -> each.startsWith("service "))
                .forEach(each -> services.add(each.substring(8)));
        return services;
    }
}
