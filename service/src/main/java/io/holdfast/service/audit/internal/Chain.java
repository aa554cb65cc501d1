package io.holdfast.service.audit.internal;

import io.holdfast.service.audit.ChainCheck;
import io.holdfast.service.audit.ChainedEntry;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Follows the chain from its first entry and stops where it breaks. For one thread. */
public final class Chain {

    private static final HexFormat HEX = HexFormat.of();

    private final Set<Long> redacted = new TreeSet<>();
    private final Set<String> told = new HashSet<>();
    private byte[] previous = EntryHash.first();
    private long entries;
    private @Nullable String reason;

    /** Takes the next entry; false where it does not follow, and then no other is taken. */
    public boolean follows(ChainedEntry entry) {
        reason = fault(entry);
        entries++;
        if (reason == null) {
            previous = HEX.parseHex(entry.hash());
            if (entry.action().equals("audit.redact")) {
                told.add(entry.subject());
            }
        }
        return reason == null;
    }

    private @Nullable String fault(ChainedEntry entry) {
        if (entry.number() != entries + 1) {
            return "an entry is missing before it";
        }
        if (!same(previous, entry.previousHash())) {
            return "it does not carry the hash of the entry before";
        }
        byte[] hash = EntryHash.ofEntry(
                previous,
                entry.number(),
                entry.at(),
                entry.action(),
                entry.subjectType(),
                entry.subject(),
                HEX.parseHex(entry.detailHash()));
        return same(hash, entry.hash()) ? faultOfDetail(entry) : "what it tells is not what its hash was made of";
    }

    private @Nullable String faultOfDetail(ChainedEntry entry) {
        String salt = entry.salt();
        if (salt == null) {
            return "its detail is missing, and no redaction leaves it so";
        }
        if (entry.actor() == null && entry.content() == null) {
            redacted.add(entry.number());
            return null;
        }
        return same(EntryHash.ofDetail(HEX.parseHex(salt), entry.actor(), entry.content()), entry.detailHash())
                ? null
                : "its detail is not what its hash was made of";
    }

    private static boolean same(byte[] hash, String digits) {
        return MessageDigest.isEqual(hash, HEX.parseHex(digits));
    }

    /** What was found up to here. */
    public ChainCheck check() {
        String last = HEX.formatHex(previous);
        if (reason != null) {
            return new ChainCheck(entries, redacted.size(), false, entries, reason, last);
        }
        return redacted.stream()
                .filter(number -> !told.contains(Long.toString(number)))
                .findFirst()
                .map(number -> new ChainCheck(
                        entries,
                        redacted.size(),
                        false,
                        number,
                        "its detail is gone, and no entry tells of a redaction",
                        last))
                .orElseGet(() -> new ChainCheck(entries, redacted.size(), true, null, null, last));
    }
}
