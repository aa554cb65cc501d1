package io.holdfast.service.register;

import io.holdfast.simulator.model.ContinuityModel;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Where the organisation's days begin, in every room. For any number of threads. */
public final class OrganisationZone {

    private static final ZoneId DEFAULT = ZoneId.of("Asia/Taipei");

    private OrganisationZone() {}

    /** The zone that a model states, else Asia/Taipei. */
    public static ZoneId of(ContinuityModel model) {
        return of(model.timeZone());
    }

    /**
     * The same of what is stated.
     *
     * @param stated an IANA zone, which the reader of models has checked, or null
     */
    public static ZoneId of(@Nullable String stated) {
        return stated == null ? DEFAULT : ZoneId.of(stated);
    }

    /** The zone of the stored register, else Asia/Taipei. */
    public static ZoneId of(Register register) {
        return register.findModel().map(OrganisationZone::of).orElse(DEFAULT);
    }
}
