package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service, its database or both are killed at random moments while people write: what was acknowledged is there, nothing was
 * done twice, the chain of the audit is whole and every run ends. Of every four kills each is of another victim. {@code -Dholdfast.long=true} kills 200 times, {@code
 * -Dholdfast.seed=N} draws the same moments again.
 */
class FaultTest {

    private static final int KILLS =
            Integer.getInteger("holdfast.kills", Boolean.getBoolean("holdfast.long") ? 200 : 5);
    private static final long SEED = Long.getLong("holdfast.seed", new SecureRandom().nextLong());

    private final Random random = new Random(SEED);
    private final AtomicReference<@Nullable Http> now = new AtomicReference<>();

    private enum Victim {
        SERVICE,
        DATABASE,
        BOTH,
        BOTH_AND_THE_NEXT_START
    }

    @Test
    void whatWasAcknowledgedOutlivesEveryKill(@TempDir Path folder) throws Exception {
        System.out.println("FaultTest: " + KILLS + " kills, -Dholdfast.seed=" + SEED);
        Path data = folder.resolve("data");
        ServiceProcess service = launch(data);
        WriteLoad load = null;
        try {
            now.set(service.awaitReady());
            load = WriteLoad.start(now::get);
            Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
            Deque<Victim> turns = new ArrayDeque<>();
            for (int kill = 0; kill < KILLS; kill++) {
                awaitProgress(load);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_200));
                if (turns.isEmpty()) {
                    turns.addAll(shuffled());
                }
                Victim victim = turns.remove();
                service = kill(victim, service, data);
                killed.merge(victim, 1, Integer::sum);
                load.requireKept();
            }
            awaitProgress(load);
            load.stop();
            load.requireAllKept();
            System.out.println("FaultTest: " + load + "; killed " + killed);
        } catch (AssertionError e) {
            System.out.println(ServiceProcess.log(data)); // why it was so
            throw e;
        } finally {
            now.set(null);
            service.stop();
            if (load != null) {
                load.abandon();
            }
        }
        assertThat(ServiceProcess.log(data)).doesNotContain("OutOfMemoryError", "could not be read");
    }

    /** Each victim once, in an order of chance. */
    private List<Victim> shuffled() {
        List<Victim> victims = new ArrayList<>(List.of(Victim.values()));
        Collections.shuffle(victims, random);
        return victims;
    }

    private static ServiceProcess launch(Path data) throws Exception {
        return ServiceProcess.launch(data, "--demo", "--trials", "500");
    }

    private ServiceProcess kill(Victim victim, ServiceProcess service, Path data) throws Exception {
        if (victim == Victim.DATABASE) {
            assertThat(service.killDatabase()).isTrue();
            return service;
        }
        now.set(null);
        if (victim == Victim.SERVICE) {
            service.killService();
        } else {
            service.killAll();
        }
        if (victim == Victim.BOTH_AND_THE_NEXT_START) {
            ServiceProcess starting = launch(data);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(4_000));
            starting.killAll();
        }
        ServiceProcess next = launch(data);
        now.set(next.awaitReady());
        return next;
    }

    /** Waits until people have written something since the last kill. */
    private static void awaitProgress(WriteLoad load) throws InterruptedException {
        long before = load.acknowledged();
        for (int i = 0; load.acknowledged() < before + 3; i++) {
            assertThat(i).as("nothing is written any more: %s", load).isLessThan(1_200);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
