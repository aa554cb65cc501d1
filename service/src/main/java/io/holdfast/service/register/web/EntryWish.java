package io.holdfast.service.register.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.EntryChange;
import io.holdfast.service.register.Section;
import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of one element as it is sent: either {@code id}, {@code version} and {@code patch}, or {@code id}, {@code version} and
 * {@code remove: true}, or {@code type} and {@code element} for a new one.
 *
 * @param id the element that is changed or removed
 * @param version the version of it that was seen
 * @param patch a JSON merge patch (RFC 7396) of the element in the file's notation
 * @param remove true to remove it
 * @param type asset, service or process, of a new element
 * @param element the new element in the file's notation
 */
record EntryWish(
        @Nullable String id,
        @Nullable Integer version,
        @Nullable JsonNode patch,
        @Nullable Boolean remove,
        @Nullable String type,
        @Nullable JsonNode element) {

    /** Changes of one request. */
    static final int MOST = 5_000;

    /** The changes, or a problem that names every one that is not right. */
    static List<EntryChange> requireAll(@Nullable List<@Nullable EntryWish> wishes) {
        if (wishes == null || wishes.isEmpty() || wishes.size() > MOST) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-changes",
                    "There are " + (wishes == null ? 0 : wishes.size()) + " changes, but there must be 1 to " + MOST
                            + ". Send more of them in several requests.");
        }
        List<EntryChange> changes = new ArrayList<>();
        List<Problem.Violation> violations = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            EntryWish wish = wishes.get(i);
            String path = "$.changes[" + i + "]";
            Optional<EntryChange> change = wish == null ? Optional.empty() : wish.find();
            change.ifPresentOrElse(changes::add, () -> violations.add(wrong(path)));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "bad-changes",
                            violations.size() + " of the changes are not right, so nothing was stored. First: "
                                    + violations.getFirst().path() + ": "
                                    + violations.getFirst().message())
                    .withViolations(violations);
        }
        return changes;
    }

    /** Where the patch or the element of each stands. */
    static List<String> paths(@Nullable List<@Nullable EntryWish> wishes) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; wishes != null && i < wishes.size(); i++) {
            EntryWish wish = wishes.get(i);
            paths.add("$.changes[" + i + "]" + (wish == null ? "" : wish.part()));
        }
        return paths;
    }

    private String part() {
        if (patch != null) {
            return ".patch";
        }
        return element == null ? "" : ".element";
    }

    private static Problem.Violation wrong(String path) {
        return new Problem.Violation(
                path,
                "bad-change",
                "A change has either id, version and patch (an object that does not change the id), or id, version and remove: true,"
                        + " or type (asset, service or process) and element (an object with an id).",
                null,
                null,
                null);
    }

    private Optional<EntryChange> find() {
        boolean removes = Boolean.TRUE.equals(remove);
        if (Stream.of(patch != null, removes, element != null)
                        .filter(each -> each)
                        .count()
                != 1) {
            return Optional.empty();
        }
        if (element != null) {
            return id == null && version == null && type != null ? create(type, element) : Optional.empty();
        }
        if (id == null || version == null || type != null) {
            return Optional.empty();
        }
        if (removes) {
            return Optional.of(new EntryChange.Remove(Section.ELEMENTS, id, version));
        }
        return patch instanceof ObjectNode object && isKept(object, id)
                ? Optional.of(new EntryChange.Patch(Section.ELEMENTS, id, version, object))
                : Optional.empty();
    }

    private static Optional<EntryChange> create(String type, JsonNode element) {
        return element instanceof ObjectNode object && object.path("id").isTextual()
                ? Section.findOfElements(type).map(section -> new EntryChange.Create(section, object))
                : Optional.empty();
    }

    private static boolean isKept(ObjectNode patch, String id) {
        JsonNode given = patch.get("id");
        return given == null || (given.isTextual() && given.asText().equals(id));
    }
}
