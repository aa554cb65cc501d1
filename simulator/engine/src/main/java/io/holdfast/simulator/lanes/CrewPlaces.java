package io.holdfast.simulator.lanes;

/** A set of small numbers that are taken out in ascending order, bits under bits. Hot: no allocation. */
final class CrewPlaces {

    private final long[] words;
    private final long[] groups;
    private int lowest;

    CrewPlaces(int size) {
        words = new long[(size + 63) / 64];
        groups = new long[(words.length + 63) / 64];
        lowest = groups.length;
    }

    void add(int number) {
        int word = number >>> 6;
        words[word] |= 1L << number;
        groups[word >>> 6] |= 1L << word;
        lowest = Math.min(lowest, word >>> 6);
    }

    /** Takes out the least; -1 when there is none. */
    int take() {
        for (int group = lowest; group < groups.length; group++) {
            long in = groups[group];
            if (in != 0) {
                int word = (group << 6) + Long.numberOfTrailingZeros(in);
                long bits = words[word];
                words[word] = bits & (bits - 1);
                if (words[word] == 0) {
                    groups[group] = in & (in - 1);
                }
                lowest = group;
                return (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        lowest = groups.length;
        return -1;
    }
}
