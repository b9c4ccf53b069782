import { describe, expect, it } from 'vitest';
import { parseLocalDate, parseLocalDateTime, parseLocalTime, type Lean } from './parse-when.ts';

describe('parseLocalDate', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['20261120', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['11-20', '2026-11-20'],
    ['1120', '2026-11-20'],
    ['１１－２０', '2026-11-20'],
    ['11月20号', '2026-11-20'],
    ['2-30', null],
    ['13-1', null],
    ['', null],
    ['今天', '2026-11-25'],
    ['昨天', '2026-11-24'],
    ['前天', '2026-11-23'],
    ['明天', '2026-11-26'],
    ['后天', '2026-11-27'],
    ['Tomorrow', '2026-11-26'],
    ['yesterday', '2026-11-24'],
  ])('%s on 2026-11-25: %s', (text, date) => {
    expect(parseLocalDate(text, '2026-11-25')).toBe(date);
  });

  it.each<[string, string, Lean, string]>([
    // The turn of the year, both ways.
    ['12-30', '2027-01-02', 'nearest', '2026-12-30'],
    ['12-30', '2027-01-02', 'past', '2026-12-30'],
    ['1-5', '2026-12-28', 'nearest', '2027-01-05'],
    ['1-5', '2026-12-28', 'future', '2027-01-05'],
    // Half a year away either way: a letter was written, a form will be done.
    ['5-20', '2026-11-25', 'past', '2026-05-20'],
    ['6-1', '2026-11-25', 'future', '2027-06-01'],
    ['5-20', '2026-12-20', 'past', '2026-05-20'],
    // A slip of a few days is read as it stands, and refused where it cannot be, rather than moved by a year.
    ['11-30', '2026-11-25', 'past', '2026-11-30'],
    ['11-20', '2026-11-25', 'future', '2026-11-20'],
    ['2-29', '2027-03-01', 'past', '2028-02-29'],
  ])('%s typed on %s, %s: %s', (text, today, lean, date) => {
    expect(parseLocalDate(text, today, lean)).toBe(date);
  });
});

describe('parseLocalTime', () => {
  it.each([
    ['8:02', '08:02'],
    ['0802', '08:02'],
    ['8', '08:00'],
    ['8点', '08:00'],
    ['8点02分', '08:02'],
    ['８：０２', '08:02'],
    ['8点半', '08:30'],
    ['8点一刻', '08:15'],
    ['上午9点', '09:00'],
    ['下午3点', '15:00'],
    ['下午3点半', '15:30'],
    ['下午15点', '15:00'],
    ['晚上8点05分', '20:05'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['凌晨12点', '00:00'],
    ['3pm', '15:00'],
    ['3:30 PM', '15:30'],
    ['12am', '00:00'],
    ['12 p.m.', '12:00'],
    ['15pm', null],
    // Midnight of which day?
    ['晚上12点', null],
    ['25', null],
    ['8:75', null],
    ['noon', null],
  ])('%s: %s', (text, time) => {
    expect(parseLocalTime(text)).toBe(time);
  });
});

describe('parseLocalDateTime at 2026-11-25 16:00 in Shanghai', () => {
  const NOW = '2026-11-25T08:00:00.000Z';
  it.each([
    ['8:02', '2026-11-25T00:02:00.000Z'],
    ['11-23 8:02', '2026-11-23T00:02:00.000Z'],
    ['2026-11-23T08:02', '2026-11-23T00:02:00.000Z'],
    ['11月23日8点', '2026-11-23T00:00:00.000Z'],
    ['明天下午3点', '2026-11-26T07:00:00.000Z'],
    ['明天 15:00', '2026-11-26T07:00:00.000Z'],
    ['今晚8点半', '2026-11-25T12:30:00.000Z'],
    ['明早9点', '2026-11-26T01:00:00.000Z'],
    ['下午5点', '2026-11-25T09:00:00.000Z'],
    ['today 5 pm', '2026-11-25T09:00:00.000Z'],
    ['Tomorrow 3pm', '2026-11-26T07:00:00.000Z'],
    ['1-5 9:00', '2027-01-05T01:00:00.000Z'],
    ['明天', null],
    ['11-238', null],
  ])('%s: %s', (text, at) => {
    expect(parseLocalDateTime(text, NOW, 'Asia/Shanghai')).toBe(at);
  });
});
