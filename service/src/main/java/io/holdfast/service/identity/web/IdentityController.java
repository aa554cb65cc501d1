package io.holdfast.service.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.identity.ExternalIdentity;
import io.holdfast.service.identity.ProvidedAccounts;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People as the identity provider knows them, and the accounts that they open, over HTTP. */
@Controller("/api/identities")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "people", description = "Who may what")
final class IdentityController {

    private final ProvidedAccounts identities;
    private final Accounts accounts;

    IdentityController(ProvidedAccounts identities, Accounts accounts) {
        this.identities = identities;
        this.accounts = accounts;
    }

    /**
     * Somebody as the identity provider knows them.
     *
     * @param subject who it is there
     * @param account the account that it opens; null where somebody was turned away who has none
     * @param name the sign-in name there
     * @param seenAt when they last came from there, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record IdentityView(
            long id,
            String issuer,
            String subject,
            @Nullable Long account,
            String name,
            String displayName,
            @Nullable Instant seenAt) {

        static IdentityView of(ExternalIdentity identity) {
            return new IdentityView(
                    identity.id(),
                    identity.issuer(),
                    identity.subject(),
                    identity.account(),
                    identity.name(),
                    identity.displayName(),
                    identity.seenAt());
        }
    }

    /** Everybody who is known from the provider, those who were turned away in the last 30 days among them. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Get
    List<IdentityView> identities() {
        return identities.listIdentities().stream().map(IdentityView::of).toList();
    }

    /** Who at the provider opens which account. */
    record Link(long account, @Nullable String subject) {}

    /** Lets somebody at the provider open an account. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Post
    @ApiResponse(responseCode = "201", description = "Linked", useReturnTypeSchema = true)
    HttpResponse<IdentityView> link(@Body Link link) {
        if (accounts.findAccount(link.account()).isEmpty()) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "unknown-account",
                    "There is no account " + link.account() + ". GET /api/accounts lists them.");
        }
        ExternalIdentity linked = identities.link(
                link.account(), Objects.requireNonNullElse(link.subject(), "").strip());
        return HttpResponse.created(IdentityView.of(linked), URI.create("/api/identities"));
    }

    /** Unlinks an account, which ends its sessions, or forgets somebody who was turned away. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Delete("/{id}")
    @Consumes("*/*")
    @ApiResponse(responseCode = "204", description = "Unlinked")
    HttpResponse<?> unlink(long id) {
        if (!identities.unlink(id)) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "unknown-identity",
                    "There is no identity " + id + ". GET /api/identities lists them.");
        }
        return HttpResponse.noContent();
    }
}
