package io.holdfast.simulator.lanes;

import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.TableSampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes a plain element for all lanes of a block at once. Hot. One instance a thread. */
final class PlainElements {

    private final LaneBlock b;
    private final LaneCrews crews;
    private final LanePasses passes;
    private final int lanes;
    private final int[] high;
    private final int[] low;
    private final int[] index;
    private final long[] piece;
    private final int[] mask;
    private final int[] seconds1;
    private final int[] seconds2;
    private final int[] success1;
    private final int[] success2;
    private final int[] from1;
    private final int[] from2;
    private final int[] lost;
    private final int[] wait;
    private final int[] run;
    private final int[] end;
    private final int[] lead;
    private final List<int[]> ranks = new ArrayList<>();

    PlainElements(LaneBlock block, LaneCrews crews) {
        b = block;
        this.crews = crews;
        passes = block.passes;
        lanes = block.lanes;
        high = lane();
        low = lane();
        index = lane();
        piece = new long[lanes + 16];
        mask = lane();
        seconds1 = lane();
        seconds2 = lane();
        success1 = lane();
        success2 = lane();
        from1 = lane();
        from2 = lane();
        lost = lane();
        wait = lane();
        run = lane();
        end = lane();
        lead = lane();
    }

    private int[] lane() {
        return new int[lanes + 16];
    }

    /** The same as {@link #run} of an element of the direct form, in fewer passes. */
    int @Nullable [] run(DirectElement x, int[] into) {
        int e = x.element;
        int[] hit = b.all;
        if (x.hitAlone) {
            hit = passes.strike(b.hashes, x.hitKey, x.hitCells, mask, lanes) ? mask : null;
        } else if (!x.hit.isCertain()) {
            hit = b.together(x.hit);
        }
        if (hit == null) {
            int[] needs = gate(x.gate, into);
            b.quiet[e] = b.isAlways(needs);
            b.starts[e] = needs;
            return null;
        }
        crews.noteStruck(e, hit);
        passes.words(b.hashes, x.key, x.cells, x.table, high, index, lanes);
        int met = x.people == LaneProgram.AUTOMATIC ? recover(x, hit, b.atOnce, into) : asked(x, hit, into);
        b.quiet[e] = false;
        b.starts[e] = into;
        if ((met & LanePasses.INSTANT) != 0) {
            noteInstant(x, hit);
        }
        return (met & LanePasses.LATE) != 0 ? unrecovered(hit, into) : null;
    }

    private int asked(DirectElement x, int[] hit, int[] into) {
        ask(x.people, hit);
        return recover(x, hit, b.ready[x.people], into);
    }

    private int recover(DirectElement x, int[] hit, int[] people, int[] into) {
        int[] one = b.always;
        int[] other = one;
        int[] third = one;
        if (x.two) {
            passes.middle(b.starts[x.one], b.starts[x.other], b.starts[x.third], wait, lanes);
            one = wait;
            other = wait;
            third = wait;
        } else if (x.members < 0) {
            one = gate(x.gate, wait);
            other = one;
            third = one;
        } else if (x.members > 0) {
            one = b.starts[x.one];
            other = x.members > 1 ? b.starts[x.other] : one;
            third = x.members > 2 ? b.starts[x.third] : one;
        }
        int limit = b.program.horizonSeconds();
        return passes.recover(
                x.table, high, index, piece, hit, one, other, third, people, x.more, x.least, limit, into, lanes);
    }

    /** Marks lanes in which the work took no time: rare, so the time is looked up anew. */
    private void noteInstant(DirectElement x, int[] hit) {
        passes.draw(b.hashes, x.key, high, low, lanes);
        passes.sample(x.table, high, index, piece, seconds1, lanes);
        for (int l = 0; l < lanes; l++) {
            b.zero[l] |= hit[l] & ((seconds1[l] - 1) >> 31);
        }
    }

