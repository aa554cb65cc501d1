package io.holdfast.service.approval.internal;

import io.holdfast.service.approval.Version;
import io.holdfast.service.kernel.access.Grant;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In whose name somebody may decide about a version, or why they may not. */
public sealed interface Mandate {

    /** They may: in their own name, or in that of whom they stand in for. */
    record Held(long account, @Nullable Long heldFor) implements Mandate {}

    /** They may not. */
    record Missing(Why why) implements Mandate {}

    /** Why somebody may not decide. */
    enum Why {
        /** Nobody knows who they are, as in a demonstration. */
        NO_PERSON,
        /** They submitted it. */
        OWN_WORK,
        /** Their only role for it is held as the deputy of whoever submitted it. */
        FOR_SUBMITTER,
        /** They have no role for it in its unit. */
        NOT_IN_UNIT
    }

    /** What somebody may do about a version. */
    static Mandate of(Principal principal, Version version) {
        Long account = principal.account();
        if (account == null) {
            return new Missing(Why.NO_PERSON);
        }
        if (account == version.submittedBy()) {
            return new Missing(Why.OWN_WORK);
        }
        List<Grant> grants = principal.listGrants(Permission.APPROVE, version.unit());
        if (grants.stream().anyMatch(grant -> grant.heldFor() == null)) {
            return new Held(account, null);
        }
        return grants.stream()
                .map(Grant::heldFor)
                .filter(Objects::nonNull)
                .filter(person -> person != version.submittedBy())
                .min(Comparator.naturalOrder())
                .<Mandate>map(person -> new Held(account, person))
                .orElseGet(() -> new Missing(grants.isEmpty() ? Why.NOT_IN_UNIT : Why.FOR_SUBMITTER));
    }
}
