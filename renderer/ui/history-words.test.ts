import { createInstance } from 'i18next';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { OUTGOING_CALL } from '../../shared/domain/known-number.ts';
import { RECORD_SCHEMAS, type TableName } from '../../shared/domain/record-tables.ts';
import { en, zh } from '../i18n/resources.ts';
import { changeText, fieldLabel, reasonText, tellingFields, typedFieldLabel, valueText, type HistoryWords } from './history-words.ts';

/** Tables whose records show their history on a screen, and what is shown inside them. */
const SHOWN = [
  'receptions',
  'promises',
  'letters',
  'coordinationForms',
  'dispatchOrders',
  'replies',
  'letterTemplates',
  'postingLists',
  'praises',
  'people',
  'departments',
  'buildings',
  'units',
  'households',
  'outsideNumbers',
  'settings',
  'holidays',
] as const satisfies readonly TableName[];

async function wordsIn(language: 'zh' | 'en'): Promise<HistoryWords> {
  const i18n = createInstance();
  await i18n.init({ resources: { zh, en }, lng: language, fallbackLng: false, interpolation: { escapeValue: false } });
  const names = new Map([
    ['p1', '苏敏'],
    ['p2', '周建国'],
    ['d1', '行政部'],
  ]);
  return { i18n, names, zone: 'Asia/Shanghai' };
}

/** Values of every shape a schema lets in, each choice once. */
function samples(schema: z.core.$ZodType): unknown[] {
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  if (schema instanceof z.ZodArray) return samples(schema.element).map((one) => [one]);
  if (schema instanceof z.ZodRecord) return samples(schema.valueType).map((one) => ({ reception: one }));
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => samples(option));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return samples(schema.unwrap());
  if (schema instanceof z.ZodPipe) return samples(schema.out);
  if (schema instanceof z.ZodBoolean) return [true];
  if (schema instanceof z.ZodNumber) return [7];
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([key, field]) => [key, samples(field)] as const);
    const most = Math.max(...fields.map(([, found]) => found.length));
    return Array.from({ length: most }, (_one, at) => Object.fromEntries(fields.map(([key, found]) => [key, found[at % found.length]])));
  }
  return ['甲'];
}

it.each(SHOWN)('every field and choice of %s has its words', async (table) => {
  const words = await wordsIn('zh');
  const raw: string[] = [];
  for (const [key, field] of Object.entries(RECORD_SCHEMAS[table].shape)) {
    if (tellingFields({ before: {}, after: { [key]: '甲' } }).length === 0) continue;
    // Chinese words hold no letters but those of a name as it is written everywhere; both languages have the same keys.
    const lines = [fieldLabel(words.i18n, table, key), ...samples(field).map((value) => valueText(words, table, key, value))];
    raw.push(...lines.filter((line) => /[A-Za-z]/.test(line.replaceAll(/EMS|PIN|A5|A4/g, ''))).map((line) => `${key}: ${line}`));
  }
  expect(raw).toEqual([]);
});

const consent = {
  decidedBy: 'p1',
  recordedBy: 'p2',
  by: 'paper',
  on: '2026-11-23',
  evidence: '档案盒3',
  opinion: '第四次',
  outcome: 'followUp',
};
const member = { name: '单雄信', relation: 'family', phone: '13900001111', idNumber: '' };
const material = { name: '密封圈', size: '', quantityThousandths: 1000, measure: '', priceFen: 0 };
const reminder = { at: '2026-11-23T01:00:00.000Z', by: 'p1', to: '周建国', note: '' };

