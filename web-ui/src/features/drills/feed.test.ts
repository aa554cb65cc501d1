import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';

/** The feed of a year in London as the service writes it; a test of the service fails where it writes another one. */
const text = readFileSync(new URL('./london.ics', import.meta.url), 'utf8');

const local = (time: ICAL.Time): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(time.toJSDate());

describe('the feed, as ical.js reads it', () => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

  it('shows local times right across both changes of the clocks [row:D1]', () => {
    expect(events.map((event) => local(event.startDate))).toEqual([
      '2026-03-27 09:00',
      '2026-03-30 09:00',
      '2026-10-23 02:00',
      '2026-10-26 02:00',
    ]);
    expect(events.map((event) => event.startDate.zone.tzid)).toEqual(['UTC', 'UTC', 'UTC', 'UTC']);
    expect(events.map((event) => event.duration.toSeconds())).toEqual([9000, 9000, 9000, 9000]);
  });

  it('has a stable name, a moment and a summary for each drill', () => {
    expect(new Set(events.map((event) => event.uid)).size).toBe(4);
    expect(events.map((event) => event.summary)).toEqual([
      'data recovery: Mobile payment',
      'data recovery: Mobile payment',
      'live drill: Mobile payment',
      'live drill: Mobile payment',
    ]);
    for (const event of events) expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toMatch(/^2026/);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  });
});
