import { beforeAll, expect, it } from 'vitest';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { findOutsideNumbers } from './find-outside-number.ts';

let desk: SampleDesk;

beforeAll(async () => {
  desk = await sampleDesk();
});

it.each([
  ['nothing', ' ', []],
  ['a name', '供电抢修', ['供电抢修']],
  ['a part of it', '抢修', ['供电抢修', '燃气抢修']],
  ['pinyin', 'gongdian', ['供电抢修']],
  ['initials', 'GDQX', ['供电抢修']],
  ['a number', '0571 96390', ['自来水公司']],
  ['too few digits', '95', []],
  ['nobody', '白宫', []],
])('outside numbers are found by %s (4:职责2)', async (_what, typed, names) => {
  expect((await findOutsideNumbers(desk.session.database, typed)).map(({ name }) => name)).toEqual(names);
});
