import { describe, expect, it } from 'vitest';
import { distance, type Editable, type Known, nearest, parseCell, parseHours } from './values';

const known: Known = {
  sites: [
    { id: 'tpe', name: 'Taipei', names: { 'zh-Hant': '臺北' } },
    { id: 'txg', name: 'Taichung' },
  ],
  teams: [{ id: 'dba', name: 'Database team' }],
  kinds: [{ id: 'host', word: '主機' }],
};
const cell = (column: Editable, text: string) => parseCell(column, text, known, (thing) => thing.name ?? thing.id);

describe('what people write into cells', () => {
  it('reads times with their units', () => {
    const times: [string, number][] = [
      ['4', 4],
      ['4 h', 4],
      ['30 min', 0.5],
      ['1 h 30 min', 1.5],
      ['1:30', 1.5],
      ['2d', 48],
      ['４小時', 4],
      ['90 分鐘', 1.5],
      ['1 天 12 小時', 36],
      ['0', 0],
    ];
    for (const [text, hours] of times) expect(parseHours(text), text).toBe(hours);
    for (const text of ['soon', '4 x', '-4', '1,5', '4 h or so', 'h']) expect(parseHours(text), text).toBeNull();
  });
  it('finds sites, teams and kinds by id or by name in either language [row:M10]', () => {
    expect(cell('site', 'TPE')).toEqual({ value: 'tpe' });
    expect(cell('site', '臺北')).toEqual({ value: 'tpe' });
    expect(cell('owner', 'database team')).toEqual({ value: 'dba' });
    expect(cell('owner', 'Chen Mei')).toEqual({ value: 'Chen Mei' });
    expect(cell('kind', '主機')).toEqual({ value: 'host' });
    expect(cell('kind', 'load-balancer')).toEqual({ value: 'load-balancer' });
  });
  it('says what is wrong with a value and what was probably meant', () => {
    expect(cell('site', 'Taichnug')).toEqual({
      broken: { key: 'registerNoSite', facts: { value: 'Taichnug' }, suggestion: 'Taichung' },
    });
    expect(cell('site', 'Paris')).toMatchObject({ broken: { key: 'registerNoSite' } });
    expect(cell('site', 'Paris')).not.toHaveProperty('broken.suggestion');
    for (const text of ['0', '10', '1.5', 'high']) expect(cell('tier', text)).toHaveProperty('broken');
    expect(cell('rto', 'soon')).toMatchObject({ broken: { key: 'registerNoTime' } });
    expect(cell('kind', '')).toMatchObject({ broken: { key: 'registerNeedsKind' } });
    expect(cell('name', 'x'.repeat(501))).toHaveProperty('broken');
  });
  it('takes a value away by an empty cell', () => {
    for (const column of ['name', 'site', 'zone', 'owner', 'tier', 'rto'] as const)
      expect(cell(column, ' ')).toEqual({ value: null });
  });
  it('counts letters that are swapped once', () => {
    expect(distance('taichnug', 'taichung')).toBe(1);
    expect(distance('', 'abc')).toBe(3);
    expect(distance('host', 'ghost')).toBe(1);
    expect(nearest('tapei', ['Taipei', 'Tainan'])).toBe('Taipei');
    expect(nearest('Taichnug', ['Taipei main site', 'Taichung standby site'])).toBe('Taichung standby site');
    expect(nearest('zzz', ['Taipei'])).toBeUndefined();
  });
});
