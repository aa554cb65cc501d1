package io.holdfast.service.approval;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was submitted, as it was.
 *
 * @param content under {@code en} and {@code zh-Hant} the same in either language
 * @param basis what it was made from
 */
public record Frozen(JsonNode content, JsonNode basis) {}
