package io.holdfast.service.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void letsOnlySoManyWorkAtOnce() throws Exception {
        Turns turns = new Turns(2, Duration.ofSeconds(30));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> turns.take(() -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(200_000);
                        now.decrementAndGet();
                        return i;
                    })))
                    .toList();
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).get()).isEqualTo(i);
            }
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void tellsWhoeverWaitsTooLongToComeAgain() throws Exception {
        Turns turns = new Turns(1, Duration.ofMillis(50));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(() -> turns.take(() -> {
                begun.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return "done";
            }));
            begun.await();
            assertThatThrownBy(() -> turns.take(() -> "at once"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Try again");
            end.countDown();
            assertThat(first.get()).isEqualTo("done");
        }
        assertThat(turns.take(() -> "after it")).isEqualTo("after it");
    }

    @Test
    void aFaultGivesTheTurnBack() {
        Turns turns = new Turns(1, Duration.ofMillis(50));
        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
        assertThat(turns.take(() -> "after it")).isEqualTo("after it");
    }
}
