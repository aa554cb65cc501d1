package io.holdfast.service.identity;

import io.holdfast.service.kernel.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role of a person.
 *
 * @param role the role
 * @param unit the unit in which it holds, with those below; null for the whole organisation
 */
public record AccountGrant(Role role, @Nullable String unit) {}
