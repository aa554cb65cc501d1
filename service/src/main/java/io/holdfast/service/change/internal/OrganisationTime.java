package io.holdfast.service.change.internal;

import io.holdfast.service.register.Register;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The time zone in which windows are planned and months are counted. */
public final class OrganisationTime {

    private static final ZoneId DEFAULT = ZoneId.of("Asia/Taipei");

    private OrganisationTime() {}

    /** The zone that the register states, else Asia/Taipei, as for drills. */
    public static ZoneId zone(Register register) {
        return register.findModel().map(model -> zone(model.timeZone())).orElse(DEFAULT);
    }

    private static ZoneId zone(@org.jspecify.annotations.Nullable String stated) {
        if (stated == null) {
            return DEFAULT;
        }
        try {
            return ZoneId.of(stated);
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    "timeZone of the model is '" + stated + "', but it must be an IANA zone such as Asia/Taipei.", e);
        }
    }
}
