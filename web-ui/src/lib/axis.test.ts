import { describe, expect, it } from 'vitest';
import { onLogAxis, tickLabels, ticks } from './axis';

describe('time axes', () => {
  it('has round hours from nought, few enough to read', () => {
    expect(ticks(14)).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
    expect(ticks(0.7)).toHaveLength(5);
    for (const end of [0.05, 0.9, 3, 17, 90, 700, 8760]) expect(ticks(end).length).toBeLessThanOrEqual(9);
  });
  it('names the unit once, at the end', () => {
    expect(tickLabels([0, 2, 4], 'en')).toEqual(['0', '2', '4\u00a0h']);
    expect(tickLabels([0, 0.25, 0.5], 'zh-Hant')).toEqual(['0', '15', '30\u00a0分']);
    expect(tickLabels([0, 24, 48], 'en')).toEqual(['0', '1', '2\u00a0d']);
  });
  it('keeps small glyphs on one axis, times outside at its ends', () => {
    expect(onLogAxis(0)).toBe(0);
    expect(onLogAxis(9999)).toBe(1);
    expect(onLogAxis(4)).toBeGreaterThan(onLogAxis(1));
  });
});
