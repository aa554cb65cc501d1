package io.holdfast.service.plan;

/** How many of a team; {@code people} is false for means such as spare hosts. */
public record Crew(Named team, int count, boolean people) {}