    /** Fills an element's starts. Gives the lanes in which it was hit and never recovered, or null for none. */
    int @Nullable [] run(LaneElement x, int[] into) {
        int e = x.element();
        boolean unhit = x.hits().isEmpty();
        int[] hit = unhit ? null : hit(x.hits().getFirst());
        int[] needs = gate(x.own(), wait);
        if (hit == null) {
            b.quiet[e] = b.isAlways(needs);
            b.starts[e] = restarted(x, needs, into);
            return null;
        }
        b.quiet[e] = false;
        b.starts[e] = into;
        crews.noteStruck(e, hit);
        int[] back = restarted(x, needs, lost);
        List<LaneMethod> methods = x.methods();
        if (methods.isEmpty()) {
            passes.choose(hit, b.never, back, into, lanes);
            return hit;
        }
        if (x.runsOnStart()) {
            return work(x, needs, hit, back, into) ? unrecovered(hit, into) : null;
        }
        boolean someLost = work(x, needs, hit, back, end);
        int[] gate = gate(methods.getFirst().run(), run);
        passes.later(end, gate, run, lanes);
        passes.choose(hit, run, back, into, lanes);
        return someLost ? unrecovered(hit, end) : null;
    }

    private int[] unrecovered(int[] hit, int[] end) {
        int[] found = new int[lanes];
        int horizon = b.program.horizonSeconds();
        for (int l = 0; l < lanes; l++) {
            found[l] = hit[l] != 0 && end[l] > horizon ? -1 : 0;
        }
        return found;
    }

    private int @Nullable [] hit(LaneHit hit) {
        if (hit.isCertain()) {
            return b.all;
        }
        if (hit.together()) {
            return b.together(hit);
        }
        return passes.strike(b.hashes, hit.key() & ~1, hit.cells(), mask, lanes) ? mask : null;
    }

    private int[] restarted(LaneElement x, int[] needs, int[] into) {
        Sampler restart = x.restart();
        if (restart == null || b.isAlways(needs)) {
            return LaneBlock.isSame(needs, wait) ? copy(needs, into) : needs;
        }
        passes.draw(b.hashes, x.restartKey() & ~1, high, low, lanes);
        sample(restart, seconds1);
        passes.after(needs, seconds1, into, lanes);
        return into;
    }

    private static int[] copy(int[] from, int[] into) {
        System.arraycopy(from, 0, into, 0, from.length);
        return into;
    }

    /** Works the one or two methods of an element; whether any lane is not recovered by the horizon. */
    private boolean work(LaneElement x, int[] own, int[] hit, int[] back, int[] into) {
        List<LaneMethod> methods = x.methods();
        LaneMethod first = methods.getFirst();
        int[] needs = from(first, x.startsOnOwn() ? own : gate(first.start(), from1));
        int[] from = ready(first, needs, lead);
        int horizon = b.program.horizonSeconds();
        ask(first.ready(), hit);
        draw(first, seconds1, success1);
        if (methods.size() == 1) {
            return passes.work(from, seconds1, success(first, success1), hit, back, horizon, b.zero, into, lanes);
        }
        LaneMethod second = methods.get(1);
        int[] fromSecond = ready(second, needs, from2);
        draw(second, seconds2, success2);
        return passes.workOfTwo(
                from,
                seconds1,
                success(first, success1),
                fromSecond,
                seconds2,
                success(second, success2),
                hit,
                back,
                horizon,
                b.zero,
                into,
                lanes);
    }

    private int[] success(LaneMethod method, int[] success) {
        return method.successCells() == LaneHit.CERTAIN ? b.all : success;
    }

    /** When all that a method needs to start is met. */
    private int[] from(LaneMethod method, int[] start) {
        int[] also = gate(method.also(), run);
        if (b.isAlways(also)) {
            return start;
        }
        passes.later(start, also, from1, lanes);
        return from1;
    }

    private int[] ready(LaneMethod method, int[] needs, int[] into) {
        if (method.ready() == LaneProgram.AUTOMATIC) {
            return needs;
        }
        int[] people = b.ready[method.ready()];
        if (b.isAlways(needs)) {
            return people;
        }
        passes.later(needs, people, into, lanes);
        return into;
    }

    private void ask(int group, int[] hit) {
        if (group != LaneProgram.AUTOMATIC && !b.allAsked[group]) {
            b.allAsked[group] = passes.mark(hit, b.asked[group], lanes);
        }
    }

