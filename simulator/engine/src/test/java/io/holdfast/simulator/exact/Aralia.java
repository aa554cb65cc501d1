package io.holdfast.simulator.exact;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.FaultTree;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The published fault trees of the Aralia set (CC BY-SA 4.0, not shipped), read where {@code HOLDFAST_DATA} says.
 *
 * @param name the tree's name
 * @param model the tree as a model with scenario {@code s}
 * @param top the element that is the top event
 * @param published the published probability, to its digits
 * @param independent the same by another program, to 13 digits
 */
public record Aralia(String name, ContinuityModel model, Id top, String published, double independent) {

    /** All ten; skips the test where the data are not there. */
    public static List<Aralia> all() throws IOException {
        String data = System.getenv("HOLDFAST_DATA");
        assumeTrue(data != null, "HOLDFAST_DATA is not set");
        Path folder = Path.of(data, "aralia");
        List<String> rows = Files.readAllLines(folder.resolve("known_top_event_probabilities.csv"));
        List<Aralia> trees = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            trees.add(new Aralia(
                    cells[0],
                    FaultTree.read(folder.resolve(cells[0] + ".xml")),
                    Id.of(FaultTree.gate(cells[3])),
                    cells[4],
                    Double.parseDouble(cells[5])));
        }
        return trees;
    }

    /** The compiled scenario. */
    public CompiledModel compiled() {
        return ModelCompiler.compile(model, model.scenarios().getFirst());
    }

    /** The number of the top event's element. */
    public int topNumber() {
        return model.elements().stream().map(element -> element.id()).toList().indexOf(top);
    }
}
