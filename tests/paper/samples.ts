import type { MessageSlipPaper } from '../../renderer/print/message-slip.tsx';
import type { RegisterPaper } from '../../renderer/print/register-table.tsx';
import type { TableColumn } from '../../renderer/print/ruled-table.tsx';
import type { CoordinationFormPaper } from '../../renderer/print/coordination-form.tsx';
import type { PrintContext } from '../../renderer/print/print-context.ts';

/** Rare characters of real names; common fonts lack them. */
export const RARE = '𠮷㛃䶮𬭎';

export const zhContext: PrintContext = {
  language: 'zh',
  estateName: '翠湖花园小区',
  companyName: '翠湖物业管理有限公司',
  printedBy: '王芳',
  printedAt: '2026-01-05T06:30:00.000Z',
  timeZone: 'Asia/Shanghai',
  sample: false,
  copy: false,
  reprint: 0,
  superseded: false,
};

export const enContext: PrintContext = {
  ...zhContext,
  language: 'en',
  estateName: 'Green Lake Gardens',
  companyName: 'Green Lake Property Management Co., Ltd.',
  printedBy: 'Wang Fang',
};

export const shortForm: CoordinationFormPaper = {
  number: 'XT-2026-0045',
  issuedAt: '2026-01-05T01:12:00.000Z',
  issuedBy: '王芳',
  source: 'letter',
  sourceNumber: 'LH-2026-0012',
  customer: `𠮷田㛃（${RARE}）`,
  unit: '3栋2单元1502',
  phone: '13800138000',
  department: '工程部',
  helping: ['保安部', '环境部'],
  subject: '地下车库B2层渗水，车位B2-117上方滴水',
  content: '业主来函反映：自元旦起地下车库B2层靠北墙处渗水，B2-117车位上方滴水，车辆漆面已有水渍。要求尽快查明原因并维修，并书面答复。',
  dueAt: '2026-01-08',
  receivedBy: '',
  receivedAt: '',
  measures: '',
  handledBy: '',
  doneAt: '',
  customerToldHow: '',
  customerToldAt: '',
  followUp: '',
  reminders: [],
  releasedBy: '',
  releasedOn: '',
  archivedBy: '',
  archivedOn: '',
  cancelledReason: '',
};

const paragraph =
  '2026年1月3日晚21时许，业主来电称地下车库B2层靠北墙处大面积渗水，B2-117、B2-118车位上方持续滴水，地面积水约3平方米;当班保安员到场后设置警示牌并拍照留存。';

export const longForm: CoordinationFormPaper = {
  ...shortForm,
  content: Array.from({ length: 14 }, (_, index) => `${index + 1}. ${paragraph}`).join('\n'),
  receivedBy: '李工',
  receivedAt: '2026-01-05T02:00:00.000Z',
  measures: Array.from({ length: 6 }, () => paragraph).join(''),
  handledBy: '李工、赵师傅',
  doneAt: '2026-01-07T08:00:00.000Z',
  customerToldHow: '电话',
  customerToldAt: '2026-01-07T09:10:00.000Z',
  followUp: '业主表示满意，要求雨季前再查一次。',
  reminders: [
    { at: '2026-01-05T08:00:00.000Z', by: '王芳' },
    { at: '2026-01-06T01:30:00.000Z', by: '王芳' },
  ],
  releasedBy: '陈经理',
  releasedOn: '2026-01-08',
  archivedBy: '王芳',
  archivedOn: '2026-01-09',
};

export const englishForm: CoordinationFormPaper = {
  ...shortForm,
  issuedBy: 'Wang Fang',
  customer: 'Mr J. Featherstonehaugh',
  unit: 'Building 3, entrance 2, 1502',
  department: 'Engineering',
  helping: ['Security', 'Cleaning and greenery'],
  subject: 'Water coming through the ceiling of the underground car park, level B2, above space B2-117',
  content:
    'The owner writes that since New Year water has been dripping onto space B2-117 near the north wall; the paint of the car is stained. The owner asks for the cause to be found, for a repair, and for an answer in writing.',
};

export const slip: MessageSlipPaper = {
  number: 'JD-2026-000123',
  forWhom: '陈经理',
  department: '工程部',
  caller: `𬭎女士（${RARE}）`,
  unit: '12栋801',
  phone: '13912345678',
  calledAt: '2026-01-05T03:05:00.000Z',
  message: '装修验收的时间想改到周五下午，请回电确认；另外水表读数对不上，请一并核实。',
  wish: 'callBack',
  takenBy: '王芳',
};

export const englishSlip: MessageSlipPaper = {
  ...slip,
  forWhom: 'Mr Chen',
  department: 'Engineering',
  caller: 'Ms Hong',
  unit: 'Building 12, 801',
  message: 'Would like to move the fitting-out inspection to Friday afternoon; please call back to confirm.',
  wish: 'callsAgain',
  takenBy: 'Wang Fang',
};

export const receptionColumns: readonly TableColumn[] = [
  { header: '编号', widthMm: 26, align: 'center' },
  { header: '日期时间', widthMm: 26, align: 'center' },
  { header: '方式', widthMm: 12, align: 'center' },
  { header: '姓名', widthMm: 20, align: 'left' },
  { header: '房号', widthMm: 24, align: 'left' },
  { header: '电话', widthMm: 24, align: 'left' },
  { header: '类别', widthMm: 12, align: 'center' },
  { header: '内容', widthMm: 70, align: 'left' },
  { header: '答复', widthMm: 40, align: 'left' },
  { header: '记录人', widthMm: 15, align: 'center' },
  { header: '金额（元）', widthMm: 18, align: 'right' },
];

/** A reception log of that many entries. */
export function receptionRegister(count: number): RegisterPaper {
  return {
    title: '电话接待记录本',
    columns: receptionColumns,
    rows: Array.from({ length: count }, (_, index) => [
      `JD-2026-${String(index + 1).padStart(6, '0')}`,
      '2026-01-05 09:12',
      '来电',
      index % 7 === 0 ? '𠮷田㛃' : '李䶮',
      '3栋2单元1502',
      '138****8000',
      '报事',
      '地下车库B2层渗水，车位B2-117上方滴水。'.repeat(1 + (index % 3)),
      '已派工程部到场',
      '王芳',
      '120.00',
    ]),
    from: '2026-01-01',
    to: '2026-01-31',
    conditions: '类别：全部',
    totals: ['合计', '', '', '', '', '', '', `共${count}条`, '', '', `${count * 120}.00`],
  };
}
