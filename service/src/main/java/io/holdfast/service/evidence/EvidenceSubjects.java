package io.holdfast.service.evidence;

import java.util.Optional;

/** What evidence can be about: a room that has such things brings a bean of this, one for each type. For any number of threads. */
public interface EvidenceSubjects {

    /** The word of the type, such as {@code element}. */
    String type();

    /** The thing of an id, if there is one now. */
    Optional<EvidenceSubject> findSubject(String id);
}
