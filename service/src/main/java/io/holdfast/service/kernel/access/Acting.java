package io.holdfast.service.kernel.access;

import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who acts at this moment: whom the request is from; the service itself outside of requests. For any thread that answers a request. */
public final class Acting {

    private Acting() {}

    /** Who acts. */
    public static Principal current() {
        Optional<HttpRequest<Object>> request = ServerRequestContext.currentRequest();
        return request.map(Acting::of).orElse(Principal.SERVICE);
    }

    /** Who sent a request; nobody where they have not shown who they are. */
    public static Principal of(HttpRequest<?> request) {
        return find(request).orElse(Principal.NOBODY);
    }

    /** Who sent a request, if they have shown who they are. */
    public static Optional<Principal> find(HttpRequest<?> request) {
        return request.getUserPrincipal().flatMap(Acting::unwrap);
    }

    private static Optional<Principal> unwrap(java.security.Principal authentication) {
        return authentication instanceof Holder holder ? Optional.of(holder.principal()) : Optional.empty();
    }

    /** What carries a principal through a framework that has its own idea of one. */
    public interface Holder {
        /** Who it is. */
        Principal principal();
    }

    /** Refuses to go on unless whoever acts may do this to what belongs to a unit. The service itself may. */
    public static void require(Permission permission, @Nullable String unit) {
        Principal acting = current();
        if (acting.kind() != Principal.Kind.SERVICE && !acting.mayIn(permission, unit)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "not-in-your-unit",
                    unit == null
                            ? "This belongs to no unit, so it needs a role in the whole organisation. Ask an administrator for it."
                            : "This belongs to the unit '" + unit
                                    + "', in which you have no role that allows it. Ask an administrator for one.");
        }
    }
}