it.each([
  {
    table: 'receptions',
    key: 'complaint',
    before: null,
    after: consent,
    words: ['（空）', '决定人：苏敏，记录人：周建国，方式：书面，日期：2026-11-23，依据存放：档案盒3，意见：第四次，结果：开协调单跟进'],
  },
  {
    table: 'households',
    key: 'members',
    before: [{ ...member, name: '秦琼' }, member],
    after: [
      { ...member, name: '秦琼' },
      { ...member, phone: '13900002222' },
    ],
    words: ['姓名：单雄信，关系：家属，电话：139****1111', '姓名：单雄信，关系：家属，电话：139****2222'],
  },
  {
    table: 'households',
    key: 'members',
    before: [{ ...member, name: '秦琼', phone: '13900003333' }, member],
    after: [{ ...member, name: '秦叔宝', phone: '13900003333' }, member],
    words: ['姓名：秦琼', '姓名：秦叔宝'],
  },
  {
    table: 'households',
    key: 'members',
    before: [member],
    after: [{ ...member, name: '单雄心', relation: 'other' }],
    words: ['姓名：单雄信，关系：家属', '姓名：单雄心，关系：其他'],
  },
  // Without a number, or elsewhere in the list, another name is another person.
  {
    table: 'households',
    key: 'members',
    before: [{ ...member, phone: '' }],
    after: [{ ...member, name: '秦琼', phone: '' }],
    words: ['姓名：单雄信，关系：家属', '姓名：秦琼，关系：家属'],
  },
  {
    table: 'households',
    key: 'members',
    before: [member],
    after: [{ ...member, name: '秦琼' }, member],
    words: ['（空）', '姓名：秦琼，关系：家属，电话：139****1111'],
  },
  {
    table: 'households',
    key: 'members',
    before: [{ ...member, name: '秦琼' }, member],
    after: [member, { ...member, name: '秦琼' }],
    words: [
      '姓名：秦琼，关系：家属，电话：139****1111；姓名：单雄信，关系：家属，电话：139****1111',
      '姓名：单雄信，关系：家属，电话：139****1111；姓名：秦琼，关系：家属，电话：139****1111',
    ],
  },
  {
    table: 'coordinationForms',
    key: 'reminders',
    before: [reminder],
    after: [reminder, { ...reminder, at: '2026-11-24T01:00:00.000Z' }],
    words: ['（空）', '时间：2026-11-24 09:00，经手人：苏敏，送交：周建国'],
  },
  {
    table: 'settings',
    key: 'rules',
    before: { promiseHours: 2, formDays: 3 },
    after: { promiseHours: 4, formDays: 3 },
    words: ['承诺回复时限（小时）：2', '承诺回复时限（小时）：4'],
  },
  {
    table: 'settings',
    key: 'rules',
    before: { drafterMayApprove: true, promiseHours: 2 },
    after: { drafterMayApprove: false, promiseHours: 2 },
    words: ['拟稿人可以批准本人拟的回函：是', '拟稿人可以批准本人拟的回函：否'],
  },
  {
    table: 'dispatchOrders',
    key: 'payment',
    before: { means: 'cash', receivedFen: 5000, receiptNumber: '12' },
    after: { means: '', receivedFen: 0, receiptNumber: '' },
    words: ['方式：现金，实收：¥50.00，收据号：12', '实收：¥0.00'],
  },
  {
    table: 'people',
    key: 'roles',
    before: ['receptionist', 'assistant'],
    after: ['assistant', 'receptionist'],
    words: ['客户接待员；客户中心助理', '客户中心助理；客户接待员'],
  },
  {
    table: 'dispatchOrders',
    key: 'materials',
    before: [material, material],
    after: [material],
    words: ['材料名称：密封圈，数量：1', '（空）'],
  },
  { table: 'units', key: 'areaHundredths', before: 9850, after: 12_345, words: ['98.5', '123.45'] },
  { table: 'households', key: 'feeArrears', before: 0, after: 120_000, words: ['¥0.00', '¥1200.00'] },
  { table: 'people', key: 'roles', before: ['receptionist'], after: ['receptionist', 'assistant'], words: ['（空）', '客户中心助理'] },
  {
    table: 'letters',
    key: 'links',
    before: [],
    after: [{ table: 'coordinationForms', id: 'x', number: 'XT-2026-0001' }],
    words: ['（空）', 'XT-2026-0001'],
  },
  {
    table: 'letters',
    key: 'scans',
    before: [],
    after: [{ sha256: 'a1', name: '来函第1页.png', type: 'image/png', bytes: 7 }],
    words: ['（空）', '来函第1页.png'],
  },
] as const)('a change of $table, $key, reads as a person would tell it', async ({ table, key, before, after, words: said }) => {
  const words = await wordsIn('zh');
  const told = changeText(words, table, key, { before, after });
  expect([told.before, told.after]).toEqual(said);
});

it.each([
  ['receptions', 'callingNumber', '13812348000', '138****8000'],
  ['receptions', 'numberLeft', '13812348000', '138****8000'],
  ['letters', 'phone', '13812348000', '138****8000'],
  ['households', 'emergencyPhone', '13812348000', '138****8000'],
  [
    'households',
    'members',
    [{ ...member, phone: '', idNumber: '330106198001011234' }],
    '姓名：单雄信，关系：家属，证件号码：330***********1234',
  ],
] as const)('%s: %s is masked, whoever reads over the shoulder', async (table, key, value, masked) => {
  expect(valueText(await wordsIn('zh'), table, key, value)).toBe(masked);
});

it('of a new record tells nothing that is empty, whatever its shape', () => {
  const payment = { means: '', receivedFen: 0, receiptNumber: '' };
  expect(tellingFields({ before: null, after: { payment, done: '', hops: [], content: '漏水' } })).toEqual(['content']);
  expect(tellingFields({ before: null, after: { numberWithheld: false, numberRefused: true } })).toEqual(['numberRefused']);
  expect(tellingFields({ before: null, after: { payment: { ...payment, receivedFen: 100 } } })).toEqual(['payment']);
});

