import type { ActionView, Content, Status } from './api';

export const STATUSES = ['pending', 'overdue', 'open', 'in-progress', 'done', 'verified', 'dropped'] as const;
export const SEVERITIES = ['low', 'medium', 'high'] as const;
export const CATEGORIES = [
  'plan',
  'procedure',
  'technology',
  'data',
  'people',
  'communication',
  'facility',
  'supplier',
  'other',
] as const;

/** An action of which nothing is said yet. */
export const blank = (element: string | null = null): Content => ({
  title: '',
  text: '',
  cause: '',
  owner: '',
  due: null,
  severity: 'medium',
  category: 'other',
  element,
  unit: null,
});

/** How an action is named by its number. */
export const numberOf = (id: number): string => `A-${id}`;

/** The page of what an action came from; null where it has none. */
export const sourcePage = ({ type, id }: ActionView['source']): string | null =>
  type === 'drill' && id !== null
    ? `/drills/plans/${id}/report`
    : type === 'supplier-drill'
      ? '/drills/suppliers'
      : null;

/** Whether a step needs no words: work begins by itself. */
export const isSilent = (status: Status): boolean => status === 'in-progress';

/** What must be said of a grave action before it is done, and is not. */
export const missing = (content: Content): ('cause' | 'owner' | 'due')[] =>
  content.severity === 'high' ? (['cause', 'owner', 'due'] as const).filter((key) => !content[key]) : [];
