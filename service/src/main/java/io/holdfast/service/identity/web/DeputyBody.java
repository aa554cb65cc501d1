package io.holdfast.service.identity.web;

import io.holdfast.service.identity.AccountRefused;
import io.holdfast.service.identity.Deputy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who stands in, from the first day to the last, both included. */
record DeputyBody(
        long account,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    static DeputyBody of(Deputy deputy) {
        return new DeputyBody(deputy.account(), deputy.firstDay(), deputy.lastDay());
    }

    static List<Deputy> listOf(@Nullable List<DeputyBody> bodies) {
        return Objects.requireNonNullElse(bodies, List.<DeputyBody>of()).stream()
                .map(DeputyBody::toDeputy)
                .toList();
    }

    private Deputy toDeputy() {
        if (firstDay == null || lastDay == null) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_DEPUTY, "A deputy stands in from a first day to a last day. Send both.");
        }
        try {
            return new Deputy(account, firstDay, lastDay);
        } catch (IllegalArgumentException e) {
            throw new AccountRefused(AccountRefused.Reason.BAD_DEPUTY, String.valueOf(e.getMessage()));
        }
    }
}
