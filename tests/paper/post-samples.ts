import type { AddressLabelPaper } from '../../renderer/print/address-labels.tsx';
import type { PostalAddress } from '../../renderer/print/postal-address.ts';
import type { PostingListPaper } from '../../renderer/print/posting-list.tsx';

export const addressee: PostalAddress = {
  postcode: '310013',
  address: '浙江省杭州市西湖区文三路138号翠湖花园小区3栋2单元1502室',
  name: '𠮷田㛃女士',
};

export const longAddressee: PostalAddress = {
  postcode: '310013',
  address:
    '浙江省杭州市西湖区古荡街道文三路138号翠湖花园小区（二期）3栋2单元15层1502室，如无人在家请转交小区北门物业服务中心前台代收并电话通知收件人',
  name: '杭州𬭎䶮电子商务股份有限公司西湖分公司办公室',
};

export const overlongAddressee: PostalAddress = {
  ...longAddressee,
  address: longAddressee.address.repeat(2),
  name: longAddressee.name.repeat(2),
};

export const sender: PostalAddress = {
  postcode: '310000',
  address: '杭州市西湖区湖滨路8号',
  name: '翠湖房地产开发有限公司',
};

export function labels(count: number): AddressLabelPaper[] {
  return Array.from({ length: count }, (_, index) => ({
    to: index % 5 === 4 ? longAddressee : addressee,
    number: `HF-2026-${String(index + 1).padStart(4, '0')}`,
  }));
}

export function postingList(count: number): PostingListPaper {
  return {
    number: 'JJ-2026-0007',
    sender: '翠湖房地产开发有限公司',
    postedOn: '2026-01-05',
    postOffice: '文三路邮政支局',
    pieces: Array.from({ length: count }, (_, index) => ({
      postalNumber: 'XA24435342142',
      addressee: index % 5 === 4 ? longAddressee.name : addressee.name,
      address: addressee.address,
      postcode: '310013',
      weight: '18',
      postage: '0.80',
      registration: '3.00',
      returnReceipt: '3.00',
      letterNumber: `客函〔2026〕${index + 1}号`,
    })),
    totals: {
      weight: String(18 * count),
      postage: (0.8 * count).toFixed(2),
      registration: (3 * count).toFixed(2),
      returnReceipt: (3 * count).toFixed(2),
      sum: (6.8 * count).toFixed(2),
    },
  };
}
