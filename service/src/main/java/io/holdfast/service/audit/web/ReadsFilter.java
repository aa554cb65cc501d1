package io.holdfast.service.audit.web;

import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Sensitive;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;

/** Keeps who has read a sensitive report, before it is sent: what cannot be kept is not shown (row I16). */
@ServerFilter("/api/**")
@Order(ReadsFilter.AFTER_SECURITY)
final class ReadsFilter {

    static final int AFTER_SECURITY = 39_600;

    private final Audit audit;

    ReadsFilter(Audit audit) {
        this.audit = audit;
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void keep(HttpRequest<?> request, HttpResponse<?> response) {
        Optional<String> report = RouteAttributes.getRouteMatch(request)
                .flatMap(match -> match.getAnnotationMetadata().stringValue(Sensitive.class));
        if (report.isPresent() && response.code() < 300) {
            audit.record(Acting.of(request), "read." + report.get(), "report", request.getPath(), null, null);
        }
    }
}
