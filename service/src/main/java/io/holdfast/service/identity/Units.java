package io.holdfast.service.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.identity.store.UnitStore;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of the organisation, as a tree. Elements name theirs under {@code x-unit}. For any number of threads. */
@Singleton
public class Units {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UnitStore units;
    private final Audit audit;

    Units(UnitStore units, Audit audit) {
        this.units = units;
        this.audit = audit;
    }

    /** All, by id. */
    @ReadOnly
    public List<Unit> listUnits() {
        return units.list();
    }

    /** Adds a unit; throws {@link AccountRefused}. */
    @Transactional
    public Unit create(Unit unit) {
        requireSound(unit);
        if (find(unit.id()).isPresent()) {
            throw new AccountRefused(
                    AccountRefused.Reason.TAKEN, "There is a unit '" + unit.id() + "' already. Choose another id.");
        }
        units.create(unit);
        Unit after = find(unit.id()).orElseThrow();
        audit.record("unit.create", "unit", unit.id(), null, tree(after));
        return after;
    }

    /** Changes a unit on the version that was seen; throws {@link AccountRefused}. Empty where there is none. */
    @Transactional
    public Optional<Unit> change(Unit unit) {
        Optional<Unit> before = find(unit.id());
        if (before.isEmpty()) {
            return before;
        }
        requireSound(unit);
        if (unit.parent() != null && units.below(unit.id()).contains(unit.parent())) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_UNIT,
                    "The unit '" + unit.id() + "' would be part of '" + unit.parent()
                            + "', which is part of it. Choose another one.");
        }
        if (!units.update(unit)) {
            throw new AccountRefused(
                    AccountRefused.Reason.CHANGED_MEANWHILE,
                    "Somebody else changed this unit since it was loaded. Load it anew and change it then.");
        }
        Unit after = find(unit.id()).orElseThrow();
        audit.record("unit.change", "unit", unit.id(), tree(before.get()), tree(after));
        return Optional.of(after);
    }

    /** Removes a unit that has no parts and in which nobody has a role; throws {@link AccountRefused}. False where there is none. */
    @Transactional
    public boolean remove(String id) {
        Optional<Unit> before = find(id);
        if (before.isEmpty()) {
            return false;
        }
        if (units.below(id).size() > 1 || units.isGranted(id)) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_UNIT,
                    "The unit '" + id + "' has parts, or somebody has a role in it. Move these first.");
        }
        units.remove(id);
        audit.record("unit.remove", "unit", id, tree(before.get()), null);
        return true;
    }

    private Optional<Unit> find(String id) {
        return units.list().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private void requireSound(Unit unit) {
        if (!ID.matcher(unit.id()).matches()) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_UNIT,
                    "The id is '" + unit.id()
                            + "', but it must have 1 to 64 of the characters a-z, 0-9, '.', '_' and '-', and"
                            + " begin with a letter or digit.");
        }
        if (unit.name().isBlank() || unit.name().length() > 100) {
            throw new AccountRefused(AccountRefused.Reason.BAD_UNIT, "A unit needs a name of 1 to 100 characters.");
        }
        if (unit.parent() != null && find(unit.parent()).isEmpty()) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_UNIT,
                    "There is no unit '" + unit.parent() + "' that it could be part of. Add that one first.");
        }
    }

    private static JsonNode tree(Unit unit) {
        return JSON.valueToTree(unit);
    }
}
