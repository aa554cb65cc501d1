package io.holdfast.service.identity.web;

import io.holdfast.service.identity.Accounts;
import io.holdfast.service.identity.ApiKeys;
import io.holdfast.service.identity.SignIns;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One's own password, sessions, deputies and keys over HTTP. */
@Controller("/api/own")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "own", description = "One's own account")
final class OwnController {

    private final Accounts accounts;
    private final SignIns signIns;
    private final ApiKeys keys;
    private final SessionCookie cookie;

    OwnController(Accounts accounts, SignIns signIns, ApiKeys keys, SessionCookie cookie) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.keys = keys;
        this.cookie = cookie;
    }

    private static long account() {
        return Objects.requireNonNull(Acting.current().account(), "one's own account needs a session");
    }

    /** A change of one's own password. */
    record PasswordChange(String current, String password) {}

    /** Changes the password; every session ends, this one too. */
    @Allows(Permission.OWN_ACCOUNT)
    @Put("/password")
    @ApiResponse(responseCode = "204", description = "Changed; sign in again")
    HttpResponse<?> changePassword(@Body PasswordChange change) {
        Principal who = Acting.current();
        String current = Objects.requireNonNullElse(change.current(), "");
        signIns.tryOwnPassword(who, current).ifPresent(locked -> {
            throw SessionController.locked(locked);
        });
        accounts.changePassword(who, account(), current, Objects.requireNonNullElse(change.password(), ""));
        return HttpResponse.noContent().cookie(cookie.gone());
    }

    @Allows(Permission.OWN_ACCOUNT)
    @Get("/sessions")
    List<SignIns.OwnSession> sessions(HttpRequest<?> request) {
        return signIns.listSessions(account(), cookie.find(request).orElse(""));
    }

    /** Who stands in for one, and who could. */
    @Allows(Permission.OWN_ACCOUNT)
    @Get("/deputies")
    DeputyList deputies() {
        long own = account();
        return new DeputyList(
                accounts.findAccount(own).orElseThrow().deputies().stream()
                        .map(DeputyBody::of)
                        .toList(),
                accounts.listAccounts().stream()
                        .filter(each -> each.id() != own && each.disabledAt() == null)
                        .map(each -> new Candidate(each.id(), each.displayName()))
                        .toList());
    }

    /** Who stands in for one, and who could. */
    record DeputyList(List<DeputyBody> deputies, List<Candidate> candidates) {}

    /** Somebody who could stand in. */
    record Candidate(long account, String displayName) {}

    @Allows(Permission.OWN_ACCOUNT)
    @Put("/deputies")
    List<DeputyBody> saveDeputies(@Body List<DeputyBody> deputies) {
        return accounts.saveDeputies(account(), DeputyBody.listOf(deputies)).deputies().stream()
                .map(DeputyBody::of)
                .toList();
    }

    @Allows(Permission.OWN_ACCOUNT)
    @Get("/keys")
    List<KeyView> keys() {
        return keys.listKeys(account()).stream().map(KeyView::of).toList();
    }

    /** A key that somebody wants. */
    record WantedKey(String name, List<String> scopes, Instant expiresAt) {}

    /** A key and its secret, which is told only now. */
    record CreatedKey(KeyView key, String secret) {}

    @Allows(Permission.OWN_ACCOUNT)
    @Post("/keys")
    @ApiResponse(responseCode = "201", description = "Made; the secret is told only now", useReturnTypeSchema = true)
    HttpResponse<CreatedKey> createKey(@Body WantedKey wanted) {
        if (wanted.expiresAt() == null) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-key",
                    "A key needs an end. Send it as expiresAt, as in 2027-01-31T00:00:00Z.");
        }
        Set<Permission> scopes = Objects.requireNonNullElse(wanted.scopes(), List.<String>of()).stream()
                .map(OwnController::requireScope)
                .collect(Collectors.toSet());
        ApiKeys.Created created = keys.create(
                Acting.current(), account(), Objects.requireNonNullElse(wanted.name(), ""), scopes, wanted.expiresAt());
        return HttpResponse.created(
                new CreatedKey(KeyView.of(created.key()), created.secret()), URI.create("/api/own/keys"));
    }

    private static Permission requireScope(String word) {
        return Permission.findByWord(word)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "bad-key",
                        "There is no scope '" + word + "'. GET /api/session lists what you may do."));
    }

    @Allows(Permission.OWN_ACCOUNT)
    @Delete("/keys/{id}")
    @Consumes("*/*")
    @ApiResponse(responseCode = "204", description = "Ended")
    HttpResponse<?> revokeKey(long id) {
        if (!keys.revoke(account(), id)) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "unknown-key",
                    "You have no key " + id + " that works. GET /api/own/keys lists yours.");
        }
        return HttpResponse.noContent();
    }
}
