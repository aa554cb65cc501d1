package io.holdfast.service.exchange;

/**
 * Something that an import does and that a person should know.
 *
 * @param code stable code in kebab case
 * @param file which of the files
 * @param count how many rows or objects it is about
 * @param message what was done, with an example
 */
@com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS)
public record ImportWarning(String code, String file, long count, String message) {}
