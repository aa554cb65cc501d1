package io.holdfast.service.drill;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Devices that stand in for each other (row D12).
 *
 * @param devices their ids, in the order of the register
 * @param tier the importance of the most critical service that runs on them
 * @param lastHeld when one of them was last drilled by hand-over, or null where that is not known to have been
 * @param due by when they must be drilled; null where never, so that they are due now
 */
public record RedundantDevices(
        List<String> devices,
        int tier,
        @Nullable LocalDate lastHeld,
        @Nullable LocalDate due) {
    /** Copies the list. */
    public RedundantDevices {
        devices = List.copyOf(devices);
    }
}
