package io.holdfast.service.register;

import org.jspecify.annotations.Nullable;

/**
 * A way to look at the grid that somebody has saved.
 *
 * @param id its number
 * @param account whose it is, or null for the demonstration's
 * @param author the sign-in name of whose it is
 * @param name what they call it
 * @param shared whether everybody sees it
 * @param query what it looks for, as it stands in the page's address
 */
public record SavedView(long id, @Nullable Long account, String author, String name, boolean shared, String query) {}
