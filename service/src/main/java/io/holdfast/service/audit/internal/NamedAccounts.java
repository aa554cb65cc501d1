package io.holdfast.service.audit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which accounts entries name by number: as what something was done to, and within what was before and after. */
public final class NamedAccounts {

    private static final String ACCOUNT = "account";
    private static final List<String> KEYS = List.of(ACCOUNT, "asDeputyOf");

    private NamedAccounts() {}

    /** The numbers; of an entry that was redacted none, since what it was about is nobody's business any more. */
    public static Set<Long> of(List<AuditEntry> entries) {
        Set<Long> named = new TreeSet<>();
        entries.stream().filter(entry -> entry.actor() != null).forEach(entry -> add(named, entry));
        return named;
    }

    private static void add(Set<Long> named, AuditEntry entry) {
        if (entry.subjectType().equals(ACCOUNT) && entry.subject().matches("\\d{1,18}")) {
            named.add(Long.valueOf(entry.subject()));
        }
        add(named, entry.detail());
    }

    private static void add(Set<Long> named, @Nullable JsonNode detail) {
        if (detail != null) {
            List<JsonNode> values = new ArrayList<>();
            KEYS.forEach(key -> detail.findValues(key, values));
            values.stream()
                    .filter(JsonNode::canConvertToLong)
                    .map(JsonNode::longValue)
                    .forEach(named::add);
        }
    }
}
