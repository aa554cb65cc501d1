package io.holdfast.service.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.identity.Account;
import io.holdfast.service.identity.AccountGrant;
import io.holdfast.service.identity.AccountRefused;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.identity.ProvidedGrant;
import io.holdfast.service.identity.Unit;
import io.holdfast.service.identity.Units;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Role;
import io.holdfast.service.kernel.web.ProblemException;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People, their roles, and the units of the organisation, over HTTP. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "people", description = "Who may what")
final class PeopleController {

    private final Accounts accounts;
    private final Units units;

    PeopleController(Accounts accounts, Units units) {
        this.accounts = accounts;
        this.units = units;
    }

    /** A role, in a unit or, where it is null, in the whole organisation. */
    record GrantBody(@Nullable String role, @Nullable String unit) {}

    /** A role that somebody's groups at the identity provider give, until a moment at the latest. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ProvidedGrantView(String role, @Nullable String unit, Instant holdsUntil) {

        static ProvidedGrantView of(ProvidedGrant provided) {
            return new ProvidedGrantView(
                    provided.grant().role().word(), provided.grant().unit(), provided.holdsUntil());
        }
    }

    /**
     * A person.
     *
     * @param external whether somebody at the identity provider opens the account
     * @param grants the roles that were given here
     * @param provided those that come from the identity provider
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AccountView(
            long id,
            String signInName,
            String displayName,
            boolean disabled,
            boolean hasPassword,
            boolean external,
            List<GrantBody> grants,
            List<ProvidedGrantView> provided,
            List<DeputyBody> deputies,
            Instant createdAt,
            int version) {

        static AccountView of(Account account) {
            return new AccountView(
                    account.id(),
                    account.signInName(),
                    account.displayName(),
                    account.disabledAt() != null,
                    account.hasPassword(),
                    account.external(),
                    account.grants().stream()
                            .map(grant -> new GrantBody(grant.role().word(), grant.unit()))
                            .toList(),
                    account.provided().stream().map(ProvidedGrantView::of).toList(),
                    account.deputies().stream().map(DeputyBody::of).toList(),
                    account.createdAt(),
                    account.version());
        }
    }

    /** Everybody, by sign-in name. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Get("/accounts")
    List<AccountView> people() {
        return accounts.listAccounts().stream().map(AccountView::of).toList();
    }

    /** A person to be added. */
    record NewAccount(String signInName, String displayName, List<GrantBody> grants) {}

    /**
     * A person and the secret of the link to choose a password.
     *
     * @param link what stands behind {@code /welcome#} in the address; told only now
     */
    record InvitedView(AccountView account, String link, Instant expiresAt) {

        static InvitedView of(Accounts.Invited invited) {
            return new InvitedView(AccountView.of(invited.account()), invited.link(), invited.expiresAt());
        }
    }

    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Post("/accounts")
    @ApiResponse(responseCode = "201", description = "Added; the link is told only now", useReturnTypeSchema = true)
    HttpResponse<InvitedView> add(@Body NewAccount wanted) {
        Accounts.Invited invited = accounts.create(
                Objects.requireNonNullElse(wanted.signInName(), ""),
                Objects.requireNonNullElse(wanted.displayName(), ""),
                grants(wanted.grants()));
        return HttpResponse.created(
                InvitedView.of(invited),
                URI.create("/api/accounts/" + invited.account().id()));
    }

    /** What a person shall be; version is the one that was seen. */
    record AccountChange(
            String displayName, boolean disabled, List<GrantBody> grants, List<DeputyBody> deputies, int version) {}

    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Put("/accounts/{id}")
    AccountView change(long id, @Body AccountChange change) {
        return accounts.change(
                        id,
                        new Accounts.Change(
                                Objects.requireNonNullElse(change.displayName(), ""),
                                change.disabled(),
                                grants(change.grants()),
                                DeputyBody.listOf(change.deputies()),
                                change.version()))
                .map(AccountView::of)
                .orElseThrow(() -> unknown(id));
    }

    /** A new link to choose a password; ends that person's sessions and lock. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Post("/accounts/{id}/link")
    InvitedView link(long id) {
        return accounts.createPasswordLink(id).map(InvitedView::of).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(long id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-account",
                "There is no account " + id + ". GET /api/accounts lists them.");
    }

    private List<AccountGrant> grants(@Nullable List<GrantBody> bodies) {
        List<String> known = units.listUnits().stream().map(Unit::id).toList();
        return Objects.requireNonNullElse(bodies, List.<GrantBody>of()).stream()
                .map(body -> grant(body, known))
                .distinct()
                .toList();
    }

    private static AccountGrant grant(GrantBody body, List<String> known) {
        String word = Objects.requireNonNullElse(body.role(), "");
        Role role = Role.findByWord(word)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "bad-role",
                        "There is no role '" + word + "'. Roles are "
                                + String.join(
                                        ", ",
                                        Stream.of(Role.values()).map(Role::word).toList()) + "."));
        String unit = body.unit();
        if (unit != null && !known.contains(unit)) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_UNIT, "There is no unit '" + unit + "'. GET /api/units lists them.");
        }
        return new AccountGrant(role, unit);
    }

    /** A unit as it is sent in. */
    record UnitBody(
            @Nullable String id,
            @Nullable String name,
            @Nullable String nameZhHant,
            @Nullable String parent,
            int version) {

        Unit toUnit(@Nullable String path) {
            return new Unit(
                    Objects.requireNonNullElse(path == null ? id : path, ""),
                    Objects.requireNonNullElse(name, "").strip(),
                    nameZhHant,
                    parent,
                    version);
        }
    }

    @Allows(Permission.VIEW)
    @Get("/units")
    List<Unit> units() {
        return units.listUnits();
    }

    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Post("/units")
    @ApiResponse(responseCode = "201", description = "Added", useReturnTypeSchema = true)
    HttpResponse<Unit> addUnit(@Body UnitBody body) {
        Unit unit = units.create(body.toUnit(null));
        return HttpResponse.created(unit, URI.create("/api/units"));
    }

    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Put("/units/{id}")
    Unit changeUnit(String id, @Body UnitBody body) {
        return units.change(body.toUnit(id)).orElseThrow(() -> unknownUnit(id));
    }

    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Delete("/units/{id}")
    @Consumes("*/*")
    @ApiResponse(responseCode = "204", description = "Removed")
    HttpResponse<?> removeUnit(String id) {
        if (!units.remove(id)) {
            throw unknownUnit(id);
        }
        return HttpResponse.noContent();
    }

    private static ProblemException unknownUnit(String id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "unknown-unit", "There is no unit '" + id + "'. GET /api/units lists them.");
    }
}
