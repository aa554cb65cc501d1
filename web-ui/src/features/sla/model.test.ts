import { describe, expect, it } from 'vitest';
import type { Agreement } from './api';
import { atBest, doubt, freeId, kindOf, knewOther, promise, said, typedNumber, within, withAgreement } from './model';

describe('service levels', () => {
  it('never rounds what follows up to a promise that is not kept [row:S2]', () => {
    expect(promise(0.9995)).toBe('99.95\u00a0%');
    expect(atBest(0.99899999)).toBe('99.8999\u00a0%');
    expect(atBest(1)).toBe('100.0000\u00a0%');
    expect(atBest(1 - 0.73001 / 730), 'a missed month').toBe('99.8999\u00a0%');
  });
  it('says why it cannot be told whether a promise is carried [row:S2]', () => {
    expect(doubt({ reason: null, composite: null, missingTotal: 0 })).toBe('nothing');
    expect(doubt({ reason: null, composite: null, missingTotal: 2 })).toBe('unknown');
    expect(doubt({ reason: null, composite: 0.99, missingTotal: 1 })).toBe('unknown');
    expect(doubt({ reason: 'too large', composite: null, missingTotal: 0 })).toBe('open');
  });
  it('knows the kinds of periods and for which promise a run was made [row:S5] [row:S10]', () => {
    expect(['2026-09', '2026-Q3', '2026'].map(kindOf)).toEqual(['month', 'quarter', 'year']);
    expect(knewOther({ promised: 0.999 }, { availability: 0.9995 })).toBe(true);
    expect(knewOther({ promised: 0.999 }, { availability: 0.999 })).toBe(false);
    expect(knewOther({ promised: null }, { availability: 0.999 })).toBe(false);
  });
  it('says of a run only what its quantiles tell [row:B20]', () => {
    const run = { p50: 2, p95: 6, p99: 9 };
    expect(within(run, 1)).toEqual({ low: 0, high: 0.5 });
    expect(within(run, 6)).toEqual({ low: 0.95, high: 0.99 });
    expect(within(run, 4)).toEqual({ low: 0.5, high: 0.95 });
    expect(within(run, 20)).toEqual({ low: 0.99, high: 1 });
    expect(within({ p50: 2, p95: null, p99: null }, 100)).toEqual({ low: 0.5, high: 0.95 });
  });
  it('reads numbers as people type them', () => {
    expect(typedNumber('')).toBeUndefined();
    expect(typedNumber('99,9 %')).toBe(99.9);
    expect(typedNumber('many')).toBeNaN();
  });
  it('changes one agreement, leaves the others, and drops what says nothing', () => {
    const first: Agreement = { id: 'sla', kind: 'sla' };
    const second: Agreement = { id: 'ola', kind: 'ola', name: 'x' };
    expect(withAgreement({ 'x-agreements': [first, second] }, 0, undefined)).toEqual({ 'x-agreements': [second] });
    expect(said({ a: undefined, b: '', c: 0, d: [], e: 'x' })).toEqual({ c: 0, e: 'x' });
    expect(freeId([first], 'sla')).toBe('sla-2');
  });
});
