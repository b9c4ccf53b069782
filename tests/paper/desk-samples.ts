import type { DispatchTicketPaper } from '../../renderer/print/dispatch-ticket-paper.ts';
import type { PraisePaper } from '../../renderer/print/praise-posting.tsx';
import { RARE } from './samples.ts';

export const ticket: DispatchTicketPaper = {
  number: 'PG-2026-000678',
  place: '3栋2单元1502',
  reportedBy: `𠮷田㛃（${RARE}）`,
  phone: '13800138000',
  reportedAt: '2026-01-05T01:12:00.000Z',
  content: '厨房水槽下方软管漏水，地柜已浸湿，请带更换软管。',
  trade: '水',
  urgency: '急修',
  charge: '有偿',
  appointment: '2026-01-05T02:00:00.000Z',
  dueAt: '2026-01-05T01:42:00.000Z',
  dispatchedAt: '2026-01-05T01:15:00.000Z',
  dispatchedBy: '王芳',
  team: '工程一班',
  worker: '赵师傅',
  arrivedAt: '',
  finishedAt: '',
  done: '',
  materials: [],
  labour: '',
  total: '',
  payment: '',
  deskPhone: '0571-88000001',
};

export const englishTicket: DispatchTicketPaper = {
  ...ticket,
  place: 'Building 3, 2-1502',
  reportedBy: 'Mr Featherstone',
  content: 'The hose under the kitchen sink is leaking and the cupboard is wet; please bring a new hose.',
  trade: 'plumbing',
  urgency: 'urgent',
  charge: 'paid',
  dispatchedBy: 'Wang Fang',
  team: 'Team 1',
  worker: 'Zhao',
  materials: [{ name: 'Hose, 600 mm', quantity: '1', price: '25.00', amount: '25.00' }],
  labour: '30.00',
  total: '55.00',
  payment: 'WeChat',
};

export const praise: PraisePaper = {
  number: 'BY-2026-003',
  letterNumber: 'LH-2026-0015',
  receivedOn: '2026-01-04',
  praisedBy: `㛃女士（${RARE}）`,
  unit: '3栋2单元1502',
  form: '来信',
  employees: ['赵建国', '李䶮'],
  departments: ['工程部', '保安部'],
  reason: '1月2日深夜水管爆裂，两位员工十分钟内赶到，关阀抢修至凌晨三点，又帮业主清扫积水，分文未取。',
  postedIn: '工程部',
  postedAt: '班组看板',
  postedOn: '2026-01-05',
  postedBy: '王芳',
};

export const englishPraise: PraisePaper = {
  ...praise,
  praisedBy: 'Ms Jie',
  unit: 'Building 3, 2-1502',
  form: 'letter',
  employees: ['Zhao Jianguo', 'Li Yan'],
  departments: ['Engineering', 'Security'],
  reason:
    'When a pipe burst late at night on 2 January, both were there within ten minutes, worked until three in the morning and helped to mop up.',
  postedIn: 'Engineering',
  postedAt: 'team board',
  postedBy: 'Wang Fang',
};
