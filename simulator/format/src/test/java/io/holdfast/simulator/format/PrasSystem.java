package io.holdfast.simulator.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.simulator.model.ContinuityModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A single-region capacity system of the test data of NREL PRAS (MIT), read where {@code HOLDFAST_DATA} says: generators
 * with a capacity, a failure and a repair rate in each period, and a load.
 *
 * @param capacity by generator and period
 * @param unavailable by generator and period: λ / (λ + μ)
 * @param load by period
 * @param lolps published loss-of-load probability by period
 * @param eues published expected unserved energy by period
 * @param lole their published sum
 * @param eue their published sum
 */
@SuppressWarnings("ArrayRecordComponent") // read by index in one test, never compared
record PrasSystem(
        double[][] capacity,
        double[][] unavailable,
        double[] load,
        double[] lolps,
        double[] eues,
        double lole,
        double eue) {

    /** Reads a system, its generators and its published values by their names in the file. */
    static PrasSystem read(String system, String generators, String published) throws IOException {
        String text = text();
        double[] load = row(arguments(text, system + " = SystemModel").getLast());
        return read(text, generators, load, published, "");
    }

    /** Reads the three regions of the file as one, as if lines between them had no limit. */
    static PrasSystem readCopperplate() throws IOException {
        String text = text();
        double[][] regions = matrix(arguments(text, "regions = Regions").getLast());
        double[] load = new double[regions[0].length];
        for (double[] region : regions) {
            for (int t = 0; t < load.length; t++) {
                load[t] += region[t];
            }
        }
        return read(text, "generators", load, "threenode", "_copperplate");
    }

    private static String text() throws IOException {
        String data = System.getenv("HOLDFAST_DATA");
        assumeTrue(data != null, "HOLDFAST_DATA is not set");
        return Files.readString(Path.of(data, "pras", "TestData.jl")).replaceAll("#.*", "");
    }

    private static PrasSystem read(String text, String generators, double[] load, String published, String suffix) {
        List<String> of = arguments(text, generators + " = Generators");
        double[][] failing = matrix(of.get(3));
        double[][] repaired = matrix(of.get(4));
        double[][] unavailable = new double[failing.length][failing[0].length];
        for (int g = 0; g < failing.length; g++) {
            for (int t = 0; t < failing[g].length; t++) {
                unavailable[g][t] = failing[g][t] / (failing[g][t] + repaired[g][t]);
            }
        }
        return new PrasSystem(
                matrix(of.get(2)),
                unavailable,
                load,
                row(value(text, published + "_lolps" + suffix)),
                row(value(text, published + "_eues" + suffix)),
                Double.parseDouble(value(text, published + "_lole" + suffix)),
                Double.parseDouble(value(text, published + "_eue" + suffix)));
    }

    /**
     * The system in the product's own format: each generator an asset that the one scenario hits with its unavailability, each
     * period a service that needs all of them as a pool, each with its share of the load, and is to deliver all of it.
     */
    ContinuityModel model() {
        StringBuilder yaml = new StringBuilder("holdfast: 1\nassets:\n");
        StringBuilder hits = new StringBuilder();
        List<String> ids = new ArrayList<>();
        for (int g = 0; g < capacity.length; g++) {
            ids.add("gen-" + g);
            yaml.append("  - {id: gen-").append(g).append(", kind: generator}\n");
            hits.append("      - {of: [gen-").append(g).append("], probability: ");
            hits.append(unavailable[g][0]).append(", state: outage}\n");
        }
        yaml.append("services:\n");
        for (int t = 0; t < load.length; t++) {
            yaml.append("  - {id: hour-").append(t).append(", objectives: {mbco: 1}, needs: [{of: ");
            yaml.append(ids).append(", shares: ").append(shares(t)).append(", minimum: 0}]}\n");
        }
        yaml.append("scenarios:\n  - id: year\n    lasts: 1\n    hits:\n").append(hits);
        return Models.model(yaml.toString());
    }

    private String shares(int t) {
        return Arrays.toString(
                Arrays.stream(capacity).mapToDouble(of -> of[t] / load[t]).toArray());
    }

    /** What is missing in a period, by which generators are out, over the chance of that; by enumeration. */
    double expectedMissing(int t, int power) {
        double expected = 0;
        for (int out = 0; out < 1 << capacity.length; out++) {
            double p = 1;
            double available = 0;
            for (int g = 0; g < capacity.length; g++) {
                boolean isOut = (out >> g & 1) == 1;
                p *= isOut ? unavailable[g][t] : 1 - unavailable[g][t];
                available += isOut ? 0 : capacity[g][t];
            }
            double missing = Math.max(0, load[t] - available);
            expected += p * (power == 0 ? missing > 0 ? 1 : 0 : Math.pow(missing, power));
        }
        return expected;
    }

    private static String value(String text, String name) {
        Matcher found = Pattern.compile("(?m)^" + name + " = (.*)$").matcher(text);
        if (!found.find()) {
            throw new AssertionError("TestData.jl has no " + name);
        }
        return found.group(1);
    }

    /** The arguments of the call that a name is set to. */
    private static List<String> arguments(String text, String beginning) {
        Matcher found = Pattern.compile("(?m)^" + Pattern.quote(beginning) + "(\\{[^}]*})?\\(")
                .matcher(text);
        if (!found.find()) {
            throw new AssertionError("TestData.jl has no " + beginning);
        }
        return split(text, found.end(), ',');
    }

    /** Splits up to the bracket that closes what was open before. */
    private static List<String> split(String text, int from, char at) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; ; i++) {
            char c = text.charAt(i);
            if (c == at && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 && --depth < 0) {
                parts.add(text.substring(start, i).strip());
                return parts;
            }
        }
    }

    private static double[][] matrix(String text) {
        List<double[]> rows = new ArrayList<>();
        Matcher fill = Pattern.compile("fill\\(([^,]*),([^,]*),([^,]*)\\)").matcher(text);
        if (fill.matches()) {
            for (int r = 0; r < Integer.parseInt(fill.group(2).strip()); r++) {
                double[] row = new double[Integer.parseInt(fill.group(3).strip())];
                Arrays.fill(row, Double.parseDouble(fill.group(1).strip()));
                rows.add(row);
            }
        } else if (text.startsWith("[")) {
            split(text, 1, ';').forEach(part -> rows.addAll(Arrays.asList(matrix(part))));
        } else {
            rows.add(row(text));
        }
        return rows.toArray(new double[0][]);
    }

    private static double[] row(String text) {
        return Pattern.compile("[\\s,\\[\\]]+")
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
