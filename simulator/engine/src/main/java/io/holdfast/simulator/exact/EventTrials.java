package io.holdfast.simulator.exact;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.lanes.LanePasses;
import io.holdfast.simulator.sampling.KeyedDraws;
import java.util.Arrays;
import java.util.Optional;

/**
 * Trials of the moment of the event alone, 64 of them in a word: in how many an element does not serve, before anything is
 * recovered. What {@link ExactRisk} answers by a diagram, for events whose diagram is too large, and to check it with.
 *
 * <p>A chance is a word of bits that are set with its probability, made by comparing the binary digits of 64 uniform numbers
 * with those of the probability, all at once, until all are decided; needs are operations on words. The stream is its own:
 * digit d of the trials 64w to 64w + 63 is {@link KeyedDraws#bits} of the hash of w under another seed, of the chance's key,
 * and of the occurrence d. Not for use by several threads; trials are, in any parts and order.
 */
public final class EventTrials {

    /** Trials in a word. */
    public static final int A_WORD = Long.SIZE;

    private static final int WORDS = 256;

    private static final long STREAM = 0x6A09E667F3BCC908L;

    private final EventProgram program;
    private final LanePasses passes;
    private final long[][] rows;
    private final long[] hashes = new long[WORDS];
    private final long[] open = new long[WORDS];

    private EventTrials(EventProgram program, LanePasses passes) {
        this.program = program;
        this.passes = passes;
        rows = new long[program.rows()][WORDS];
        Arrays.fill(rows[EventProgram.ALL], -1L);
    }

    /**
     * Trials of an element, by its number; empty where shares of pools decide whether it serves.
     *
     * @param passes the loops over words, which change no bit
     */
    public static Optional<EventTrials> find(CompiledModel model, int e, LanePasses passes) {
        return EventProgram.find(model, e).map(program -> new EventTrials(program, passes));
    }

    /** How many elements bear on the answer, the element itself included. */
    public int elements() {
        return program.elements();
    }

    /**
     * In how many trials the element is down.
     *
     * @param from the first word
     * @param to the word after the last; the trials are 64 a word
     */
    public long down(long seed, long from, long to) {
        KeyedDraws draws = new KeyedDraws(seed ^ STREAM);
        long down = 0;
        for (long word = from; word < to; word += WORDS) {
            for (int w = 0; w < WORDS; w++) {
                hashes[w] = draws.hashOf(word + w);
            }
            for (int stage = 0; stage < program.stages(); stage++) {
                run(program.code(stage), program.circle(stage));
            }
            down += count(rows[program.top()], (int) Math.min(WORDS, to - word));
        }
        return down;
    }

    /** Elements on a cycle all serve until one is known not to: downwards until nothing changes. */
    private void run(int[] code, int[] circle) {
        for (int row : circle) {
            Arrays.fill(rows[row], 0);
        }
        long before = -1;
        long now = step(code, circle);
        while (now != before && circle.length > 0) {
            before = now;
            now = step(code, circle);
        }
    }

    private long step(int[] code, int[] circle) {
        for (int at = 0; at < code.length; at += EventProgram.A_STEP) {
            long[] into = rows[code[at + 1]];
            int one = code[at + 2];
            int other = code[at + 3];
            switch (code[at]) {
                case EventProgram.DRAW ->
                    passes.chance(hashes, program.key(one), program.cells(one), open, into, WORDS);
                case EventProgram.OR -> or(rows[one], rows[other], into);
                case EventProgram.AND -> and(rows[one], rows[other], into);
                default -> orOfBoth(rows[one], rows[other], into);
            }
        }
        long sum = 0;
        for (int row : circle) {
            sum += count(rows[row], WORDS);
        }
        return sum;
    }

    private static long count(long[] row, int words) {
        long count = 0;
        for (int w = 0; w < words; w++) {
            count += Long.bitCount(row[w]);
        }
        return count;
    }

    private static void or(long[] one, long[] other, long[] into) {
        for (int w = 0; w < WORDS; w++) {
            into[w] = one[w] | other[w];
        }
    }

    private static void and(long[] one, long[] other, long[] into) {
        for (int w = 0; w < WORDS; w++) {
            into[w] = one[w] & other[w];
        }
    }

    private static void orOfBoth(long[] one, long[] other, long[] into) {
        for (int w = 0; w < WORDS; w++) {
            into[w] |= one[w] & other[w];
        }
    }
}
