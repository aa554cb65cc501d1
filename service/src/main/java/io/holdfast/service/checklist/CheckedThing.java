package io.holdfast.service.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Site;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element or a site by what it is called.
 *
 * @param id its id
 * @param type {@code asset}, {@code service}, {@code process} or {@code site}
 * @param kind its kind; {@code site} for a site of the file
 * @param name its plain name, or null
 * @param names its names by language
 * @param owner who answers for it, or null
 * @param unit the organisational unit that it belongs to, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CheckedThing(
        String id,
        String type,
        String kind,
        @Nullable String name,
        Map<String, String> names,
        @Nullable String owner,
        @Nullable String unit) {

    private static final String SITE = "site";

    /** An element. */
    static CheckedThing of(Element element) {
        return of(
                element.id().value(), element.type().name().toLowerCase(Locale.ROOT), element.kind(), element.label());
    }

    /** A site. */
    static CheckedThing of(Site site) {
        return of(site.id().value(), SITE, SITE, site.label());
    }

    private static CheckedThing of(String id, String type, String kind, Label label) {
        Object unit = label.extras().get("x-unit");
        return new CheckedThing(
                id, type, kind, label.name(), label.names(), label.owner(), unit instanceof String text ? text : null);
    }

    /** Whether it is a site of the file, not an element. */
    boolean isSite() {
        return type.equals(SITE);
    }

    /** The type of its evidence. */
    String subjectType() {
        return isSite() ? SITE : "element";
    }
}
