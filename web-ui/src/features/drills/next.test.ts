import { expect, test } from 'vitest';
import type { PlanRow } from '../../lib/lastDrill';
import type { Drill, Schedule } from './api';
import { coming } from './next';

const drill = (uid: string, date: string, more: Partial<Drill> = {}): Drill =>
  ({ uid, date, start: '09:00', stage: null, plan: null, window: null, ...more }) as unknown as Drill;
const plan = (id: number, more: Partial<PlanRow>): PlanRow =>
  ({ id, stage: 'approved', scheduledUid: null, timing: null, window: null, ...more }) as unknown as PlanRow;
const schedule = (...drills: Drill[]): Schedule => ({ year: 2026, today: '2026-04-20', drills }) as unknown as Schedule;
const day = (date: string): PlanRow['timing'] => ({ date, start: '14:00:00', minutes: 60 });

test('the next drills lie ahead, in order of date, each once, with their plan; what is over is not among them', () => {
  const found = coming(
    schedule(
      drill('over', '2026-04-01'),
      drill('held', '2026-05-01', { stage: 'held' }),
      drill('later', '2026-06-09'),
      drill('soon', '2026-05-12', { plan: 7, stage: 'planned' }),
    ),
    [
      plan(7, { scheduledUid: 'soon', timing: day('2026-05-13') }),
      plan(8, { timing: day('2026-05-02') }),
      plan(9, { timing: day('2026-04-02') }),
      plan(10, { stage: 'closed', timing: day('2026-05-03') }),
      plan(11, { timing: day('2027-05-03') }),
    ],
  );
  expect(found.map((each) => [each.key, each.plan?.id ?? null, each.when])).toEqual([
    ['plan-8', 8, { date: '2026-05-02', start: '14:00' }],
    ['soon', 7, { date: '2026-05-13', start: '14:00' }],
    ['later', null, { date: '2026-06-09', start: '09:00' }],
  ]);
});

test('of a sealed day only the window is known, and it lies ahead until the window is over', () => {
  const window = { from: '2026-04-10', to: '2026-05-20' };
  const [first, second] = coming(
    schedule(drill('sealed', '2026-04-10', { window, plan: 4 }), drill('fixed', '2026-04-30')),
    [plan(4, { window: { ...window, minutes: 60 }, timing: day('2026-05-11') } as Partial<PlanRow>)],
  );
  expect(first?.when).toEqual({ from: '2026-04-10', to: '2026-05-20' });
  expect(second?.key).toBe('fixed');
});

test('no more than six are listed', () => {
  const many = Array.from({ length: 9 }, (_, i) => drill(`d${i}`, `2026-05-0${i + 1}`));
  expect(coming(schedule(...many), [])).toHaveLength(6);
});
