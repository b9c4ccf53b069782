import type { ReplyLetterPaper } from '../../renderer/print/reply-letter.ts';

const paragraph =
  '收悉您反映地下车库B2层渗水、B2-117车位上方滴水的来函后，我公司高度重视，当日即责成物业公司会同原施工单位到现场查验。经查，渗水系北侧外墙后浇带防水层局部破损所致，与车位使用无关。';

export const zhLetter: ReplyLetterPaper = {
  sender: '翠湖房地产开发有限公司',
  number: '客函〔2026〕12号',
  date: '2026-01-05',
  subject: '关于地下车库渗水问题的答复函',
  addressee: '尊敬的𠮷田㛃女士',
  address: [],
  body: `${paragraph}\n为彻底解决问题，现就有关事项答复如下：一是由施工单位于2026年1月20日前完成外墙注浆堵漏；二是堵漏完成后恢复车位顶面涂料；三是您车辆的漆面由物业公司负责送修，费用由我公司承担。\n感谢您的理解与支持。`,
  enclosures: [],
  copiesTo: [],
  contact: '',
  sealed: true,
  signedBy: '',
  signedAs: '',
  senderAddress: '',
  senderPhone: '',
  draft: false,
};

export const longZhLetter: ReplyLetterPaper = {
  ...zhLetter,
  subject: '关于翠湖花园小区三栋二单元业主反映地下车库渗水及车辆漆面受损问题处理情况的答复函',
  body: Array.from({ length: 9 }, () => paragraph).join('\n'),
  enclosures: ['现场查验记录', '外墙后浇带注浆堵漏施工方案及工期安排（含材料合格证明、施工单位资质、监理意见等附表）'],
  copiesTo: ['翠湖物业管理有限公司', '营销部客户中心'],
  contact: '联系人：李䶮，电话：0571-88000000',
  sealed: false,
};

export const enLetter: ReplyLetterPaper = {
  ...zhLetter,
  sender: 'Green Lake Real Estate Development Co., Ltd.',
  subject: 'Water coming through in the underground car park',
  addressee: 'Dear Mr Featherstonehaugh',
  address: ['Mr J. Featherstonehaugh', 'Unit 1502, Entrance 2, Building 3', 'Green Lake Gardens, Hangzhou 310000'],
  body: 'Thank you for your letter of 3 January about the water above space B2-117. We’re sorry for the trouble it has caused you.\nOur engineers found on 4 January that the waterproofing of the north wall had failed at a construction joint; the way the space is used has nothing to do with it. The contractor will seal the joint by 20 January and paint the ceiling afterwards. The “polishing and repainting” of your car will be arranged by the property company at our expense.',
  enclosures: ['Record of the inspection, 4 January 2026'],
  copiesTo: ['Green Lake Property Management Co., Ltd.'],
  contact: 'Li Yan, 0571-88000000',
  sealed: false,
  signedBy: 'Chen Wei',
  signedAs: 'Marketing Manager',
  senderAddress: '8 Lakeside Road, Hangzhou 310000',
  senderPhone: '0571-88000000',
};
