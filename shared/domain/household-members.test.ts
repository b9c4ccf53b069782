import { expect, it } from 'vitest';
import { mergeMembers } from './household-members.ts';
import { householdMember, type HouseholdMember } from './property.ts';

const member = (name: string, fields: Partial<HouseholdMember> = {}) => householdMember.parse({ name, ...fields });
const shan = member('单雄信', { phone: '13805710001' });
const lian = member('廉颇', { relation: 'family', phone: '13805710002' });
const added = member('马䶮', { relation: 'family' });

it.each<[string, HouseholdMember[], HouseholdMember[], HouseholdMember[], HouseholdMember[]]>([
  ['nothing at all', [shan, lian], [shan, lian], [shan, lian], [shan, lian]],
  ['one field, another since', [shan], [{ ...shan, phone: '1' }], [{ ...shan, idNumber: '2' }], [{ ...shan, phone: '1', idNumber: '2' }]],
  ['the same field of both', [shan], [{ ...shan, phone: '1' }], [{ ...shan, phone: '2' }], [{ ...shan, phone: '1' }]],
  [
    'one member, another since',
    [shan, lian],
    [{ ...shan, phone: '1' }, lian],
    [shan, { ...lian, phone: '2' }],
    [
      { ...shan, phone: '1' },
      { ...lian, phone: '2' },
    ],
  ],
  ['somebody added, another put right since', [shan], [shan, added], [{ ...shan, phone: '2' }], [{ ...shan, phone: '2' }, added]],
  ['somebody added on both sides', [shan], [shan, added], [shan, lian], [shan, added, lian]],
  [
    'the same one added on both sides',
    [shan],
    [shan, { ...added, phone: '1' }],
    [shan, { ...added, idNumber: '2' }],
    [shan, { ...added, phone: '1', idNumber: '2' }],
  ],
  ['somebody taken out', [shan, lian], [shan], [{ ...shan, phone: '2' }, lian], [{ ...shan, phone: '2' }]],
  ['nothing of who was taken out since', [shan, lian], [{ ...shan, phone: '1' }, lian], [shan], [{ ...shan, phone: '1' }]],
  ['who was taken out since', [shan, lian], [shan, { ...lian, phone: '1' }], [shan], [shan, { ...lian, phone: '1' }]],
  [
    'a name, the phone since',
    [shan, lian],
    [{ ...shan, name: '善雄信' }, lian],
    [{ ...shan, phone: '2' }, lian],
    [{ ...shan, name: '善雄信', phone: '2' }, lian],
  ],
  ['a phone, the name since', [shan], [{ ...shan, phone: '1' }], [{ ...shan, name: '善雄信' }], [{ ...shan, name: '善雄信', phone: '1' }]],
  ['the order, a phone since', [shan, lian], [lian, shan], [{ ...shan, phone: '2' }, lian], [lian, { ...shan, phone: '2' }]],
  ['one of two of a name', [shan, shan], [shan, { ...shan, phone: '1' }], [shan, shan], [shan, { ...shan, phone: '1' }]],
  ['a blank behind a name', [shan], [{ ...shan, name: '单雄信 ' }], [{ ...shan, phone: '2' }], [{ ...shan, name: '单雄信 ', phone: '2' }]],
])('changed was %s', (_what, then, changed, now, merged) => {
  expect(mergeMembers(then, changed, now)).toEqual(merged);
});
