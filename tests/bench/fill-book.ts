import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { advance, CHAIN_START, quickHash, scanSegment, segmentName, type ChainEnd } from '../../electron/services/journal-segment.ts';
import { contactKeys } from '../../renderer/data/name-keys.ts';
import { coordinationRecord } from '../../shared/domain/coordination-form.ts';
import { letterRecord } from '../../shared/domain/letter.ts';
import { receptionRecord } from '../../shared/domain/reception.ts';
import { formatLine } from '../../shared/journal/line.ts';
import type { Change, OperationPayload } from '../../shared/journal/operation-payload.ts';

/**
 * Fills the book of a closed sample desk with made-up records: lines at the end of its journal, one operation each as if
 * every record had been typed. The desk then finds its database behind and replays them, so book and journal agree.
 */
export async function fillBook(folder: string, records: number): Promise<void> {
  const journal = path.join(folder, 'journal');
  const end = endOf(journal);
  rmSync(path.join(journal, 'verified.json'), { force: true });
  const names = await namePool();
  let chain = end;
  let text = '';
  let first = end.sequence + 1;
  mkdirSync(journal, { recursive: true });
  for (let at = 0; at < records; at += 1) {
    const payload = JSON.stringify(operationOf(at, chain.sequence + 1, end.book, names));
    const line = { sequence: chain.sequence + 1, previousHash: chain.hash, payloadHash: quickHash(payload), payload };
    chain = advance(chain, line);
    text += formatLine(line);
    if (text.length > SEGMENT_CHARACTERS || at === records - 1) {
      writeFileSync(path.join(journal, segmentName(first)), text, { mode: 0o600 });
      first = chain.sequence + 1;
      text = '';
    }
  }
}

const SEGMENT_CHARACTERS = 3_000_000;

interface Named {
  name: string;
  keys: string[];
}

function endOf(journal: string): ChainEnd {
  let end = CHAIN_START;
  for (const name of readdirSync(journal)
    .filter((one) => one.startsWith('journal-'))
    .toSorted()) {
    ({ end } = scanSegment(readFileSync(path.join(journal, name)), end));
  }
  return end;
}

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹';
const GIVEN = '伟芳娜敏静丽强磊洋艳勇军杰涛明超秀霞平刚桂英华玉萍红娟玲鹏飞';
const TROUBLES = [
  '厨房水管漏水',
  '电梯停在中间',
  '楼上装修太吵',
  '车位被占',
  '门禁卡失灵',
  '路灯不亮',
  '咨询物业费',
  '空调外机滴水',
  '垃圾没有清运',
  '表扬保洁',
];

function namePool(): Promise<Named[]> {
  const names = [...SURNAMES].flatMap((surname, at) =>
    [0, 7, 13].map((shift) => `${surname}${GIVEN[(at + shift) % GIVEN.length] ?? ''}${GIVEN[(at * 3 + shift) % GIVEN.length] ?? ''}`),
  );
  return Promise.all(names.map(async (name, at) => ({ name, keys: await contactKeys(name, '', [phoneOf(at)]) })));
}

const phoneOf = (at: number): string => `138${String((at * 7919) % 100_000_000).padStart(8, '0')}`;

/** Six entries of ten are receptions, two are letters, two forms; spread over three years. */
function operationOf(at: number, sequence: number, book: string, names: readonly Named[]): OperationPayload {
  const when = new Date(Date.UTC(2023, 0, 2) + at * 450_000).toISOString();
  const { name, keys } = names[at % names.length] ?? { name: '', keys: [] };
  const unit = `${1 + (at % 12)}-${1 + (at % 3)}-${(1 + (at % 18)) * 100 + 1 + (at % 4)}`;
  const kind = at % 10;
  const id = `bench-${at}`;
  const base = {
    id,
    createdAt: when,
    createdBy: 'bench',
    desk: 'A',
    changedAt: when,
    numberDesk: 'A',
    numberYear: Number(when.slice(0, 4)),
    numberSerial: at + 1,
  };
  const content = `${unit} ${name}：${TROUBLES[at % TROUBLES.length] ?? ''}，第${at}次登记，已告知处理时间，请工程部派人查看后回电。`;
  const place = { unit, keys };
  const change = (table: string, after: Record<string, unknown>): Change => ({ table, key: id, before: null, after });
  const number = (prefix: string): string => `${prefix}-B${String(at + 1).padStart(7, '0')}`;
  const changes =
    kind < 6
      ? change(
          'receptions',
          receptionOf({ ...base, ...place, number: number('JD'), customer: name, content, callingNumber: phoneOf(at), when }),
        )
      : kind < 8
        ? change('letters', letterOf({ ...base, ...place, number: number('LH'), sender: name, summary: content, when }))
        : change('coordinationForms', formOf({ ...base, ...place, number: number('XT'), customer: name, content, when }));
  return {
    id: `op-${id}`,
    book,
    sequence,
    at: when,
    actor: 'system',
    desk: 'A',
    name: 'bench-fill',
    reason: '',
    confirmations: [],
    changes: [changes],
    resultId: id,
  };
}

type Fields = Record<string, unknown> & { when: string };

function receptionOf({ when, ...fields }: Fields) {
  return receptionRecord.parse({
    channel: 'call',
    category: 'report',
    state: Number(fields['numberSerial']) % 50 === 0 ? 'open' : 'closed',
    answeredOnSpot: 'yes',
    answer: '已答复',
    occurredAt: when,
    occurredOn: when.slice(0, 10),
    complaint: null,
    ...fields,
  });
}

function letterOf({ when, ...fields }: Fields) {
  return letterRecord.parse({
    means: 'post',
    category: 'report',
    subject: '来函',
    receivedAt: when,
    receivedOn: when.slice(0, 10),
    state: 'closed',
    decision: null,
    handedOver: null,
    ...fields,
  });
}

function formOf({ when, ...fields }: Fields) {
  return coordinationRecord.parse({
    subject: '报事',
    issuedAt: when,
    issuedOn: when.slice(0, 10),
    state: 'archived',
    departmentId: 'bench',
    headsWord: null,
    ...fields,
  });
}
