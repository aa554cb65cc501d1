package io.holdfast.service.identity.web;

import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Open;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Lets a request through where its route says what is needed and whoever asks has it; everything else is closed. */
@Singleton
final class AccessRule implements SecurityRule<HttpRequest<?>> {

    /** Where the framework tells figures of the running service; it cannot be annotated. */
    static final String METRICS = "/prometheus";

    /** Before the framework's own rules, which would let in whom this one does not. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Publisher<SecurityRuleResult> check(HttpRequest<?> request, @Nullable Authentication authentication) {
        return Mono.just(
                isLetThrough(request, authentication) ? SecurityRuleResult.ALLOWED : SecurityRuleResult.REJECTED);
    }

    private static boolean isLetThrough(HttpRequest<?> request, @Nullable Authentication authentication) {
        Optional<AnnotationMetadata> route =
                RouteAttributes.getRouteMatch(request).map(RouteMatch::getAnnotationMetadata);
        if (route.isEmpty()) {
            return isOutside(request) || authentication != null; // the page and its files; an address that there is not
        }
        if (route.get().hasAnnotation(Open.class) || request.getPath().startsWith("/health")) {
            return true;
        }
        if (request.getPath().equals(METRICS)) {
            return authentication instanceof Acting.Holder holder
                    && holder.principal().may(Permission.READ_METRICS);
        }
        AnnotationValue<Allows> needed = route.get().getAnnotation(Allows.class);
        if (needed == null) {
            return isOutside(request);
        }
        return authentication instanceof Acting.Holder holder && has(holder.principal(), needed);
    }

    private static boolean isOutside(HttpRequest<?> request) {
        return !request.getPath().startsWith("/api") && !request.getPath().equals(METRICS);
    }

    private static boolean has(Principal principal, AnnotationValue<Allows> needed) {
        Permission permission = needed.enumValue(Permission.class).orElseThrow();
        return needed.booleanValue("everywhere").orElse(false)
                ? principal.mayEverywhere(permission)
                : principal.may(permission);
    }
}
