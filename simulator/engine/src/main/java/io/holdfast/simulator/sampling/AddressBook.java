package io.holdfast.simulator.sampling;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives every random quantity its address, a text, and the address its 64-bit key.
 *
 * <p>A method is addressed by its id, else by its element and its word; a hit by its state and selectors; an entry of
 * needs by its owner and members. Equal ones are numbered among themselves in the order in which they are asked for,
 * which must be file order. Durations, probabilities and counts never enter an address. Source: the meaning of the
 * simulation, section 1. Not for use by several threads.
 */
public final class AddressBook {

    private final Map<String, Integer> used = new HashMap<>();

    /** The address of a method; ask once for each method, in file order. */
    public String method(Element element, RecoveryMethod method) {
        Id id = method.id();
        return numbered(
                id != null
                        ? "method " + id
                        : "element " + element.id() + " method "
                                + method.kind().name().toLowerCase(Locale.ROOT));
    }

    /** The address of an entry of hits; ask once for each entry, in file order. */
    public String hit(Hit hit) {
        StringBuilder text = new StringBuilder("hit ").append(hit.state());
        append(text, "of", hit.of());
        append(text, "sites", hit.sites());
        append(text, "zones", hit.zones());
        append(text, "kinds", hit.kinds());
        append(text, "tags", hit.tags());
        Hit.Circle circle = hit.within();
        if (circle != null) {
            text.append(" within ")
                    .append(circle.km())
                    .append(' ')
                    .append(circle.lat())
                    .append(' ');
            text.append(circle.lon());
        }
        return numbered(text.toString());
    }

    /** The address of an entry of needs of an element or method; ask once for each entry, in file order. */
    public String need(String owner, Need need) {
        return numbered(owner + " needs " + members(need));
    }

    /** The address of an element as the owner of needs and restarts. */
    public static String element(Id id) {
        return "element " + id;
    }

    /**
     * The key of a purpose of an address. All are even but those of {@link Purpose#SUCCESS}: whether a method succeeds is
     * drawn from the other half of the bits of its duration, see {@link KeyedDraws#bits}.
     */
    public static long key(String address, Purpose purpose) {
        return purpose == Purpose.SUCCESS ? hash(address, Purpose.DURATION) | 1 : hash(address, purpose) & ~1;
    }

    private static long hash(String address, Purpose purpose) {
        long hash = 0xCBF29CE484222325L;
        for (byte each : (address + ' ' + purpose).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xFF)) * 0x100000001B3L;
        }
        return KeyedDraws.mix(hash);
    }

    private String numbered(String address) {
        int number = used.merge(address, 1, Integer::sum);
        return number == 1 ? address : address + " #" + number;
    }

    private static void append(StringBuilder text, String word, @Nullable List<?> list) {
        if (list != null) {
            text.append(' ').append(word).append(' ').append(list);
        }
    }

    private static String members(Need need) {
        return switch (need) {
            case Need.One one -> one.element().value();
            case Need.AllOf all -> members(all.members());
            case Need.AtLeast some -> members(some.members());
            case Need.Pool pool -> members(pool.members());
        };
    }

    private static String members(List<Need> needs) {
        return needs.stream().map(AddressBook::members).collect(Collectors.joining(",", "[", "]"));
    }
}
