package io.holdfast.service.register.store;

import static io.holdfast.service.jooq.Tables.REGISTER_VIEW;

import io.holdfast.service.jooq.tables.records.RegisterViewRecord;
import io.holdfast.service.register.SavedView;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Saved views in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class ViewStore {

    private final DSLContext jooq;

    ViewStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The views of an account (null: of the demonstration) and those that are shared, by name. */
    public List<SavedView> list(@Nullable Long account) {
        return jooq.selectFrom(REGISTER_VIEW)
                .where(of(account).or(REGISTER_VIEW.SHARED))
                .orderBy(REGISTER_VIEW.NAME, REGISTER_VIEW.ID)
                .fetch(ViewStore::view);
    }

    /** One view. */
    public Optional<SavedView> find(long id) {
        return jooq.selectFrom(REGISTER_VIEW).where(REGISTER_VIEW.ID.eq(id)).fetchOptional(ViewStore::view);
    }

    /** The view of an account that has a name. */
    public Optional<SavedView> find(@Nullable Long account, String name) {
        return jooq.selectFrom(REGISTER_VIEW)
                .where(of(account))
                .and(REGISTER_VIEW.NAME.eq(name))
                .fetchOptional(ViewStore::view);
    }

    /** Adds a view, or changes the one that has its name. */
    public SavedView save(@Nullable Long account, String author, String name, boolean shared, String query) {
        RegisterViewRecord row = jooq.selectFrom(REGISTER_VIEW)
                .where(of(account))
                .and(REGISTER_VIEW.NAME.eq(name))
                .forUpdate()
                .fetchOptional()
                .orElseGet(() -> jooq.newRecord(REGISTER_VIEW));
        row.setAccount(account);
        row.setAuthor(author);
        row.setName(name);
        row.setShared(shared);
        row.setQuery(query);
        row.setChangedAt(OffsetDateTime.now(ZoneOffset.UTC));
        row.store();
        return view(row);
    }

    /** Removes a view. */
    public void remove(long id) {
        jooq.deleteFrom(REGISTER_VIEW).where(REGISTER_VIEW.ID.eq(id)).execute();
    }

    private static Condition of(@Nullable Long account) {
        return account == null ? REGISTER_VIEW.ACCOUNT.isNull() : REGISTER_VIEW.ACCOUNT.eq(account);
    }

    private static SavedView view(RegisterViewRecord row) {
        return new SavedView(
                row.getId(), row.getAccount(), row.getAuthor(), row.getName(), row.getShared(), row.getQuery());
    }
}
