import { expect, it } from 'vitest';
import { filled } from './spacing';

const by = (name: string): string => filled({ name }, (values) => `由${values['name'] ?? ''}於 2026 年核准。`);

it('puts a space between a Latin name and the Chinese around it, and none within or beside punctuation', () => {
  expect(by('Wu Ping')).toBe('由 Wu Ping 於 2026 年核准。');
  expect(by('吳平')).toBe('由吳平於 2026 年核准。');
  expect(by('5G核心')).toBe('由 5G核心於 2026 年核准。');
  expect(filled({ name: 'web-1' }, (values) => `「${values['name'] ?? ''}」`)).toBe('「web-1」');
});

it('sees what two values bring together, and leaves numbers to the text', () => {
  expect(filled({ a: '機房', b: 'B2' }, ({ a = '', b = '' }) => `${a}${b}`)).toBe('機房 B2');
  expect(filled({ count: 3 }, ({ count = 0 }) => `第 ${count} 版`)).toBe('第 3 版');
  expect(filled({ name: 'Wu' }, ({ name = '' }) => `${name} approved`)).toBe('Wu approved');
});
