package io.holdfast.service.kernel.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a request, for whoever reads logs by program ({@code HOLDFAST_LOG=json}): method, the pattern of the address, status and
 * time. Neither what stands in the address or the body nor who it was, which the audit keeps.
 */
@ServerFilter("/api/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String BEGAN = "holdfast.began";

    @RequestFilter
    void begin(HttpRequest<?> request) {
        if (LOG.isDebugEnabled()) {
            request.setAttribute(BEGAN, System.nanoTime());
        }
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        if (LOG.isDebugEnabled()) {
            long began = request.getAttribute(BEGAN, Long.class).orElseGet(System::nanoTime);
            LOG.atDebug()
                    .addKeyValue("method", request.getMethodName())
                    .addKeyValue(
                            "route", BasicHttpAttributes.getUriTemplate(request).orElse("none"))
                    .addKeyValue("status", response.code())
                    .addKeyValue(
                            "milliseconds",
                            Duration.ofNanos(System.nanoTime() - began).toMillis())
                    .log("request");
        }
    }
}
