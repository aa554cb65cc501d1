/** What is written in a field as a number; null where it is empty, NaN where it is none. */
export function numberOf(text: string): number | null {
  const bare = text.trim().replace(/,/g, '');
  return bare === '' ? null : /^\d*\.?\d+(e\d+)?$/i.test(bare) ? Number(bare) : NaN;
}

/** Whether something has keys. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two trees say the same, in whatever order their keys stand. */
export const equals = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

/** A place that two people changed to different values. */
export interface Clash {
  path: string;
  theirs: unknown;
  mine: unknown;
}

/**
 * Puts what one has changed on top of what another has stored meanwhile, key by key; lists are looked at whole. Where both changed
 * the same place it is mine that stands, and the place is told.
 */
export function merged(base: unknown, theirs: unknown, mine: unknown, path = ''): { value: unknown; clashes: Clash[] } {
  if (equals(mine, theirs) || equals(base, mine)) return { value: theirs, clashes: [] };
  if (equals(base, theirs)) return { value: mine, clashes: [] };
  if (
    [base, theirs, mine].every((each) => each === undefined || isObject(each)) &&
    isObject(mine) &&
    isObject(theirs)
  ) {
    const was = isObject(base) ? base : {};
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    const parts = keys.map(
      (key) => [key, merged(was[key], theirs[key], mine[key], path === '' ? key : `${path}.${key}`)] as const,
    );
    return {
      value: Object.fromEntries(parts.map(([key, part]) => [key, part.value]).filter(([, each]) => each !== undefined)),
      clashes: parts.flatMap(([, part]) => part.clashes),
    };
  }
  return { value: mine, clashes: [{ path, theirs, mine }] };
}

/** The JSON merge patch (RFC 7396) that makes one object another; lists are put in whole. */
export function patchBetween(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key], after[key]];
    if (equals(was, is)) continue;
    patch[key] = is === undefined ? null : isObject(was) && isObject(is) ? patchBetween(was, is) : is;
  }
  return patch;
}
