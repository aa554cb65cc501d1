import { describe, expect, it } from 'vitest';
import type { Agreement } from './api';
import { atBest, freeId, promise, said, typedNumber, within, withAgreement } from './model';

describe('service levels', () => {
  it('never rounds what follows up to a promise that is not kept [row:S2]', () => {
    expect(promise(0.9995)).toBe('99.95\u00a0%');
    expect(atBest(0.99899999)).toBe('99.8999\u00a0%');
    expect(atBest(1)).toBe('100.0000\u00a0%');
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
