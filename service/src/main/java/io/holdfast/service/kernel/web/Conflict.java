package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpStatus;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the database refuses, because of what others have stored or because it cannot keep such a value, told without its
 * statement. Source: PostgreSQL, appendix A.
 */
enum Conflict {
    /** A unique rule. */
    TAKEN(
            "23505",
            "already-there",
            "Something with the same id or key is stored already. Load it anew and change that one, or choose another id."),
    /** A reference. */
    REFERRED(
            "23503",
            "reference-broken",
            "What this request names is not stored, or what it removes is still named by something else. Load it anew and try again."),
    /** Two writers at once. */
    CONCURRENT(
            "40001 40P01 55P03",
            "changed-meanwhile",
            "Somebody else was changing the same at this moment. Load it anew and try again."),
    /** A text or number that no column can hold: a NUL character, half a character, a time or number out of range. */
    UNSTORABLE(
            "22001 22003 22008 22021 22P05",
            "unstorable",
            "A value cannot be stored: a text with a NUL character or half a character, or a time or number out of range. Leave it out, then send it again.",
            HttpStatus.UNPROCESSABLE_ENTITY),
    /** What must be kept: its date has not come, it is on hold, or nobody deletes or changes it. */
    KEPT(
            "HF001",
            "kept-until",
            "This must be kept as it is: its date has not come, it is on hold, or it is never deleted. The page Retention says which."),
    /** It cannot be reached, is stopping or starting, or takes no more connections. */
    AWAY(
            "08000 08001 08003 08004 08006 25006 53300 57P01 57P02 57P03",
            "database-away",
            "The database does not answer at the moment, so it is not certain whether this was done. Send it again in a few seconds with"
                    + " the same Idempotency-Key, or look before you do.",
            HttpStatus.SERVICE_UNAVAILABLE),
    /** Its disk is full, or cannot be written to. */
    FULL(
            "53100 58030",
            "storage-full",
            "There is no room left where the database keeps its files, so nothing can be stored. What was stored is kept; tell whoever"
                    + " runs this service.",
            HttpStatus.INSUFFICIENT_STORAGE);

    private final String states;
    private final String code;
    private final String sentence;
    private final HttpStatus status;

    Conflict(String states, String code, String sentence) {
        this(states, code, sentence, HttpStatus.CONFLICT);
    }

    Conflict(String states, String code, String sentence, HttpStatus status) {
        this.states = states;
        this.code = code;
        this.sentence = sentence;
        this.status = status;
    }

    /** The conflict that an error comes from, if it comes from one. */
    static Optional<Conflict> find(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException refused) {
                return isOfPool(refused) ? Optional.of(AWAY) : ofState(refused.getSQLState());
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** The pool has no connection, or the one it gave was closed under the request's hands; it knows no states. */
    private static boolean isOfPool(SQLException refused) {
        return refused instanceof SQLTransientConnectionException || refused.getSQLState() == null;
    }

    private static Optional<Conflict> ofState(@Nullable String state) {
        return List.of(values()).stream()
                .filter(each -> state != null && state.length() == 5 && each.states.contains(state))
                .findFirst();
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }

    HttpStatus status() {
        return status;
    }
}