it.each([
  ['a code is worded', 'reveal-personal-data', `phone: ${OUTGOING_CALL}`, '电话：去电', 'Phone: Outgoing call'],
  ['words of before there was a code stay', 'reveal-personal-data', 'phone: 去电', '电话：去电', 'Phone: 去电'],
  ['typed words stay, colons and all', 'reveal-personal-data', 'phone: 业主来问: #3 楼', '电话：业主来问: #3 楼', 'Phone: 业主来问: #3 楼'],
  ['a code nobody words is shown as such', 'reveal-personal-data', 'phone: #else', '电话：#else', 'Phone: #else'],
  ['any other reason stays', 'change-reception', 'phone: 登错了', 'phone: 登错了', 'phone: 登错了'],
])('of a shown number %s', async (_name, name, reason, inChinese, inEnglish) => {
  expect(reasonText((await wordsIn('zh')).i18n, 'households', { name, reason })).toBe(inChinese);
  expect(reasonText((await wordsIn('en')).i18n, 'households', { name, reason })).toBe(inEnglish);
});

it.each(['zh', 'en'] as const)('calls the style of a letter as the form does it is written in, %s', async (language) => {
  const words = await wordsIn(language);
  for (const style of ['official', 'company'] as const) {
    const called = changeText(words, 'replies', 'style', { before: null, after: style }).after;
    expect(called.toLowerCase()).toBe(words.i18n.t(`replies:styleName.${style}`).toLowerCase());
  }
});

it('tells ids of people, departments and buildings only, whose names it knows', () => {
  const told = SHOWN.flatMap((table) => Object.keys(RECORD_SCHEMAS[table].shape).map((field) => ({ table, field })))
    .filter(({ field }) => /(?:Id|Ids)$/.test(field) && tellingFields({ before: {}, after: { [field]: 'x' } }).length > 0)
    .map(({ table, field }) => `${table}.${field}`);
  expect(told.toSorted()).toEqual([
    'buildings.stewardId',
    'coordinationForms.departmentId',
    'coordinationForms.helpingIds',
    'departments.headId',
    'dispatchOrders.departmentId',
    'letters.departmentId',
    'people.departmentId',
    'praises.departmentIds',
    'receptions.passedToDepartmentId',
    'receptions.passedToPersonId',
    'replies.departmentIds',
    'units.buildingId',
  ]);
});

it('names the means of a follow-up as its dialog does, and not the means of a payment', async () => {
  const { i18n } = await wordsIn('zh');
  expect(fieldLabel(i18n, 'followUps', 'means')).toBe('回访方式');
  expect(fieldLabel(i18n, 'dispatchOrders', 'means')).toBe('收款方式');
});

it('words what is typed under names of its own: amounts of materials, marks of a follow-up', async () => {
  const words = await wordsIn('zh');
  const materials = [{ name: '阀门', size: '', quantity: '1', measure: '只', price: '38' }];
  expect(valueText(words, 'dispatchOrders', 'materials', materials)).toBe('材料名称：阀门，数量：1，单位：只，单价：38');
  expect(valueText(words, 'followUps', 'marks', { inTime: 'yes', quality: 'no', manner: '' })).toBe('处理及时：是，质量合格：否');
  expect(typedFieldLabel(words.i18n, 'dispatchOrders', 'labour')).toBe('人工费');
  expect(typedFieldLabel(words.i18n, 'dispatchOrders', 'ofALaterVersion')).toBe('ofALaterVersion');
});

/** Fields of the dialogs over the pages of letters and replies. */
const TYPED_IN_DIALOGS = {
  letters: 'departmentId to toPersonId at note result replyNumber repliedOn keptWhere',
  replies: `reviews approval supervisorsWord archive decidedBy by on evidence opinion as departmentId outcome deputy onBehalfOf authorisation
    reason sealedBy sealedOn form postalNumber receiptNumber postedOn postOffice weightGrams charges local returnReceipt onlineReason
    onlineAddress spokenTo at note signedBy deliveryNote sentBackReason enquiryResult role how receivedBy excerptOnly excerptReason`,
};
it.each(['letters', 'replies'] as const)('what is left in a dialog of %s can be read by the names of its fields', async (table) => {
  for (const language of ['zh', 'en'] as const) {
    const { i18n } = await wordsIn(language);
    const fields = TYPED_IN_DIALOGS[table].split(/\s+/);
    expect(fields.filter((field) => typedFieldLabel(i18n, table, field) === field)).toEqual([]);
  }
});
