package io.holdfast.simulator.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The same on SimPy, where a Python with it is there. */
final class SimPy {

    private SimPy() {}

    /** What a run told. */
    record Told(double seconds, double mean) {}

    /** Runs trials of a network; empty where there is no Python with SimPy. */
    static Optional<Told> run(Network network, long trials) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("holdfast-bench");
        Path script = folder.resolve("network.py");
        Path data = folder.resolve("network.txt");
        try (InputStream source = SimPy.class.getResourceAsStream("/network.py")) {
            if (source == null) {
                throw new IllegalStateException("network.py is missing in the jar");
            }
            Files.write(script, source.readAllBytes());
            Files.writeString(data, text(network));
            return start(script, data, trials);
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(data);
            Files.deleteIfExists(folder);
        }
    }

    private static Optional<Told> start(Path script, Path data, long trials) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("python3", script.toString(), data.toString(), Long.toString(trials)).start();
        } catch (IOException e) {
            return Optional.empty(); // no python3 on this machine: the report says so
        }
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        int code = process.waitFor();
        if (code == 3) {
            return Optional.empty();
        }
        if (code != 0) {
            throw new IOException("SimPy ended with code " + code + ": " + told);
        }
        String[] parts = told.split(" ", 2);
        return Optional.of(new Told(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
    }

    /** First whether rebuilding is drawn; then a line an element: how many suffice, median and p90 to restore, hours to rebuild, needs. */
    private static String text(Network network) {
        StringBuilder text = new StringBuilder(network.twoDrawn() ? "drawn\n" : "fixed\n");
        for (int e = 0; e < network.size(); e++) {
            text.append(network.atLeast()[e])
                    .append(' ')
                    .append(Network.restore(e).median())
                    .append(' ')
                    .append(Network.restore(e).p90())
                    .append(' ')
                    .append(Network.rebuildHours(e));
            for (int need : network.needs()[e]) {
                text.append(' ').append(need);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
