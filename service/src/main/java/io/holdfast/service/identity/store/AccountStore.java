package io.holdfast.service.identity.store;

import static io.holdfast.service.jooq.Tables.ACCOUNT;
import static io.holdfast.service.jooq.Tables.DEPUTY;
import static io.holdfast.service.jooq.Tables.EXTERNAL_IDENTITY;
import static io.holdfast.service.jooq.Tables.PROVIDED_ROLE;
import static io.holdfast.service.jooq.Tables.ROLE_GRANT;

import io.holdfast.service.identity.Account;
import io.holdfast.service.identity.AccountGrant;
import io.holdfast.service.identity.Deputy;
import io.holdfast.service.identity.ProvidedGrant;
import io.holdfast.service.jooq.tables.records.AccountRecord;
import io.holdfast.service.jooq.tables.records.ProvidedRoleRecord;
import io.holdfast.service.kernel.access.Role;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** People, their roles and deputies in tables; the caller brings the transaction. For any number of threads. */
@Singleton
public final class AccountStore {

    private final DSLContext jooq;

    AccountStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** What somebody needs to sign in. */
    public record Login(
            long id,
            String signInName,
            String displayName,
            @Nullable String passwordHash,
            boolean disabled) {}

    /** A role that somebody holds as a deputy, and the account whose role it is. */
    public record HeldGrant(AccountGrant grant, long heldFor) {}

