package io.holdfast.simulator.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The machine that is measured on, without its name. */
final class Machine {

    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    static String describe() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        return "Machine: %s, %d cores, %s %s; Java %s, heap at most %,d MiB."
                .formatted(
                        processor(),
                        runtime.availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version(),
                        runtime.maxMemory() >> 20);
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(CPU)) {
            return "processor unknown";
        }
        String model = value("model name");
        return model + " (family " + value("cpu family") + ", model " + value("model") + ", " + value("cpu MHz")
                + " MHz, " + (Files.readString(CPU).contains("avx512f") ? "AVX-512" : "no AVX-512") + ")";
    }

    private static String value(String key) throws IOException {
        return Files.readAllLines(CPU).stream()
                .filter(line -> line.split(":", 2)[0].trim().equals(key))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("unknown");
    }

    /** What all threads of this process have taken of the cores until now, the compiler's and the collector's included. */
    static double coreSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    static void resetPeak() {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    static long peakMib() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** From the start of a Java to the end of its one run. */
    static double coldSeconds(int elements, long trials) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName()));
        command.addAll(List.of("--cold", Integer.toString(elements), Long.toString(trials)));
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("The cold run ended with code " + code + ".");
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
