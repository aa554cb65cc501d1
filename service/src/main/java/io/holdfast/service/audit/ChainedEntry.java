package io.holdfast.service.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry with all that its hash is made of, as it is exported; hashes and salt in hexadecimal digits. With {@code
 * detailHash} = SHA-256 over salt, actor and content, and {@code hash} = SHA-256 over previousHash, number, the microseconds of
 * {@code at} since 1970, action, subjectType, subject and detailHash; texts in UTF-8 and bytes each behind their length as four
 * bytes, numbers as eight bytes, the highest first.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChainedEntry(
        long number,
        Instant at,
        String action,
        String subjectType,
        String subject,
        @Nullable String actor,
        @Nullable String content,
        @Nullable String salt,
        String detailHash,
        String previousHash,
        String hash) {}
