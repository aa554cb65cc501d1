package io.holdfast.service.identity.web;

import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Principal;
import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A principal as the framework carries it through a request.
 *
 * @param principal who it is
 * @param csrf what writes must carry beside the cookie; null where no cookie is at work
 */
record SignedIn(Principal principal, @Nullable String csrf) implements Authentication, Acting.Holder {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return principal.name();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
