package io.holdfast.service.learning.internal;

import io.holdfast.service.learning.FrozenLesson;
import io.holdfast.service.learning.Preview;
import java.util.List;

/** A preview with the numbers themselves. */
public record Learned(Preview preview, List<FrozenLesson> lessons) {

    /** Copies the list. */
    public Learned {
        lessons = List.copyOf(lessons);
    }
}
