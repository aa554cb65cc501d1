package io.holdfast.simulator.model;

import java.util.List;
import java.util.stream.Stream;

/** One entry of a list of needs. Every entry of a list must be met. */
public sealed interface Need {

    /** What holds for the entry as a whole. */
    NeedTerms terms();

    /** The elements it names, in file order, repeats included. */
    Stream<Id> elements();

    /** One element. Its terms are always {@link NeedTerms#NONE}; terms need an {@link AllOf} of one. */
    record One(Id element) implements Need {
        @Override
        public NeedTerms terms() {
            return NeedTerms.NONE;
        }

        @Override
        public Stream<Id> elements() {
            return Stream.of(element);
        }
    }

    /** All of its members. */
    record AllOf(List<Need> members, NeedTerms terms) implements Need {
        /** Copies the members and checks that there is one. */
        public AllOf {
            members = copyNotEmpty(members);
        }

        @Override
        public Stream<Id> elements() {
            return members.stream().flatMap(Need::elements);
        }
    }

    /** At least {@code atLeast} of its members. */
    record AtLeast(int atLeast, List<Need> members, NeedTerms terms) implements Need {
        /** Copies the members and checks the count. */
        public AtLeast {
            members = copyNotEmpty(members);
            Require.between("atLeast", atLeast, 1, members.size());
        }

        @Override
        public Stream<Id> elements() {
            return members.stream().flatMap(Need::elements);
        }
    }

    /**
     * Members that carry load together: met while the sum of share times delivered share reaches the minimum.
     *
     * @param members who carries
     * @param shares how much of the whole each carries, at least 0, one a member; they may add to more than 1
     * @param minimum the least sum at which the entry is met, at least 0
     * @param terms what holds for the entry as a whole
     */
    record Pool(List<Need> members, List<Double> shares, double minimum, NeedTerms terms) implements Need {
        /** Copies the lists and checks them. */
        public Pool {
            members = copyNotEmpty(members);
            shares = List.copyOf(shares);
            Require.that(
                    shares.size() == members.size(),
                    Rule.SHARE_A_MEMBER,
                    "value",
                    Integer.toString(shares.size()),
                    "members",
                    Integer.toString(members.size()));
            for (double share : shares) {
                Require.share("shares", share);
            }
            Require.share("minimum", minimum);
        }

        @Override
        public Stream<Id> elements() {
            return members.stream().flatMap(Need::elements);
        }
    }

    private static List<Need> copyNotEmpty(List<Need> members) {
        Require.that(!members.isEmpty(), Rule.NOT_EMPTY, "what", "of");
        return List.copyOf(members);
    }
}