    /** Keeps others from changing who administers until the transaction ends. */
    public void lock() {
        jooq.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.val(0x484f_4c44_0002L)))
                .execute();
    }

    /** Everybody, by sign-in name. */
    public List<Account> list() {
        return accounts(DSL.noCondition());
    }

    /** One person. */
    public Optional<Account> find(long id) {
        return accounts(ACCOUNT.ID.eq(id)).stream().findFirst();
    }

    /** Whether there is anybody yet. */
    public boolean isEmpty() {
        return !jooq.fetchExists(ACCOUNT);
    }

    /** Who has this sign-in name. */
    public Optional<Login> findLogin(String signInName) {
        return jooq.selectFrom(ACCOUNT)
                .where(ACCOUNT.SIGN_IN_NAME.eq(signInName))
                .fetchOptional(AccountStore::login);
    }

    /** Who has this number. */
    public Optional<Login> findLogin(long id) {
        return jooq.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(AccountStore::login);
    }

    private static Login login(AccountRecord row) {
        return new Login(
                row.getId(),
                row.getSignInName(),
                row.getDisplayName(),
                row.getPasswordHash(),
                row.getDisabledAt() != null);
    }

    /** Adds a person without a password; answers the number. */
    public long create(String signInName, String displayName) {
        return Objects.requireNonNull(jooq.insertInto(ACCOUNT)
                        .set(ACCOUNT.SIGN_IN_NAME, signInName)
                        .set(ACCOUNT.DISPLAY_NAME, displayName)
                        .returning(ACCOUNT.ID)
                        .fetchOne())
                .getId();
    }

    /** Changes what is known of a person; false where the version that was seen is not the stored one. */
    public boolean update(long id, int seen, String displayName, @Nullable Instant disabledAt) {
        return jooq.update(ACCOUNT)
                        .set(ACCOUNT.DISPLAY_NAME, displayName)
                        .set(ACCOUNT.DISABLED_AT, disabledAt == null ? null : disabledAt.atOffset(ZoneOffset.UTC))
                        .set(ACCOUNT.VERSION, seen + 1)
                        .where(ACCOUNT.ID.eq(id))
                        .and(ACCOUNT.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    /** Gives a person a password, by its hash. */
    public void savePassword(long id, String hash, Instant now) {
        jooq.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.PASSWORD_CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    /** Puts other roles in the place of a person's. */
    public void saveGrants(long id, List<AccountGrant> grants) {
        jooq.deleteFrom(ROLE_GRANT).where(ROLE_GRANT.ACCOUNT.eq(id)).execute();
        for (AccountGrant grant : grants) {
            jooq.insertInto(ROLE_GRANT)
                    .set(ROLE_GRANT.ACCOUNT, id)
                    .set(ROLE_GRANT.ROLE, grant.role().word())
                    .set(ROLE_GRANT.UNIT, grant.unit())
                    .execute();
        }
    }

    /** Puts other roles in the place of those that a person's groups at the identity provider give. */
    public void saveProvided(long id, List<AccountGrant> grants, Instant until) {
        jooq.deleteFrom(PROVIDED_ROLE).where(PROVIDED_ROLE.ACCOUNT.eq(id)).execute();
        for (AccountGrant grant : grants) {
            jooq.insertInto(PROVIDED_ROLE)
                    .set(PROVIDED_ROLE.ACCOUNT, id)
                    .set(PROVIDED_ROLE.ROLE, grant.role().word())
                    .set(PROVIDED_ROLE.UNIT, grant.unit())
                    .set(PROVIDED_ROLE.HOLDS_UNTIL, until.atOffset(ZoneOffset.UTC))
                    .execute();
        }
    }

    /** Forgets roles of groups that hold no more. */
    public void forgetLapsed(Instant now) {
        jooq.deleteFrom(PROVIDED_ROLE)
                .where(PROVIDED_ROLE.HOLDS_UNTIL.le(now.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    /** The roles that a person's groups at the identity provider give, those that hold no more among them. */
    public List<ProvidedGrant> listProvided(long id) {
        return jooq.selectFrom(PROVIDED_ROLE)
                .where(PROVIDED_ROLE.ACCOUNT.eq(id))
                .orderBy(PROVIDED_ROLE.ROLE, PROVIDED_ROLE.UNIT)
                .fetch(AccountStore::provided);
    }

    /** Puts other deputies in the place of a person's. */
    public void saveDeputies(long id, List<Deputy> deputies) {
        jooq.deleteFrom(DEPUTY).where(DEPUTY.ACCOUNT.eq(id)).execute();
        for (Deputy deputy : deputies) {
            jooq.insertInto(DEPUTY)
                    .set(DEPUTY.ACCOUNT, id)
                    .set(DEPUTY.DEPUTY_, deputy.account())
                    .set(DEPUTY.FIRST_DAY, deputy.firstDay())
                    .set(DEPUTY.LAST_DAY, deputy.lastDay())
                    .execute();
        }
    }

    /** What others see of everybody, by number. */
    public Map<Long, String> listNames() {
        return jooq.select(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME).from(ACCOUNT).fetchMap(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME);
    }

    /** The roles of a person, those that their groups at the identity provider give at that moment among them. */
    public List<AccountGrant> listGrants(long id, Instant now) {
        return jooq.select(ROLE_GRANT.ROLE, ROLE_GRANT.UNIT)
                .from(ROLE_GRANT)
                .where(ROLE_GRANT.ACCOUNT.eq(id))
                .union(DSL.select(PROVIDED_ROLE.ROLE, PROVIDED_ROLE.UNIT)
                        .from(PROVIDED_ROLE)
                        .where(PROVIDED_ROLE.ACCOUNT.eq(id))
                        .and(PROVIDED_ROLE.HOLDS_UNTIL.gt(now.atOffset(ZoneOffset.UTC))))
                .orderBy(1, 2)
                .fetch(row -> new AccountGrant(role(row.value1()), row.value2()));
    }

    /** The roles that a person holds today as somebody's deputy: those of people who may sign in, without administration. */
    public List<HeldGrant> listGrantsAsDeputy(long id, LocalDate today, Instant now) {
        return jooq
                .selectDistinct(DEPUTY.ACCOUNT)
                .from(DEPUTY)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(DEPUTY.ACCOUNT))
                .where(DEPUTY.DEPUTY_.eq(id))
                .and(DSL.val(today).between(DEPUTY.FIRST_DAY, DEPUTY.LAST_DAY))
                .and(ACCOUNT.DISABLED_AT.isNull())
                .fetch(DEPUTY.ACCOUNT)
                .stream()
                .flatMap(absent -> listGrants(absent, now).stream().map(grant -> new HeldGrant(grant, absent)))
                .filter(held -> held.grant().role() != Role.ADMINISTRATOR)
                .toList();
    }

    /**
     * How many people administer the whole organisation who can sign in with a password. Roles that come from an identity provider, and
     * people who have no other way in, do not count: the provider can be down, or give these roles to nobody.
     */
    public int countAdministrators() {
        return jooq.fetchCount(jooq.selectDistinct(ACCOUNT.ID)
                .from(ACCOUNT)
                .join(ROLE_GRANT)
                .on(ROLE_GRANT.ACCOUNT.eq(ACCOUNT.ID))
                .where(ROLE_GRANT.ROLE.eq(Role.ADMINISTRATOR.word()))
                .and(ROLE_GRANT.UNIT.isNull())
                .and(ACCOUNT.PASSWORD_HASH.isNotNull())
                .and(ACCOUNT.DISABLED_AT.isNull()));
    }

    private List<Account> accounts(Condition which) {
        Map<Long, List<AccountGrant>> grants = jooq.selectFrom(ROLE_GRANT)
                .orderBy(ROLE_GRANT.ROLE, ROLE_GRANT.UNIT)
                .fetchGroups(ROLE_GRANT.ACCOUNT, row -> new AccountGrant(role(row.getRole()), row.getUnit()));
        Map<Long, List<Deputy>> deputies = jooq.selectFrom(DEPUTY)
                .orderBy(DEPUTY.FIRST_DAY, DEPUTY.DEPUTY_)
                .fetchGroups(DEPUTY.ACCOUNT, row -> new Deputy(row.getDeputy(), row.getFirstDay(), row.getLastDay()));
        Map<Long, List<ProvidedGrant>> provided = jooq.selectFrom(PROVIDED_ROLE)
                .orderBy(PROVIDED_ROLE.ROLE, PROVIDED_ROLE.UNIT)
                .fetchGroups(PROVIDED_ROLE.ACCOUNT, AccountStore::provided);
        Set<Long> external = jooq.select(EXTERNAL_IDENTITY.ACCOUNT)
                .from(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.ACCOUNT.isNotNull())
                .fetchSet(EXTERNAL_IDENTITY.ACCOUNT);
        List<Account> accounts = new ArrayList<>();
        jooq.selectFrom(ACCOUNT)
                .where(which)
                .orderBy(ACCOUNT.SIGN_IN_NAME)
                .forEach(row -> accounts.add(new Account(
                        row.getId(),
                        row.getSignInName(),
                        row.getDisplayName(),
                        instant(row.getDisabledAt()),
                        row.getPasswordHash() != null,
                        external.contains(row.getId()),
                        grants.getOrDefault(row.getId(), List.of()),
                        provided.getOrDefault(row.getId(), List.of()),
                        deputies.getOrDefault(row.getId(), List.of()),
                        Objects.requireNonNull(instant(row.getCreatedAt())),
                        row.getVersion())));
        return accounts;
    }

    private static ProvidedGrant provided(ProvidedRoleRecord row) {
        return new ProvidedGrant(
                new AccountGrant(role(row.getRole()), row.getUnit()),
                row.getHoldsUntil().toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static Role role(String word) {
        return Role.findByWord(word)
                .orElseThrow(() -> new IllegalStateException("The database holds the role '" + word + "'"));
    }
}
