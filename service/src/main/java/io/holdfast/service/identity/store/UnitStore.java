package io.holdfast.service.identity.store;

import static io.holdfast.service.jooq.Tables.ORG_UNIT;
import static io.holdfast.service.jooq.Tables.PROVIDED_ROLE;
import static io.holdfast.service.jooq.Tables.ROLE_GRANT;

import io.holdfast.service.identity.Unit;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** Units in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class UnitStore {

    private final DSLContext jooq;

    UnitStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All, by id. */
    public List<Unit> list() {
        return jooq.selectFrom(ORG_UNIT)
                .orderBy(ORG_UNIT.ID)
                .fetch(row ->
                        new Unit(row.getId(), row.getName(), row.getNameZhHant(), row.getParent(), row.getVersion()));
    }

    /** Adds a unit. */
    public void create(Unit unit) {
        jooq.insertInto(ORG_UNIT)
                .set(ORG_UNIT.ID, unit.id())
                .set(ORG_UNIT.NAME, unit.name())
                .set(ORG_UNIT.NAME_ZH_HANT, unit.nameZhHant())
                .set(ORG_UNIT.PARENT, unit.parent())
                .execute();
    }

    /** Changes a unit; false where the version that was seen is not the stored one. */
    public boolean update(Unit unit) {
        return jooq.update(ORG_UNIT)
                        .set(ORG_UNIT.NAME, unit.name())
                        .set(ORG_UNIT.NAME_ZH_HANT, unit.nameZhHant())
                        .set(ORG_UNIT.PARENT, unit.parent())
                        .set(ORG_UNIT.VERSION, unit.version() + 1)
                        .where(ORG_UNIT.ID.eq(unit.id()))
                        .and(ORG_UNIT.VERSION.eq(unit.version()))
                        .execute()
                == 1;
    }

    /** Removes a unit that nothing names. */
    public void remove(String id) {
        jooq.deleteFrom(ORG_UNIT).where(ORG_UNIT.ID.eq(id)).execute();
    }

    /** Whether somebody has a role in it. */
    public boolean isGranted(String id) {
        return jooq.fetchExists(ROLE_GRANT, ROLE_GRANT.UNIT.eq(id))
                || jooq.fetchExists(PROVIDED_ROLE, PROVIDED_ROLE.UNIT.eq(id));
    }

    /** A unit and all below it. */
    public Set<String> below(String id) {
        List<Unit> all = list();
        Set<String> found = new HashSet<>(Set.of(id));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Unit unit : all) {
                grew |= unit.parent() != null && found.contains(unit.parent()) && found.add(unit.id());
            }
        }
        return found;
    }
}
