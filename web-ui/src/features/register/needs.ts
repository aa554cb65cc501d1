import type { Need } from '../../lib/model';

type Group = Exclude<Need, string>;

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
