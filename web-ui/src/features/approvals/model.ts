import type { ReviewReason, Version } from '../../lib/approval';

/** A document with where it stands, as the API tells it. */
export interface Line {
  newest: Version;
  approved: Version | null;
  due: ReviewReason[];
}

/** The groups of the page, in its order. */
export const GROUPS = ['yours', 'mine', 'others', 'due', 'held', 'past'] as const;
export type Group = (typeof GROUPS)[number];

/** In which group a document stands: what needs whoever looks comes first. */
export function groupOf({ newest, approved, due }: Line): Group {
  if (newest.state === 'submitted') return newest.mayDecide ? 'yours' : newest.mine ? 'mine' : 'others';
  if (newest.state === 'rejected' && newest.mine) return 'mine';
  if (approved) return due.length > 0 ? 'due' : 'held';
  return 'past';
}

/** Every document in its group; what was submitted longest ago comes first among those that wait. */
export function grouped(lines: Line[]): Record<Group, Line[]> {
  const groups: Record<Group, Line[]> = { yours: [], mine: [], others: [], due: [], held: [], past: [] };
  for (const line of lines) groups[groupOf(line)].push(line);
  for (const group of ['yours', 'others'] as const)
    groups[group].sort((a, b) => a.newest.submittedAt.localeCompare(b.newest.submittedAt));
  return groups;
}
