package io.holdfast.simulator.engine;

import java.math.BigInteger;

/** A sum of 128 bits that is added to in place; the order of adding does not matter. Not for use by several threads. */
public final class Int128 {

    private long high;
    private long low;

    /** Adds a value. */
    public void add(long value) {
        long before = low;
        low += value;
        high += (value >> 63) + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
    }

    /** Adds the square of a value. */
    public void addSquare(long value) {
        long squareHigh = Math.multiplyHigh(value, value);
        long squareLow = value * value;
        long before = low;
        low += squareLow;
        high += squareHigh + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
    }

    void addProduct(long one, long other) {
        long productLow = one * other;
        long before = low;
        low += productLow;
        high += Math.multiplyHigh(one, other) + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
    }

    /** Adds another sum. */
    public void add(Int128 other) {
        long before = low;
        low += other.low;
        high += other.high + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
    }

    BigInteger toBigInteger() {
        return BigInteger.valueOf(high).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low)));
    }

    double toDouble() {
        return toBigInteger().doubleValue();
    }
}
