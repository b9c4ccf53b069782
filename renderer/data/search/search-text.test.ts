import { expect, it } from 'vitest';
import { RECORD_SCHEMAS, type RecordOf } from '../../../shared/domain/record-tables.ts';
import { SEARCHED_TABLES, searchText, type SearchedTable } from './search-text.ts';

const AT = '2026-11-24T01:00:00.000Z';
const BASE = { id: 'r', createdAt: AT, changedAt: AT, desk: 'A', numberYear: 2026, numberDesk: 'A', numberSerial: 7 };

/** What of a record is looked through: its fields with words of their own, and those words as they are found. */
const SEARCHED: { [Table in SearchedTable]: { fields: object; found: readonly string[] } } = {
  households: {
    fields: {
      unitId: 'u',
      keys: ['sxx'],
      phones: ['13805710001'],
      postalName: '单雄信 先生',
      postalAddress: '西湖区 1 号',
      emergencyContact: '女儿',
      careMind: '独居',
      note: '养狗',
    },
    found: ['sxx', '13805710001', '单雄信 先生', '西湖区 1 号', '女儿', '独居', '养狗'],
  },
  units: {
    fields: { buildingId: 'b', name: 'A座2203', names: ['10-2203'], layout: '三室', note: '空置' },
    found: ['a座2203', '10-2203', '三室', '空置'],
  },
  receptions: {
    fields: {
      number: 'JD-2026-000001',
      channel: 'call',
      occurredAt: AT,
      state: 'open',
      complaint: null,
      unit: '3栋2单元1502',
      customer: '单雄信',
      keys: ['sxx'],
      colleagueName: '周建国',
      content: '漏水',
      answer: '已派工',
      result: '修好',
      note: '急',
    },
    found: ['jd-2026-000001', '3-2-1502', '单雄信', 'sxx', '周建国', '漏水', '已派工', '修好', '急'],
  },
  letters: {
    fields: {
      number: 'LH-2026-0001',
      means: 'post',
      state: 'open',
      decision: null,
      handedOver: null,
      unit: '3栋2单元1502',
      sender: '供水公司',
      keys: ['gsgs'],
      postalNumber: 'XA24435342142',
      subject: '停水',
      summary: '周五停水',
      replyNumber: '客函〔2026〕9号',
      result: '已张贴',
      note: '存档',
    },
    found: ['lh-2026-0001', '3-2-1502', '供水公司', 'gsgs', 'xa24435342142', '停水', '周五停水', '客函〔2026〕9号', '已张贴', '存档'],
  },
  coordinationForms: {
    fields: {
      number: 'XT-2026-0001',
      issuedAt: AT,
      issuedOn: '2026-11-24',
      departmentId: 'd',
      state: 'issued',
      headsWord: null,
      sourceNumber: 'LH-2026-0009',
      unit: '3栋2单元1502',
      customer: '单雄信',
      keys: ['sxx'],
      subject: '门禁',
      content: '门禁坏了',
      measures: '换读卡器',
      handledBy: '王磊',
      note: '夜间',
    },
    found: ['xt-2026-0001', 'lh-2026-0009', '3-2-1502', '单雄信', 'sxx', '门禁', '门禁坏了', '换读卡器', '王磊', '夜间'],
  },
  dispatchOrders: {
    fields: {
      number: 'PG-2026-000001',
      reportedAt: AT,
      reportedOn: '2026-11-24',
      state: 'waiting',
      headsWord: null,
      sourceNumber: 'JD-2026-000009',
      unit: '3栋2单元1502',
      publicArea: '车库',
      customer: '单雄信',
      keys: ['sxx'],
      content: '灯不亮',
      worker: '张强',
      done: '换灯管',
      payment: { receiptNumber: 'SJ-88' },
      materials: [{ name: '灯管', quantityThousandths: 1000 }],
      note: '带梯子',
    },
    found: ['pg-2026-000001', 'jd-2026-000009', '3-2-1502', '车库', '单雄信', 'sxx', '灯不亮', '张强', '换灯管', 'sj-88', '灯管', '带梯子'],
  },
  replies: {
    fields: {
      number: '客函〔2026〕12号',
      state: 'posted',
      draftedBy: 'd',
      textHash: '',
      approval: null,
      completion: null,
      archive: { number: 'DA-2026-118', place: '柜 3', on: '2026-11-24', by: 'd', onBehalf: false },
      answers: [{ table: 'letters', id: 'l', number: 'LH-2026-0002' }],
      unit: '3栋2单元1502',
      customer: '单雄信',
      postalName: '单雄信 女士',
      keys: ['sxx'],
      title: '关于漏水的回函',
      body: '已安排维修',
      postings: [{ form: 'registered', postedOn: '2026-11-20', postalNumber: 'XA24435342142', receiptNumber: 'R-5' }],
      note: '抄送',
    },
    found: [
      '客函〔2026〕12号',
      'kh-2026-0007',
      'lh-2026-0002',
      '3-2-1502',
      '单雄信',
      '单雄信 女士',
      'sxx',
      '关于漏水的回函',
      '已安排维修',
      'xa24435342142',
      'r-5',
      'da-2026-118',
      '抄送',
    ],
  },
  praises: {
    fields: {
      number: 'BY-2026-001',
      state: 'open',
      original: null,
      letterNumber: 'LH-2026-0003',
      unit: '3栋2单元1502',
      praisedBy: '单雄信',
      keys: ['sxx'],
      employees: [{ name: '张强' }],
      whatFor: '拾金不昧',
      rewardNoticeNumber: 'JL-1',
      note: '锦旗',
    },
    found: ['by-2026-001', 'lh-2026-0003', '3-2-1502', '单雄信', 'sxx', '张强', '拾金不昧', 'jl-1', '锦旗'],
  },
  postingLists: {
    fields: {
      number: 'QD-2026-0001',
      postedOn: '2026-11-25',
      postOffice: '文三路支局',
      rows: [{ letterNumber: '客函〔2026〕1号', postalNumber: 'XA12345678533', addressee: '马䶮骏' }],
    },
    found: ['qd-2026-0001', '文三路支局', '客函〔2026〕1号', 'xa12345678533', '马䶮骏'],
  },
  people: {
    fields: { name: '周建国', pinyin: 'zhoujianguo', initials: 'zjg', staffNumber: 'W-07', title: '工程部经理', phone: '135 8801 2036' },
    found: ['周建国', 'zhoujianguo', 'zjg', 'w-07', '工程部经理', '13588012036'],
  },
  departments: {
    fields: { name: '工程部', pinyin: 'gongchengbu', initials: 'gcb', phone: '0571-8801 2001' },
    found: ['工程部', 'gongchengbu', 'gcb', '057188012001'],
  },
  outsideNumbers: {
    fields: { name: '供电抢修', pinyin: 'gongdian', initials: 'gdqx', phone: '（0571）95598', contact: '值班员', note: '全天' },
    found: ['供电抢修', 'gongdian', 'gdqx', '057195598', '(0571)95598', '值班员', '全天'],
  },
};

it.each(SEARCHED_TABLES)('%s: each word stands on a line of its own, half width and in small letters', (table) => {
  const { fields, found } = SEARCHED[table];
  const row: RecordOf<typeof table> = RECORD_SCHEMAS[table].parse({ ...BASE, ...fields });
  expect(searchText(table, row).split('\n').toSorted()).toEqual([...found].toSorted());
});
