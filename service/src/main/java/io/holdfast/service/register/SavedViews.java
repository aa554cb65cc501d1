package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import io.holdfast.service.register.store.ViewStore;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways to look at the grid that whoever acts has saved, and those that others share. What concerns others, sharing and no
 * longer sharing, stands in the audit. For any number of threads.
 */
@Singleton
public class SavedViews {

    private final ViewStore store;
    private final Audit audit;

    SavedViews(ViewStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** One's own and shared ones, by name. */
    @ReadOnly
    public List<SavedView> listViews() {
        return store.list(Acting.current().account());
    }

    /** Whether a view is that of whoever acts. */
    public static boolean isOwn(SavedView view) {
        return Objects.equals(view.account(), Acting.current().account());
    }

    /** Keeps a view; one of one's own with that name gives way to it. */
    @Transactional
    public SavedView saveView(String name, boolean shared, String query) {
        Principal who = Acting.current();
        Optional<SavedView> before = store.find(who.account(), name);
        SavedView saved = store.save(who.account(), who.name(), name, shared, query);
        note(before.orElse(null), saved);
        return saved;
    }

    /**
     * Forgets a view of one's own, or a shared one where one administers the whole.
     *
     * @return whether there was such a view
     */
    @Transactional
    public boolean removeView(long id) {
        Optional<SavedView> view = store.find(id)
                .filter(found ->
                        isOwn(found) || (found.shared() && Acting.current().mayEverywhere(Permission.ADMINISTER)));
        view.ifPresent(found -> {
            store.remove(id);
            note(found, null);
        });
        return view.isPresent();
    }

    private void note(@Nullable SavedView before, @Nullable SavedView after) {
        JsonNode was = shared(before);
        JsonNode is = shared(after);
        if (was != null || is != null) {
            long id = Objects.requireNonNull(after == null ? before : after).id();
            audit.record(is == null ? "view.unshare" : "view.share", "view", Long.toString(id), was, is);
        }
    }

    private static @Nullable JsonNode shared(@Nullable SavedView view) {
        return view == null || !view.shared()
                ? null
                : JsonNodeFactory.instance.objectNode().put("name", view.name()).put("query", view.query());
    }
}
