package io.holdfast.service;

import io.holdfast.service.kernel.Unpacked;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The service as a process of its own, which tests can kill. */
final class ServiceProcess {

    private static final String READY = "Holdfast is ready: ";

    private final Path data;
    private final Process process;

    private ServiceProcess(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    /** Begins to start it; does not wait. */
    static ServiceProcess launch(Path data, List<String> before, Map<String, String> environment, String... more)
            throws IOException {
        Unpacked.in(data);
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!environment.containsKey("JDK_JAVA_OPTIONS")) { // who says how Java runs says all of it
            command.add("-XX:TieredStopAtLevel=1"); // it is gone before better code would pay
        }
        command.addAll(List.of(
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "--data",
                data.toString(),
                "--port",
                "0"));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Path log = data.resolveSibling(data.getFileName() + ".log");
        return new ServiceProcess(
                data,
                builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start());
    }

    static ServiceProcess launch(Path data, String... more) throws IOException {
        return launch(data, List.of(), Map.of(), more);
    }

    /** What it has written for whoever runs it, of all starts on its folder. */
    static String log(Path data) throws IOException {
        return Files.readString(data.resolveSibling(data.getFileName() + ".log"));
    }

    /** Waits until it is ready and says where; what it prints beside that is added to a list. */
    String awaitReady(List<String> printed) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        Optional<String> url = Optional.empty();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            printed.add(line);
            if (line.startsWith(READY)) {
                url = Optional.of(line.substring(READY.length()));
                break;
            }
        }
        while (out.ready()) {
            printed.add(out.readLine());
        }
        return url.orElseThrow(() -> new AssertionError("the service did not start: " + printed));
    }

    Http awaitReady() throws IOException {
        return new Http(awaitReady(new ArrayList<>()));
    }

    long pid() {
        return process.pid();
    }

    /** Kills the service alone, its database goes on. */
    void killService() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Kills the first process of its database; false where none is there. */
    boolean killDatabase() throws IOException {
        Path pidFile = data.resolve("database/cluster/postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        return !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .map(ProcessHandle::destroyForcibly)
                        .orElse(false);
    }

    /** Kills the service and everything that it has started. */
    void killAll() throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    /** Stops it as an operator does; kills what is left. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
        killAll();
        String ours = data.toString();
        ProcessHandle.allProcesses()
                .filter(each -> each.info().commandLine().orElse("").contains(ours))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
