package io.holdfast.service.approval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.ChangedLine;
import io.holdfast.service.approval.ChangedLine.Kind;
import io.holdfast.service.approval.ChangedLine.Part;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What differs between two versions, held against values drawn at random and against what a person would say. */
class DifferenceTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static List<Long> seeds() {
        return new Random(20_261_126).longs(300).boxed().toList();
    }

    /** Values as plans have them: objects, lists of things with ids, texts and numbers. */
    private static final class Drawn {
        private final Random random;
        private int serial;

        Drawn(long seed) {
            random = new Random(seed);
        }

        ObjectNode object(int depth) {
            ObjectNode object = NODES.objectNode();
            for (int i = random.nextInt(4) + 1; i > 0; i--) {
                object.set("k" + random.nextInt(6), value(depth));
            }
            return object;
        }

        private JsonNode value(int depth) {
            return switch (depth <= 0 ? random.nextInt(4) : random.nextInt(7)) {
                case 0 -> NODES.textNode("t" + random.nextInt(50));
                case 1 -> NODES.numberNode(random.nextInt(100) / 4.0);
                case 2 -> NODES.booleanNode(random.nextBoolean());
                case 3 -> texts();
                case 4 -> object(depth - 1);
                default -> things(depth - 1);
            };
        }

        private ArrayNode texts() {
            ArrayNode list = NODES.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add("w" + random.nextInt(4));
            }
            return list;
        }

        private ArrayNode things(int depth) {
            ArrayNode list = NODES.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                ObjectNode thing = object(depth);
                if (random.nextBoolean()) {
                    thing.put("id", "i" + serial++).put("name", "Thing " + serial);
                } else {
                    thing.putObject("element")
                            .put("id", "e" + random.nextInt(5))
                            .put("name", "Element");
                }
                list.add(thing);
            }
            return list;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasNoLineWhereAndOnlyWhereNothingDiffers(long seed) {
        ObjectNode one = new Drawn(seed).object(3);
        ObjectNode other = new Drawn(seed + 1).object(3);
        assertThat(Difference.of(one, one.deepCopy())).isEmpty();
        assertThat(Difference.of(one, other).isEmpty()).isEqualTo(one.equals(other));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsTheOtherWayRoundBackwards(long seed) {
        ObjectNode one = new Drawn(seed).object(3);
        ObjectNode other = new Drawn(seed + 1).object(3);
        Set<ChangedLine> backwards = Difference.of(other, one).stream()
                .map(line -> new ChangedLine(line.path(), turned(line.kind()), line.after(), line.before()))
                .collect(Collectors.toSet());
        assertThat(new HashSet<>(Difference.of(one, other))).isEqualTo(backwards);
    }

    private static Kind turned(Kind kind) {
        return switch (kind) {
            case ADDED -> Kind.REMOVED;
            case REMOVED -> Kind.ADDED;
            case CHANGED -> Kind.CHANGED;
            case MOVED -> Kind.MOVED;
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsAnEntryThatWasPutAnywhereInAListInOneLine(long seed) {
        Random random = new Random(seed);
        ObjectNode before = NODES.objectNode();
        ArrayNode list = before.putArray("contacts");
        for (int i = random.nextInt(6); i >= 0; i--) {
            list.add(thing("p" + i, "Person " + i));
        }
        ObjectNode after = before.deepCopy();
        ((ArrayNode) after.get("contacts")).insert(random.nextInt(list.size() + 1), thing("new", "Lin"));
        assertThat(Difference.of(before, after)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Kind.ADDED);
            assertThat(line.path()).containsExactly(new Part("contacts", true), new Part("Lin", false));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsAnotherOrderOfTheSameEntriesInOneLine(long seed) {
        Random random = new Random(seed);
        ObjectNode before = NODES.objectNode();
        ArrayNode list = before.putArray("callOrder");
        for (int i = 0; i < 5; i++) {
            list.add(thing("p" + i, "Person " + i));
        }
        List<JsonNode> shuffled = new java.util.ArrayList<>();
        list.forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        ObjectNode after = NODES.objectNode();
        after.putArray("callOrder").addAll(shuffled);
        List<ChangedLine> lines = Difference.of(before, after);
        if (before.equals(after)) {
            assertThat(lines).isEmpty();
        } else {
            assertThat(lines).singleElement().satisfies(line -> {
                assertThat(line.kind()).isEqualTo(Kind.MOVED);
                assertThat(line.after()).hasSize(5);
            });
        }
    }

    @Test
    void tellsAStepThatWasPutInWithoutRepeatingTheNumbersOfThoseBehindIt() {
        ObjectNode before = NODES.objectNode();
        ObjectNode after = NODES.objectNode();
        before.putArray("recovery").add(step(1, "db", "Database", 2.5)).add(step(2, "web", "Web server", 1.0));
        after.putArray("recovery")
                .add(step(1, "net", "Network", 0.5))
                .add(step(2, "db", "Database", 4.0))
                .add(step(3, "web", "Web server", 1.0));
        List<ChangedLine> lines = Difference.of(before, after);
        assertThat(lines)
                .extracting(line -> line.kind() + " "
                        + line.path().stream().map(Part::text).collect(Collectors.joining("/")) + " " + line.before()
                        + " " + line.after())
                .containsExactly("CHANGED recovery/Database/hours 2.5 4.0", "ADDED recovery/Network null null");
    }

    @Test
    void tellsAChangedNumberOfAStepWhereNothingElseDiffers() {
        ObjectNode before = step(1, "db", "Database", 2.5);
        assertThat(Difference.of(before, before.deepCopy().put("number", 2))).hasSize(1);
    }

    @Test
    void tellsTwoEntriesOfOneNameApart() {
        ObjectNode before = NODES.objectNode();
        ObjectNode after = NODES.objectNode();
        before.putArray("recovery").add(step(1, "db", "Database", 2.0)).add(step(2, "db", "Database", 3.0));
        after.putArray("recovery").add(step(1, "db", "Database", 2.0)).add(step(2, "db", "Database", 5.0));
        assertThat(Difference.of(before, after))
                .singleElement()
                .satisfies(line -> assertThat(line.path().get(1).text()).isEqualTo("Database (2)"));
    }

    private static ObjectNode thing(String id, String name) {
        return NODES.objectNode().put("id", id).put("name", name);
    }

    private static ObjectNode step(int number, String id, String name, double hours) {
        ObjectNode step = NODES.objectNode();
        step.put("number", number).put("kind", "host").put("hours", hours).set("element", thing(id, name));
        return step;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void writesTheSameContentInOneWayWhateverTheOrderOfItsKeys(long seed) {
        ObjectNode one = new Drawn(seed).object(3);
        ObjectNode turned = NODES.objectNode();
        List<String> keys = new java.util.ArrayList<>();
        one.fieldNames().forEachRemaining(keys::add);
        Collections.reverse(keys);
        keys.forEach(key -> turned.set(key, one.get(key)));
        assertThat(Canonical.write(turned)).isEqualTo(Canonical.write(one));
        assertThat(Canonical.write(Canonical.read(Canonical.write(one)))).isEqualTo(Canonical.write(one));
    }
}
