package io.holdfast.service.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.identity.ApiKey;
import io.holdfast.service.kernel.access.Permission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key for a program, without its secret. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record KeyView(
        long id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    static KeyView of(ApiKey key) {
        return new KeyView(
                key.id(),
                key.name(),
                key.scopes().stream().map(Permission::word).sorted().toList(),
                key.createdAt(),
                key.expiresAt(),
                key.usedAt(),
                key.revokedAt());
    }
}
