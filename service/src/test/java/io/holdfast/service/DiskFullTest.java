package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the data folder fills up while people write: what was acknowledged is there, whoever writes is told, and everything
 * goes on when there is room again, with and without a restart. Needs a system that lets a process mount a small file system of its
 * own.
 */
class DiskFullTest {

    private static final List<String> OWN_MOUNTS = List.of("unshare", "--user", "--map-root-user", "--mount", "--");

    private final AtomicReference<@Nullable Http> now = new AtomicReference<>();

    private static boolean canMount(Path folder) throws Exception {
        List<String> command = new ArrayList<>(OWN_MOUNTS);
        command.addAll(List.of("mount", "-t", "tmpfs", "none", folder.toString()));
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** A process that holds a small file system in the folder, which only those see who join it. */
    private static Process hold(Path data) throws Exception {
        List<String> command = new ArrayList<>(OWN_MOUNTS);
        command.addAll(List.of(
                "bash",
                "-c",
                "mount -t tmpfs -o size=320m none \"$0\" && echo mounted && exec sleep 1800",
                data.toString()));
        Process holder = new ProcessBuilder(command).start();
        assertThat(holder.inputReader().readLine()).isEqualTo("mounted");
        return holder;
    }

    private static ServiceProcess launch(Process holder, Path data) throws IOException {
        List<String> join = List.of(
                "nsenter",
                "--target",
                Long.toString(holder.pid()),
                "--user",
                "--mount",
                "--preserve-credentials",
                "--");
        return ServiceProcess.launch(data, join, Map.of(), "--demo", "--trials", "500");
    }

    @Test
    void whatWasAcknowledgedOutlivesAFullDisk(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        assumeTrue(canMount(data), "this system lets no process mount a file system of its own");
        Process holder = hold(data);
        Path filler = Path.of("/proc/" + holder.pid() + "/root" + data.toAbsolutePath(), "filler");
        ServiceProcess service = launch(holder, data);
        WriteLoad load = null;
        try {
            now.set(service.awaitReady());
            load = WriteLoad.start(now::get);
            awaitWritten(load, 5);
            fill(filler);
            awaitRefused();
            Files.delete(filler);
            awaitWritten(load, 5);
            load.requireKept();
            fill(filler);
            awaitRefused();
            now.set(null);
            service.killAll();
            Files.delete(filler);
            service = launch(holder, data);
            now.set(service.awaitReady());
            awaitWritten(load, 5);
            load.stop();
            load.requireAllKept();
            System.out.println("DiskFullTest: " + load);
        } finally {
            now.set(null);
            service.stop();
            holder.destroyForcibly();
            if (load != null) {
                load.abandon();
            }
        }
    }

    /** Leaves no room at all. */
    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (int i = 0; i < 1 << 14; i++) {
                out.write(block);
            }
            throw new AssertionError("there is more room than was made");
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    /** Asks for something large until it is refused, with a sentence. */
    private void awaitRefused() throws Exception {
        for (int i = 0; i < 600; i++) {
            Http http = Objects.requireNonNull(now.get());
            int status = http.post("api/runs", "{\"scenario\": \"tpe-lost\", \"trials\": 30, \"seed\": 1}")
                    .statusCode();
            if (status == 429) {
                TimeUnit.MILLISECONDS.sleep(100); // as many wait as may
            } else if (status != 202) {
                assertThat(status).isIn(503, 507);
                return;
            }
        }
        throw new AssertionError("600 runs were kept on a full disk");
    }

    private static void awaitWritten(WriteLoad load, int writes) throws InterruptedException {
        long before = load.acknowledged();
        for (int i = 0; load.acknowledged() < before + writes; i++) {
            assertThat(i).as("nothing is written any more: %s", load).isLessThan(1_200);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
