import { expect, it } from 'vitest';
import { mergeList } from './merge-list.ts';

interface Member {
  name: string;
  phone: string;
}
const member = (name: string, phone = ''): Member => ({ name, phone });
const [li, wang, zhao] = [member('李淑芬', '1'), member('王磊', '2'), member('赵静', '3')];

it.each<[string, Member[], Member[], Member[], Member[]]>([
  ['nothing changed in the record: what was typed stands', [li, wang], [wang, zhao], [li, wang], [wang, zhao]],
  [
    'nothing changed in the record: two without a name yet are two',
    [member('')],
    [member('', '1'), member('', '2')],
    [member('')],
    [member('', '1'), member('', '2')],
  ],
  ['nothing typed', [li], [li], [li, wang], [li, wang]],
  ['one added here, another there', [li], [li, zhao], [li, wang], [li, wang, zhao]],
  ['one taken away here, another added there', [li, wang], [li], [li, wang, zhao], [li, zhao]],
  ['one taken away there', [li, wang], [li, wang, zhao], [li], [li, zhao]],
  ['one taken away there, but changed here', [li, wang], [li, member('王磊', '9')], [li], [li, member('王磊', '9')]],
  ['one field changed here, the row moved there', [li, wang], [member('李淑芬', '7'), wang], [wang, li], [wang, member('李淑芬', '7')]],
  ['a field changed there stays', [li], [li, zhao], [member('李淑芬', '8')], [member('李淑芬', '8'), zhao]],
  ['the same one added on both sides is one', [li], [li, member('王磊', '5')], [li, wang], [li, member('王磊', '5')]],
  [
    'two of one name: what was changed of the second is changed of the second',
    [member('李伟', '1'), member('李伟', '2')],
    [member('李伟', '1'), member('李伟', '7')],
    [member('李伟', '1'), member('李伟', '2'), wang],
    [member('李伟', '1'), member('李伟', '7'), wang],
  ],
  [
    'two of one name: the first is taken away here, the second changed there',
    [member('李伟', '1'), member('李伟', '2')],
    [member('李伟', '2')],
    [member('李伟', '1'), member('李伟', '8')],
    [member('李伟', '8')],
  ],
  [
    'two of one name: the second is taken away here, another added there',
    [member('李伟', '1'), member('李伟', '2')],
    [member('李伟', '1')],
    [member('李伟', '1'), member('李伟', '2'), wang],
    [member('李伟', '1'), wang],
  ],
  [
    'a second one of the name added here, another row there',
    [member('李伟', '1')],
    [member('李伟', '1'), member('李伟', '2')],
    [member('李伟', '1'), wang],
    [member('李伟', '1'), wang, member('李伟', '2')],
  ],
  [
    'two of one name added here, one of it there',
    [li],
    [li, member('王磊', '2'), member('王磊', '6')],
    [li, wang],
    [li, wang, member('王磊', '6')],
  ],
  ['the same one added on both sides, here without a number', [li], [li, member('王磊')], [li, wang], [li, wang]],
  ['a row without a name yet', [li], [li, member('')], [li, wang], [li, wang, member('')]],
])('%s', (_what, begun, typed, stored, merged) => {
  expect(mergeList(begun, typed, stored, (row) => row.name)).toEqual(merged);
});
