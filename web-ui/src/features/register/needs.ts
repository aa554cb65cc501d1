import type { Need } from '../../lib/model';

export type Group = Exclude<Need, string>;

/** The id of an entry that names one element and says nothing else. */
function bareId(entry: Need): string | null {
  if (typeof entry === 'string') return entry;
  return typeof entry.of === 'string' && Object.keys(entry).length === 1 ? entry.of : null;
}

/** Entries as lines to read: those of one id without terms make one line together, in the place of the first. */
export function grouped(needs: Need[]): Group[] {
  const bare = needs.map(bareId).filter((id) => id !== null);
  const others = needs.filter((entry): entry is Group => bareId(entry) === null);
  return bare.length === 0 ? others : [{ of: bare }, ...others];
}

/** What a line asks of its members. */
export type Mode = 'all' | 'atLeast' | 'together';

export const membersOf = (group: Group): Need[] => (typeof group.of === 'string' ? [group.of] : group.of);

export const modeOf = (group: Group): Mode =>
  group.shares !== undefined ? 'together' : group.atLeast !== undefined ? 'atLeast' : 'all';

/** Lines back as entries: ids of a line that says nothing else stand bare, lines without members go. */
export function needsOf(lines: readonly Group[]): Need[] {
  return lines.flatMap((line): Need[] => {
    const members = membersOf(line);
    if (members.length === 0) return [];
    return Object.keys(line).length === 1 ? members : [{ ...line, of: members }];
  });
}

const equalShares = (size: number): number[] =>
  Array.from({ length: size }, () => Number((1 / Math.max(1, size)).toFixed(3)));

/** The same line asking something else of its members; what is kept beside it stays. */
export function withMode(group: Group, mode: Mode): Group {
  const { atLeast, shares, minimum, ...rest } = group;
  const members = membersOf(group);
  if (mode === 'all') return { ...rest, of: members };
  if (mode === 'atLeast') return { ...rest, of: members, atLeast: atLeast ?? Math.max(1, members.length - 1) };
  const each = shares ?? equalShares(members.length);
  return {
    ...rest,
    of: members,
    shares: each,
    minimum: minimum ?? Number(((members.length - 1) / Math.max(1, members.length)).toFixed(3)),
  };
}

/** The same line with one more member; where members carry load together the shares are made equal again. */
export function withMember(group: Group, member: Need): Group {
  const of = [...membersOf(group), member];
  return group.shares === undefined ? { ...group, of } : { ...group, of, shares: equalShares(of.length) };
}

/** The same line without one of its members; never is more asked for than there are. */
export function withoutMember(group: Group, index: number): Group {
  const of = membersOf(group).filter((_, i) => i !== index);
  const next: Group = { ...group, of };
  if (group.atLeast !== undefined) next.atLeast = Math.max(1, Math.min(group.atLeast, of.length));
  if (group.shares !== undefined) next.shares = group.shares.filter((_, i) => i !== index);
  return next;
}

/** The same line with one member, or one share, put in the place of another. */
export const withMemberAt = (group: Group, index: number, member: Need): Group => ({
  ...group,
  of: membersOf(group).map((each, i) => (i === index ? member : each)),
});

export const withShareAt = (group: Group, index: number, value: number): Group => ({
  ...group,
  shares: (group.shares ?? []).map((each, i) => (i === index ? value : each)),
});

/** The same line with a term that is said, or no longer. */
export function withTerm(group: Group, term: 'soft' | 'verified' | 'holdsFor', value: unknown): Group {
  const rest = Object.fromEntries(Object.entries(group).filter(([key]) => key !== term));
  return { ...rest, of: group.of, ...(value === undefined ? {} : { [term]: value }) };
}
