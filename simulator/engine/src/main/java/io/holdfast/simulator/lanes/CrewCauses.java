package io.holdfast.simulator.lanes;

import java.util.Arrays;

/**
 * Why things begin in one trial of a {@link CrewLoop}: chains of links back to the event, written at the moment. Links are
 * numbered: methods first, then elements, the response, waits for teams. Hot. One instance a thread.
 */
final class CrewCauses {

    /** The end of every chain. */
    static final int NONE = -1;

    /** Nothing came at the moment that is asked for. */
    private static final int UNKNOWN = -2;

    private final CrewProgram p;
    private final CrewGates gates;
    private final int elementLinks;
    private final int response;
    private final int[] rows;
    private final int[] missing;
    private final int[] startChain;
    private final int[] waitingChain;
    private final int[] workChain;
    private final int[] restartChain;
    private final int[] endedAt;
    private final int[] endedMethod;
    private final int[] endedChain;
    private final int[] freedAt;
    private final int[] freedChain;
    private int[] link = new int[256];
    private int[] before = new int[256];
    private int count;
    private final int[] seenAt;
    private int walk;
    private int[] path = new int[64];

    CrewCauses(CrewProgram program, int[] rows, int[] missing) {
        p = program;
        gates = program.gates;
        this.rows = rows;
        this.missing = missing;
        elementLinks = program.program.model().methods().size();
        response = elementLinks + program.program.model().elements().size();
        startChain = new int[program.size];
        waitingChain = new int[program.size];
        workChain = new int[program.size];
        restartChain = new int[program.size];
        endedAt = new int[program.size];
        endedMethod = new int[program.size];
        endedChain = new int[program.size];
        freedAt = new int[program.teams.sizes.length];
        freedChain = new int[freedAt.length];
        seenAt = new int[response + 1 + freedAt.length];
    }

    void reset() {
        count = 0;
        Arrays.fill(endedAt, Lane.ALWAYS);
        Arrays.fill(freedAt, Lane.ALWAYS);
    }

    private int add(int newLink, int earlier) {
        if (count == link.length) {
            link = Arrays.copyOf(link, 2 * count);
            before = Arrays.copyOf(before, 2 * count);
        }
        link[count] = newLink;
        before[count] = earlier;
        return count++;
    }

    private int gate(int m, int which) {
        return p.methods[m * CrewProgram.METHOD + which];
    }

    private int own(int id) {
        return p.elements[id * CrewProgram.ELEMENT + CrewProgram.OWN];
    }

    private int startOf(int id) {
        return rows[(id << CrewRow.SHIFT) + CrewRow.START];
    }

    private int elementLink(int id) {
        return elementLinks + p.element[id];
    }

    /** A method is chosen: what its start waited for last. */
    void chosen(int id, int m, int ready, int now) {
        waitingChain[id] = beginsAfter(id, m, ready, now);
    }

    private int beginsAfter(int id, int m, int ready, int now) {
        if (ready == now && now > 0) {
            return add(response, NONE);
        }
        int needed = completedNow(gate(m, CrewProgram.START), now);
        int chain = needed == UNKNOWN ? completedNow(gate(m, CrewProgram.ALSO), now) : needed;
        if (chain != UNKNOWN) {
            return chain;
        }
        return endedAt[id] == now ? endedChain[id] : NONE;
    }

    /** Work begins as it was chosen, or after a wait for people since a moment. */
    void begins(int id, int m, int since, int now) {
        int chain = since == now ? waitingChain[id] : afterWait(m, now);
        workChain[id] = add(p.methods[m * CrewProgram.METHOD + CrewProgram.NUMBER], chain);
    }

    private int afterWait(int m, int now) {
        int[] teams = p.teams.team;
        int of = p.teams.classOf[p.teams.slotOf[m] >>> 6];
        int from = p.teams.asksFrom[of];
        int chain = UNKNOWN;
        for (int i = from; chain == UNKNOWN && i < p.teams.asksFrom[of + 1]; i++) {
            if (freedAt[teams[i]] == now) {
                chain = add(response + 1 + teams[i], freedChain[teams[i]]);
            }
        }
        return chain == UNKNOWN ? add(response + 1 + teams[from], NONE) : chain;
    }

    /** Work ends, and frees its people. */
    void ends(int id, int m, int now) {
        endedAt[id] = now;
        endedMethod[id] = m;
        endedChain[id] = workChain[id];
        frees(m, workChain[id], now);
    }

    /** Of several that free people of a team at one instant, the first with a chain counts. */
    void frees(int m, int chain, int now) {
        int slot = p.teams.slotOf[m];
        int of = slot == CrewTeams.NOBODY ? 0 : p.teams.classOf[slot >>> 6];
        for (int i = p.teams.asksFrom[of]; slot != CrewTeams.NOBODY && i < p.teams.asksFrom[of + 1]; i++) {
            int team = p.teams.team[i];
            if (freedAt[team] != now || freedChain[team] == NONE) {
                freedChain[team] = chain;
            }
            freedAt[team] = now;
        }
    }

    /** The needs of an element are met from now on, and its restart runs. */
    void restarts(int id, int now) {
        restartChain[id] = Math.max(NONE, completedNow(own(id), now));
    }

    /** An element starts after its restart. */
    void startsAfterRestart(int id) {
        startChain[id] = add(elementLink(id), restartChain[id]);
    }

    /** An element starts on a method, or on itself where that is negative; the hazard that held it may have ended now. */
    void starts(int id, int m, boolean hazardEnds, int now) {
        if (m >= 0 && endedAt[id] == now && endedMethod[id] == m) {
            startChain[id] = endedChain[id];
        } else if (m < 0 && hazardEnds) {
            startChain[id] = add(elementLink(id), NONE);
        } else {
            startChain[id] = Math.max(NONE, completedNow(m < 0 ? own(id) : gate(m, CrewProgram.RUN), now));
        }
    }

    private int completedNow(int node, int now) {
        return node == CrewGates.OPEN ? UNKNOWN : came(node, now);
    }

    /** The chain of what let a met node be met now; unknown where what was there before meets it. */
    private int came(int node, int now) {
        int wanted = gates.wanted[node];
        int found = UNKNOWN;
        for (int i = gates.membersFrom[node]; i < gates.membersFrom[node + 1]; i++) {
            int member = gates.members[i];
            int came = member < 0 ? started(~member, now) : missing[member] <= 0 ? came(member, now) : UNKNOWN;
            boolean met = member < 0 ? startOf(~member) <= now : missing[member] <= 0;
            wanted -= met && came == UNKNOWN ? 1 : 0;
            found = found == UNKNOWN ? came : found;
        }
        return wanted <= 0 ? UNKNOWN : found;
    }

    private int started(int id, int now) {
        return startOf(id) == now ? startChain[id] : UNKNOWN;
    }

    /** Writes out the path of an element that started, each link once; how many links it has. */
    int follow(int id) {
        int length = 0;
        walk++;
        for (int chain = startChain[id]; chain != NONE; chain = before[chain]) {
            if (seenAt[link[chain]] != walk) {
                seenAt[link[chain]] = walk;
                if (length == path.length) {
                    path = Arrays.copyOf(path, 2 * length);
                }
                path[length++] = link[chain];
            }
        }
        return length;
    }

    int pathLink(int position) {
        return path[position];
    }
}
