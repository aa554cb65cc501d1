package io.holdfast.service.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is approved in versions.
 *
 * @param id its number
 * @param type what kind of subject, such as {@code plan}
 * @param subject which one, in the words of the room that it belongs to
 * @param versions from the newest, at least one
 * @param events what has happened to approved versions that calls for a review, from the oldest
 */
public record Document(long id, String type, String subject, List<Version> versions, List<Event> events) {

    /** Copies the lists. */
    public Document {
        versions = List.copyOf(versions);
        events = List.copyOf(events);
    }

    /**
     * Something that calls for a review of an approved version.
     *
     * @param version the number of the version
     * @param kind a stable word, such as {@code calendar-changed}
     * @param about what it was, such as a file's name
     * @param at when
     */
    public record Event(int version, String kind, String about, Instant at) {}

    /** The version that holds. */
    public Optional<Version> findApproved() {
        return find(VersionState.APPROVED);
    }

    /** The version that waits for a decision. */
    public Optional<Version> findWaiting() {
        return find(VersionState.SUBMITTED);
    }

    /** The version of a number. */
    public Optional<Version> findVersion(int number) {
        return versions.stream().filter(each -> each.number() == number).findFirst();
    }

    private Optional<Version> find(VersionState state) {
        return versions.stream().filter(each -> each.state() == state).findFirst();
    }
}
