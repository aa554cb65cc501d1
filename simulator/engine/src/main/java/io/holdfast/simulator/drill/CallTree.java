package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.AddressBook;
import io.holdfast.simulator.sampling.Draws;
import io.holdfast.simulator.sampling.Purpose;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.Ticks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls contacts and, where one is not reached, the deputy. A contact is waited for as long as answering takes, whether or not the
 * call is answered in the end: one draw a contact and trial for each of the two, so that a deputy of two is one person. Immutable.
 */
final class CallTree {

    private final double[] reach;
    private final @Nullable Sampler[] answers;
    private final long[] reachKey;
    private final long[] answersKey;
    private final int[] deputy;
    private final Map<Id, Integer> numberOf = new HashMap<>();

    CallTree(List<Contact> contacts) {
        int n = contacts.size();
        reach = new double[n];
        answers = new Sampler[n];
        reachKey = new long[n];
        answersKey = new long[n];
        deputy = new int[n];
        for (int c = 0; c < n; c++) {
            numberOf.put(contacts.get(c).id(), c);
        }
        for (int c = 0; c < n; c++) {
            Contact contact = contacts.get(c);
            UncertainHours time = contact.answers();
            String address = "contact " + contact.id();
            reach[c] = contact.reach();
            answers[c] = time == null ? null : Sampler.of(time.distribution());
            reachKey[c] = AddressBook.key(address, Purpose.REACH);
            answersKey[c] = AddressBook.key(address, Purpose.ANSWERS);
            Id next = contact.deputy();
            deputy[c] = next == null ? -1 : numberOf.getOrDefault(next, -1);
        }
    }

    /** The numbers of contacts. */
    int[] numbers(List<Contact> contacts) {
        return contacts.stream()
                .mapToInt(each -> numberOf.getOrDefault(each.id(), -1))
                .filter(number -> number >= 0)
                .toArray();
    }

    /** How a chain of calls ended. Reused; one instance a thread. */
    final class Call {

        private final boolean[] asked = new boolean[reach.length];
        private long reachedAt;
        private long endedAt;

        /** Calls a contact at a moment, then deputies until one is reached or nobody is left. */
        void from(int contact, long moment, Draws draws) {
            java.util.Arrays.fill(asked, false);
            reachedAt = Ticks.NEVER;
            endedAt = moment;
            int next = contact;
            while (next >= 0 && !asked[next] && reachedAt == Ticks.NEVER) {
                asked[next] = true;
                Sampler time = answers[next];
                endedAt += time == null ? 0 : time.ticks(draws.uniform(answersKey[next], 0));
                if (draws.uniform(reachKey[next], 0) < reach[next]) {
                    reachedAt = endedAt;
                }
                next = deputy[next];
            }
        }

        /** When somebody was reached, or never. */
        long reachedAt() {
            return reachedAt;
        }

        /** When the last call ended. */
        long endedAt() {
            return endedAt;
        }
    }
}
