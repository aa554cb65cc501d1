package io.holdfast.simulator.sampling;

/** The uniform numbers of one trial. Implementations give the same number for the same question, in any order. */
@FunctionalInterface
public interface Draws {

    /**
     * The uniform number of a quantity.
     *
     * @param key the key of its address, see {@link AddressBook}
     * @param occurrence how often the quantity was needed before in this trial, from 0
     * @return a number above 0 and below 1
     */
    double uniform(long key, int occurrence);
}
