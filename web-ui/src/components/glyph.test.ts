import { expect, it } from 'vitest';
import { axisEnd, split } from './glyph';

it('splits an estimate at its target', () => {
  expect(split(3, 8, 4)).toEqual({ good: [3, 4], late: [4, 8] });
  expect(split(3, 8, 10)).toEqual({ good: [3, 8], late: [8, 8] });
  expect(split(3, 8, 1)).toEqual({ good: [3, 3], late: [3, 8] });
  expect(split(3, 8, null)).toEqual({ good: [3, 8], late: [8, 8] });
});

it('shows a near MTPD, and lets a far one not squeeze the estimate', () => {
  expect(axisEnd({ rto: 4, mtpd: 12, p50: 3, p95: 7.5, p99: 11 })).toBeGreaterThan(12);
  expect(axisEnd({ rto: 1, mtpd: 72, p50: 0.3, p95: 0.8, p99: 1 })).toBeLessThan(3);
});
