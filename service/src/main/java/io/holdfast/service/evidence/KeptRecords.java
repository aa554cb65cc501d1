package io.holdfast.service.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records of a room that are kept and may be deleted after their date; the caller brings the transaction. For any number of threads. */
public interface KeptRecords {

    /** The word of their type, such as {@code run}. */
    String type();

    /** The classes that they are of, by the words of the retention policy. */
    Set<String> classes();

    /**
     * Those of a class that are kept since before a moment, the oldest first.
     *
     * @param most how many at most
     */
    List<KeptRecord> listBefore(String recordClass, Instant moment, int most);

    /** One of them. */
    Optional<KeptRecord> find(String record);

    /** Deletes one; that it may be has been checked, and the database checks it again. */
    void delete(String record);
}
