package io.holdfast.service.drillreport;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.action.Action;
import io.holdfast.service.action.ActionCategory;
import io.holdfast.service.action.ActionContent;
import io.holdfast.service.action.ActionSource;
import io.holdfast.service.action.Actions;
import io.holdfast.service.action.Severity;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.drillreport.internal.Refusals;
import io.holdfast.service.drillreport.internal.ReportJson;
import io.holdfast.service.drillreport.internal.ReportShape;
import io.holdfast.service.drillreport.store.SupplierDrillStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to drills of suppliers: whether they held them, what came of it, and when the next one is due. For any number of threads. */
@Singleton
public class SupplierDrills {

    /** The type of these things for audit, evidence, retention and actions. */
    public static final String TYPE = "supplier-drill";

    private static final int LONGEST_TITLE = 200;

    private final SupplierDrillStore store;
    private final Actions actions;
    private final Audit audit;
    private final Clock clock;

    SupplierDrills(SupplierDrillStore store, Actions actions, Audit audit, Clock clock) {
        this.store = store;
        this.actions = actions;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them, the newest first. */
    @ReadOnly
    public List<SupplierDrill> listDrills() {
        return store.list();
    }

    /** One of them, or a problem {@code unknown-supplier-drill}. */
    @ReadOnly
    public SupplierDrill get(long id) {
        return store.find(id).orElseThrow(() -> Refusals.unknownSupplierDrill(id));
    }

    /** Writes one down; a problem {@code invalid} says which rules it breaks. */
    @Transactional
    public SupplierDrill create(JsonNode said) {
        SupplierDrill.Content content = ReportShape.supplier(said);
        Acting.require(Permission.PLAN_DRILLS, content.unit());
        String who = Acting.current().name();
        SupplierDrill added = store.add(new SupplierDrill(0, 1, content, now(), who, now(), who));
        audit.record("supplier-drill.create", TYPE, Long.toString(added.id()), null, ReportJson.tree(content));
        return added;
    }

    /**
     * Says something else; refused with {@code changed-meanwhile}.
     *
     * @param seen the version that the change is made on, or null to change whatever is stored
     */
    @Transactional
    public SupplierDrill replace(long id, JsonNode said, @Nullable Integer seen) {
        SupplierDrill before = store.lock(id).orElseThrow(() -> Refusals.unknownSupplierDrill(id));
        Acting.require(Permission.PLAN_DRILLS, before.content().unit());
        SupplierDrill.Content content = ReportShape.supplier(said);
        Acting.require(Permission.PLAN_DRILLS, content.unit());
        JsonNode stored = ReportJson.tree(before.content());
        if (seen != null && seen != before.version()) {
            throw Refusals.outdated(stored, ReportJson.tree(content), before.version());
        }
        SupplierDrill after = before.with(content, now(), Acting.current().name());
        store.update(after);
        audit.record("supplier-drill.replace", TYPE, Long.toString(id), stored, ReportJson.tree(content));
        return after;
    }

    /** Raises an action from what was found at a supplier. */
    @Transactional
    public Action raise(long id) {
        SupplierDrill drill = get(id);
        SupplierDrill.Content content = drill.content();
        String title = content.supplier() + ": " + content.title();
        return actions.raise(
                new ActionContent(
                        title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                        "",
                        "",
                        "",
                        null,
                        content.result() == Result.FAILED ? Severity.HIGH : Severity.MEDIUM,
                        ActionCategory.SUPPLIER,
                        content.element(),
                        content.unit()),
                new ActionSource(TYPE, Long.toString(id), content.findings()));
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
