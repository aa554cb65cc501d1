package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.service.kernel.Unpacked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and SIGTERM stop the service and its database, whenever they come; none of its processes is left. */
class StopTest {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path ENV = Path.of("/usr/bin/env");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by the test engine
    private Path folder;

    private @Nullable Process service;

    /** Starts it as the leader of a process group of its own, as a shell does. */
    private Process start(String port) throws IOException {
        Process started = new ProcessBuilder(List.of(
                        SETSID.toString(),
                        ENV.toString(),
                        "--default-signal=INT", // who is started in the background passes on that it is ignored
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        port,
                        "--trials",
                        "20000"))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        service = started;
        return started;
    }

    @BeforeEach
    void needsProcessGroups() {
        assumeTrue(Files.isExecutable(SETSID), "setsid makes process groups");
    }

    @AfterEach
    void endWhatIsLeft() {
        if (service != null) {
            service.destroyForcibly();
        }
        left().forEach(ProcessHandle::destroyForcibly);
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** Processes that run in the data folder. */
    private Stream<ProcessHandle> left() {
        String data = folder.resolve("data").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data));
    }

    private void await(Process process, String text) throws IOException, InterruptedException {
        for (int i = 0; i < 1200; i++) {
            if (Files.exists(log()) && Files.readString(log()).contains(text)) {
                return;
            }
            assertThat(process.isAlive()).as("ended early: %s", log()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("'" + text + "' did not come");
    }

    private static void signal(String name, String target) throws IOException, InterruptedException {
        int status =
                new ProcessBuilder("kill", "-" + name, "--", target).start().waitFor();
        assertThat(status).isZero();
    }

    private void assertStopped(Process process, int status) throws IOException, InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(status);
        for (int i = 0; i < 100 && left().findAny().isPresent(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(left()).isEmpty();
        assertThat(Files.readString(log())).doesNotContain("Exception", "ERROR");
    }

    @ParameterizedTest
    @CsvSource({"INT, true, 130", "TERM, false, 143"})
    void stopsEverythingWhileRunsAreGoingOn(String signal, boolean wholeGroup, int status) throws Exception {
        Unpacked.in(folder.resolve("data"));
        Process process = start("0");
        await(process, "Holdfast is ready: ");
        signal(signal, (wholeGroup ? "-" : "") + process.pid());
        assertStopped(process, status);
    }

    @Test
    void refusesATakenPortBeforeAnythingIsStarted() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start(Integer.toString(taken.getLocalPort()));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(Files.readString(log()))
                    .contains("127.0.0.1:" + taken.getLocalPort() + " cannot be used", "--port")
                    .doesNotContain("\tat ");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void stopsTheDatabaseWhenItIsToldToStopWhileStarting() throws Exception {
        Unpacked.in(folder.resolve("data"));
        Process process = start("0");
        Path log = folder.resolve("data/database/database.log");
        for (int i = 0; i < 1200 && !(Files.exists(log) && Files.readString(log).contains("ready to accept")); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        signal("TERM", Long.toString(process.pid()));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100 && left().findAny().isPresent(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(left()).isEmpty();
    }
}
