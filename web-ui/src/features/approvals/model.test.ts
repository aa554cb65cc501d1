import { expect, it } from 'vitest';
import type { Version } from '../../lib/approval';
import { grouped, groupOf, type Line } from './model';

const version = (part: Partial<Version>): Version => ({
  document: 1,
  type: 'plan',
  subject: 'a/b',
  number: 1,
  title: 'A plan',
  unit: null,
  state: 'submitted',
  hash: 'x',
  note: '',
  validFrom: '2026-01-01',
  validUntil: null,
  reviewOn: '2027-01-01',
  submittedBy: 'Chen',
  submittedAt: '2026-01-01T00:00:00Z',
  decidedBy: null,
  decidedFor: null,
  decidedAt: null,
  reason: null,
  mine: false,
  mayDecide: false,
  mayNot: null,
  ...part,
});
const line = (part: Partial<Version>, approved = false, due = false): Line => ({
  newest: version(part),
  approved: approved ? version({ state: 'approved' }) : null,
  due: due ? [{ kind: 'date', about: '2026-01-01' }] : [],
});

it('puts what waits for me before what I submitted, and what is due before what holds', () => {
  expect(groupOf(line({ mayDecide: true }, true, true))).toBe('yours');
  expect(groupOf(line({ mine: true }))).toBe('mine');
  expect(groupOf(line({}))).toBe('others');
  expect(groupOf(line({ state: 'rejected', mine: true }, true))).toBe('mine');
  expect(groupOf(line({ state: 'rejected' }))).toBe('past');
  expect(groupOf(line({ state: 'rejected' }, true, true))).toBe('due');
  expect(groupOf(line({ state: 'approved' }, true))).toBe('held');
});

it('puts first what has waited longest', () => {
  const late = line({ mayDecide: true, submittedAt: '2026-03-01T00:00:00Z' });
  const early = line({ mayDecide: true, submittedAt: '2026-02-01T00:00:00Z' });
  expect(grouped([late, early]).yours).toEqual([early, late]);
});
