package io.holdfast.service.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.Application;
import io.holdfast.service.kernel.Database;
import io.holdfast.service.kernel.ServiceInstance;
import io.holdfast.service.kernel.Unpacked;
import io.holdfast.service.kernel.access.Exposure;
import io.holdfast.simulator.format.ModelDigest;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into the tables comes out of them; a second service on the same database reads what the first has stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class RegisterTest {

    private Database database;
    private ApplicationContext writing;
    private ApplicationContext reading;
    private Register register;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        database = Database.open(Unpacked.inDatabase(data));
        writing = context();
        reading = context();
        register = writing.getBean(Register.class);
    }

    private ApplicationContext context() {
        return ApplicationContext.builder()
                .properties(database.properties())
                .singletons(new ServiceInstance("here", "now"), Exposure.DEMO)
                .start();
    }

    @AfterAll
    void stop() {
        writing.close();
        reading.close();
        database.close();
    }

    private static ContinuityModel read(byte[] file) {
        return switch (ModelReader.read(file)) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    private static ContinuityModel read(ObjectNode document) {
        return read(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Saves, reads the tables without any cache, and compares. */
    private void assertRoundTrip(ContinuityModel model) {
        register.saveModel(model);
        RegisterState stored = reading.getBean(Register.class).requireState();
        assertThat(ModelWriter.toPrettyJson(stored.model())).isEqualTo(ModelWriter.toPrettyJson(model));
        assertThat(ModelDigest.of(stored.model()))
                .isEqualTo(ModelDigest.of(model))
                .isEqualTo(stored.digest());
        assertThat(stored.model()).isEqualTo(model);
    }

    @Test
    void givesTheSampleBackFromItsTables() throws IOException {
        try (InputStream sample = Application.class.getResourceAsStream("/sample/operator.yaml")) {
            assertRoundTrip(read(Objects.requireNonNull(sample).readAllBytes()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void givesARandomModelBackFromItsTables(long seed) {
        assertRoundTrip(read(RandomDocuments.document(seed, 12)));
    }

    @Test
    void givesARegisterOfSeveralHundredBackFromItsTables() {
        assertRoundTrip(read(RandomDocuments.document(515, 554)));
    }

    /** Random edits one after the other: entries removed, moved, added and changed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void followsEditsByDifference(long seed) {
        Random random = new Random(seed);
        ObjectNode document = RandomDocuments.document(seed, 30);
        assertRoundTrip(read(document));
        for (int step = 0; step < 6; step++) {
            edit(random, document, step);
            assertRoundTrip(read(document));
        }
    }

    private static void edit(Random random, ObjectNode document, int step) {
        ArrayNode assets = (ArrayNode) document.get("assets");
        List<JsonNode> order = new ArrayList<>();
        assets.forEach(order::add);
        switch (step % 3) {
            case 0 -> Collections.shuffle(order, random);
            case 1 ->
                order.add(
                        random.nextInt(order.size()),
                        document.objectNode().put("id", "new" + step).put("kind", "host"));
            default ->
                order.forEach(each -> {
                    if (random.nextInt(4) == 0) {
                        ((ObjectNode) each).put("zone", "edited " + step);
                    }
                });
        }
        assets.removeAll().addAll(order);
        document.remove(List.of("plans", "drills"));
    }

    private EditOutcome.Stored edit(EntryChange... changes) {
        EditOutcome outcome = writing.getBean(RegisterEdits.class)
                .change(List.of(changes), Collections.nCopies(changes.length, "$"), false);
        assertThat(outcome).isInstanceOf(EditOutcome.Stored.class);
        return (EditOutcome.Stored) outcome;
    }

    private static EntryChange zone(String id, String zone) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode().put("zone", zone);
        return new EntryChange.Patch(Section.ELEMENTS, id, null, patch);
    }

    /** Who reads the tables without any cache finds what is kept. */
    private void assertStoredAsKept(long revision) {
        RegisterState kept = register.requireState();
        RegisterState stored = reading.getBean(Register.class).requireState();
        assertThat(stored.revision()).isEqualTo(revision).isEqualTo(kept.revision());
        assertThat(stored.digest()).isEqualTo(kept.digest()).isEqualTo(ModelDigest.of(stored.model()));
        assertThat(stored.model()).isEqualTo(kept.model());
    }

    @Test
    void raisesTheVersionOfWhatChangedAndOfNothingElse() {
        register.saveModel(read(RandomDocuments.document(99, 20)));
        long revision = register.revision();
        int untouched = register.findVersion("e2").orElseThrow();
        int touched = register.findVersion("e3").orElseThrow();
        assertThat(edit(zone("e3", "elsewhere"))).isEqualTo(new EditOutcome.Stored(revision + 1, List.of(touched + 1)));
        assertThat(register.findVersion("e2")).hasValue(untouched);
        assertThat(edit(zone("e3", "elsewhere"))).isEqualTo(new EditOutcome.Stored(revision + 1, List.of(touched + 1)));
        assertThat(edit(zone("e2", "there"), zone("e3", "elsewhere")).versions())
                .containsExactly(untouched + 1, touched + 1);
    }

    /** Changed, removed and added at once, by entry. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatIsEditedByEntryIsReadFromTheTablesAsItIsKept(long seed) {
        ObjectNode document = RandomDocuments.document(seed, 12);
        document.withArrayProperty("services").addObject().put("id", "spare");
        register.saveModel(read(document));
        ObjectNode added =
                JsonNodeFactory.instance.objectNode().put("id", "added").put("kind", "host");
        EditOutcome.Stored stored = edit(
                zone("e3", "elsewhere " + seed),
                new EntryChange.Create(Section.ASSET, added),
                new EntryChange.Remove(Section.ELEMENTS, "spare", null));
        assertThat(stored.versions().subList(1, 3)).containsExactly(1, null);
        assertStoredAsKept(stored.revision());
        ObjectNode whole = Documents.write(register.requireModel());
        assertRoundTrip(read(whole.put("note", "as a whole afterwards")));
    }

    @Test
    void refusesAChangeMadeOnAnOlderRevision() {
        register.saveModel(read(RandomDocuments.document(7, 5)));
        long revision = register.revision();
        register.saveModel(read(RandomDocuments.document(8, 5)));
        String digest = register.findModelDigest().orElseThrow();
        ContinuityModel third = read(RandomDocuments.document(9, 5));
        assertThatThrownBy(() -> register.importModel(third, revision))
                .isInstanceOf(RevisionConflict.class)
                .hasMessageContaining("revision " + (revision + 1));
        assertThat(register.findModelDigest()).contains(digest);
    }

    /** The character U+0000 is allowed in a model file but not in PostgreSQL. */
    @Test
    void storesNothingOfAModelThatCannotBeStored() {
        register.saveModel(read(RandomDocuments.document(7, 5)));
        ObjectNode document = RandomDocuments.document(8, 5);
        document.put("x-bad", "a\0b");
        ContinuityModel bad = read(document);
        String digest = register.findModelDigest().orElseThrow();
        assertThatThrownBy(() -> register.saveModel(bad)).hasMessageContaining("U+0000");
        assertThat(register.findModelDigest()).contains(digest);
        assertThat(ModelDigest.of(reading.getBean(Register.class).requireModel()))
                .isEqualTo(digest);
    }

    /** Printed, not asserted: the machine of the moment decides. */
    @Test
    void copesWithTenThousandElements() {
        ContinuityModel large = read(RandomDocuments.document(10_000, 10_000));
        long begin = System.nanoTime();
        register.saveModel(large);
        long saved = System.nanoTime();
        Register other = reading.getBean(Register.class);
        assertThat(other.requireState().digest()).isEqualTo(ModelDigest.of(large));
        long loaded = System.nanoTime();
        assertThat(other.requireModel().elements()).hasSize(10_000);
        long again = System.nanoTime();
        System.out.printf(
                "10,000 elements: saved in %d ms, assembled in %d ms, from the cache in %d µs%n",
                (saved - begin) / 1_000_000, (loaded - saved) / 1_000_000, (again - loaded) / 1_000);
    }
}