    private void draw(LaneMethod method, int[] seconds, int[] success) {
        boolean certain = method.successCells() == LaneHit.CERTAIN;
        if (!certain && method.work() instanceof TableSampler table) {
            passes.method(
                    b.hashes,
                    method.durationKey(),
                    method.successCells(),
                    table,
                    high,
                    index,
                    piece,
                    seconds,
                    success,
                    lanes);
            return;
        }
        passes.draw(b.hashes, method.durationKey(), high, low, lanes);
        sample(method.work(), seconds);
        if (!certain) {
            passes.below(low, high, method.successCells(), success, lanes);
        }
    }

    private void sample(Sampler sampler, int[] seconds) {
        if (sampler instanceof TableSampler table) {
            passes.sample(table, high, index, piece, seconds, lanes);
            return;
        }
        if (sampler instanceof Sampler.Constant) {
            Arrays.fill(seconds, LaneBlock.seconds(sampler.ticks(0.5)));
            return;
        }
        for (int l = 0; l < lanes; l++) {
            long bits = ((long) high[l] << 32) | (low[l] & 0xFFFFFFFFL);
            seconds[l] = LaneBlock.seconds(sampler.ticks(io.holdfast.simulator.sampling.KeyedDraws.unit(bits)));
        }
    }

    /** The times of a gate: {@code b.always} itself where nothing below it stopped, else an array not to be changed. */
    private int[] gate(Gate gate, int[] into) {
        return switch (gate) {
            case Gate.Open open -> b.always;
            case Gate.Member member -> b.quiet[member.element()] ? b.always : b.starts[member.element()];
            case Gate.All every -> all(every.members(), into);
            case Gate.AtLeast some -> atLeast(some, into);
        };
    }

    private int[] all(List<Gate> members, int[] into) {
        int[] latest = b.always;
        for (int i = 0; i < members.size(); i++) {
            Gate member = members.get(i);
            if (!(member instanceof Gate.Member simple)) {
                return byLane(new Gate.All(members), into);
            }
            if (!b.quiet[simple.element()]) {
                int[] times = b.starts[simple.element()];
                if (b.isAlways(latest)) {
                    latest = times;
                } else {
                    passes.later(latest, times, into, lanes);
                    latest = into;
                }
            }
        }
        return latest;
    }

    /** The k-th smallest: each member in turn sinks to its place among the smallest k so far. */
    private int[] atLeast(Gate.AtLeast gate, int[] into) {
        int wanted = gate.count();
        for (Gate member : gate.members()) {
            if (!(member instanceof Gate.Member)) {
                return byLane(gate, into);
            }
            wanted -= b.isAlways(gate(member, into)) ? 1 : 0;
        }
        if (wanted <= 0) {
            return b.always;
        }
        if (gate.count() == 2 && gate.members().size() == 3 && wanted == 2) {
            passes.middle(times(gate, 0), times(gate, 1), times(gate, 2), into, lanes);
            return into;
        }
        while (ranks.size() <= wanted) {
            ranks.add(lane());
        }
        int filled = 0;
        int[] sinking = ranks.get(wanted);
        for (Gate member : gate.members()) {
            int[] times = gate(member, into);
            if (b.isAlways(times)) {
                continue;
            }
            System.arraycopy(times, 0, sinking, 0, lanes);
            for (int rank = 0; rank < filled; rank++) {
                int[] smaller = ranks.get(rank);
                passes.earlier(smaller, sinking, into, lanes);
                passes.later(smaller, sinking, sinking, lanes);
                System.arraycopy(into, 0, smaller, 0, lanes);
            }
            if (filled < wanted) {
                System.arraycopy(sinking, 0, ranks.get(filled++), 0, lanes);
            }
        }
        System.arraycopy(ranks.get(wanted - 1), 0, into, 0, lanes);
        return into;
    }

    private int[] times(Gate.AtLeast gate, int position) {
        return gate(gate.members().get(position), run);
    }

    private int[] byLane(Gate gate, int[] into) {
        int any = Lane.ALWAYS;
        for (int l = 0; l < lanes; l++) {
            into[l] = gate.at(b.starts, l);
            any = Math.max(any, into[l]);
        }
        return any == Lane.ALWAYS ? b.always : into;
    }
}
