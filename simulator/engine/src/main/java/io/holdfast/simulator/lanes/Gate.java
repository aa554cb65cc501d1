package io.holdfast.simulator.lanes;

import java.util.List;

/**
 * When entries of needs are met, given when their members start: all of them, or at least some. What never stops in a
 * scenario is left out. Immutable.
 */
public sealed interface Gate {

    /** Nobody: no start now let it be met. */
    int NOBODY = -1;

    /** The time from which it is met in a lane: {@link Lane#ALWAYS}, seconds, or {@link Lane#NEVER}. */
    int at(int[][] starts, int lane);

    /** Of a gate that is met at a moment, the element whose start then let it be met; {@link #NOBODY} where it was met before. */
    int completedBy(int[][] starts, int lane, int time);

    /** Whether the data of what stands under it are lost, from who has lost everything and who serves at the end. */
    boolean isLost(boolean[][] lost, int[][] starts, int lane, int horizon);

    /** How many of the elements that it names start at a moment. */
    int startersAt(int[][] starts, int lane, int time);

    /** Whether several members started at a moment of which fewer would have sufficed. */
    boolean isTied(int[][] starts, int lane, int time);

    /** Met from the beginning. */
    record Open() implements Gate {
        @Override
        public int startersAt(int[][] starts, int lane, int time) {
            return 0;
        }

        @Override
        public boolean isLost(boolean[][] lost, int[][] starts, int lane, int horizon) {
            return false;
        }

        @Override
        public int at(int[][] starts, int lane) {
            return Lane.ALWAYS;
        }

        @Override
        public int completedBy(int[][] starts, int lane, int time) {
            return NOBODY;
        }

        @Override
        public boolean isTied(int[][] starts, int lane, int time) {
            return false;
        }
    }

    /** Met as soon as one element starts. */
    record Member(int element) implements Gate {
        @Override
        public int startersAt(int[][] starts, int lane, int time) {
            return starts[element][lane] == time ? 1 : 0;
        }

        @Override
        public boolean isLost(boolean[][] lost, int[][] starts, int lane, int horizon) {
            return lost[element][lane];
        }

        @Override
        public int at(int[][] starts, int lane) {
            return starts[element][lane];
        }

        @Override
        public int completedBy(int[][] starts, int lane, int time) {
            return starts[element][lane] == time ? element : NOBODY;
        }

        @Override
        public boolean isTied(int[][] starts, int lane, int time) {
            return false;
        }
    }

    /** Met as soon as the last of these is. */
    record All(List<Gate> members) implements Gate {
        /** Copies the members. */
        public All {
            members = List.copyOf(members);
        }

        @Override
        public int startersAt(int[][] starts, int lane, int time) {
            return startersOf(members, starts, lane, time);
        }

        @Override
        public boolean isLost(boolean[][] lost, int[][] starts, int lane, int horizon) {
            return members.stream().anyMatch(member -> member.isLost(lost, starts, lane, horizon));
        }

        @Override
        public int at(int[][] starts, int lane) {
            int latest = Lane.ALWAYS;
            for (int i = 0; i < members.size(); i++) {
                latest = Math.max(latest, members.get(i).at(starts, lane));
            }
            return latest;
        }

        @Override
        public int completedBy(int[][] starts, int lane, int time) {
            return at(starts, lane) == time ? firstOf(members, starts, lane, time) : NOBODY;
        }

        @Override
        public boolean isTied(int[][] starts, int lane, int time) {
            return anyTied(members, starts, lane, time);
        }
    }

    /** Met as soon as so many of these are; a pool loses the data of all its members where too few of them serve. */
    record AtLeast(int count, List<Gate> members, boolean pool) implements Gate {
        /** Copies the members. */
        public AtLeast {
            members = List.copyOf(members);
        }

        @Override
        public int startersAt(int[][] starts, int lane, int time) {
            return startersOf(members, starts, lane, time);
        }

        @Override
        public boolean isLost(boolean[][] lost, int[][] starts, int lane, int horizon) {
            int serving = 0;
            int kept = 0;
            int keptServing = 0;
            for (Gate member : members) {
                boolean serves = member.at(starts, lane) <= horizon;
                boolean keeps = !member.isLost(lost, starts, lane, horizon);
                serving += serves ? 1 : 0;
                kept += keeps ? 1 : 0;
                keptServing += serves && keeps ? 1 : 0;
            }
            if (serving >= count) {
                return keptServing < count;
            }
            return pool ? kept < members.size() : kept < count;
        }

        @Override
        public int at(int[][] starts, int lane) {
            for (int i = 0; i < members.size(); i++) {
                int time = members.get(i).at(starts, lane);
                int earlier = 0;
                int notLater = 0;
                for (int j = 0; j < members.size(); j++) {
                    int other = members.get(j).at(starts, lane);
                    earlier += other < time ? 1 : 0;
                    notLater += other <= time ? 1 : 0;
                }
                if (earlier < count && count <= notLater) {
                    return time;
                }
            }
            return Lane.NEVER;
        }

        @Override
        public int completedBy(int[][] starts, int lane, int time) {
            return at(starts, lane) == time ? firstOf(members, starts, lane, time) : NOBODY;
        }

        @Override
        public boolean isTied(int[][] starts, int lane, int time) {
            int now = 0;
            for (Gate member : members) {
                now += member.at(starts, lane) == time ? 1 : 0;
            }
            return now > 1 || anyTied(members, starts, lane, time);
        }
    }

    private static int startersOf(List<Gate> members, int[][] starts, int lane, int time) {
        int sum = 0;
        for (Gate member : members) {
            sum += member.startersAt(starts, lane, time);
        }
        return sum;
    }

    private static int firstOf(List<Gate> members, int[][] starts, int lane, int time) {
        for (int i = 0; i < members.size(); i++) {
            int found = members.get(i).completedBy(starts, lane, time);
            if (found != NOBODY) {
                return found;
            }
        }
        return NOBODY;
    }

    private static boolean anyTied(List<Gate> members, int[][] starts, int lane, int time) {
        return members.stream().anyMatch(member -> member.isTied(starts, lane, time));
    }
}
