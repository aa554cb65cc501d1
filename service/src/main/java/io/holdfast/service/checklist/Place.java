package io.holdfast.service.checklist;

/**
 * Which checklist: a template about a thing.
 *
 * @param template the template's id
 * @param subject the id of an element or a site
 * @param variant the template's column; empty where it has none
 */
public record Place(String template, String subject, String variant) {

    /** What entries of the audit are about. */
    String word() {
        return template + "/" + subject + (variant.isEmpty() ? "" : "/" + variant);
    }
}
