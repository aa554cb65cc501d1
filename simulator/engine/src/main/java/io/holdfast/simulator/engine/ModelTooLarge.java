package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.ElementType;
import java.util.Locale;

/** A model is refused before memory is spent on it. */
public final class ModelTooLarge extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    ModelTooLarge(int elements, int threads, long needBytes, long givenBytes, Detail detail) {
        super(String.format(
                        Locale.ROOT,
                        "The model has %,d elements; a run of it on %d threads needs about %,d MiB of memory, and Java may"
                                + " take %,d MiB. ",
                        elements,
                        threads,
                        needBytes >> 20,
                        givenBytes >> 20)
                + "Give Java more (-Xmx), or use fewer threads"
                + (detail.includes(ElementType.ASSET) ? ", or ask for processes alone." : "."));
    }
}
