import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { copyOf, newFolder } from '../support/desk-folder.ts';
import { openDesk, type DeskHost, type DeskOptions, type HostKind } from '../support/desk-host.ts';
import { logEntries, receptionistOf } from './log-entries.ts';
import { bookSettled, checkBook, newWitness, type Witness } from './logged-book.ts';

/** A sample desk with a few entries, closed in an orderly way; tests work on copies. */
export interface MadeDesk {
  folder: string;
  personId: string;
  witness: Witness;
  /** The same desk, some entries earlier. */
  earlier: { folder: string; witness: Witness };
  /** Another book that lay at the same address. */
  otherBook(): Promise<string>;
}

interface Kind {
  host: HostKind;
  switches: readonly string[];
}

const EARLIER_ENTRIES = 4;
const LATER_ENTRIES = 3;

/** Made once a worker and kind: a desk takes seconds to set up. */
const made = new Map<string, Promise<MadeDesk>>();

export function madeDesk(kind: Kind): Promise<MadeDesk> {
  const key = JSON.stringify(kind);
  const known = made.get(key) ?? makeDesk(kind);
  made.set(key, known);
  return known;
}

/** Removes what `madeDesk` made. */
export async function removeMadeDesks(): Promise<void> {
  for (const making of made.values()) {
    const { folder, earlier } = await making;
    for (const each of [folder, earlier.folder, `${folder}-other`]) rmSync(each, { recursive: true, force: true });
  }
  made.clear();
}

/** Lets the page log entries one after the other and waits for the last to be saved. */
export function logSome(page: Page, personId: string, witness: Witness, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    logEntries(page, personId, witness, { count, receptionsOnly: true }, ({ step, code }) => {
      if (step === 'done') resolve();
      if (step === 'failed') reject(new Error(`the entry failed: ${code}`));
    }).catch(reject);
  });
}

/** The desk goes on: new entries are saved, and the whole book holds together. */
export async function goesOn(desk: DeskHost, personId: string, witness: Witness): Promise<void> {
  await bookSettled(desk.page);
  await logSome(desk.page, personId, witness, 2);
  await checkBook(desk.page, desk.folder, witness);
}

async function makeDesk(kind: Kind): Promise<MadeDesk> {
  const folder = newFolder();
  const witness = newWitness();
  const first = await openSample(kind, { folder });
  const personId = await receptionistOf(first.page);
  await logSome(first.page, personId, witness, EARLIER_ENTRIES);
  await first.close();
  const earlier = { folder: copyOf(folder), witness: structuredClone(witness) };
  const second = await openSample(kind, { folder });
  await logSome(second.page, personId, witness, LATER_ENTRIES);
  await second.close();

  async function makeOther(): Promise<string> {
    const other = `${folder}-other`;
    if (existsSync(other)) return other;
    mkdirSync(other);
    copyPort(folder, other);
    const desk = await openSample(kind, { folder: other });
    await desk.close();
    return other;
  }
  return { folder, personId, witness, earlier, otherBook: makeOther };
}

async function openSample(kind: Kind, options: Omit<DeskOptions, 'host'>): Promise<DeskHost> {
  const desk = await openDesk({ ...options, ...kind, sample: true });
  // A first start hashes a PIN for everybody and writes the estate: seconds, on a busy machine many.
  await desk.page.getByRole('combobox', { name: '姓名' }).waitFor({ timeout: 60_000 });
  await bookSettled(desk.page);
  return desk;
}

function copyPort(from: string, to: string): void {
  const port = path.join(from, 'test-port');
  if (existsSync(port)) writeFileSync(path.join(to, 'test-port'), readFileSync(port));
}

/** Where the browser keeps IndexedDB, whichever backend. */
export function storeOf(folder: string, host: HostKind): string {
  return path.join(folder, host === 'browser' ? 'test-browser/Default/IndexedDB' : 'electron-profile-1/Partitions/desk/IndexedDB');
}

/** Puts the store of one desk into another. */
export function exchangeStore(from: string, to: string, host: HostKind): void {
  rmSync(storeOf(to, host), { recursive: true, force: true });
  mkdirSync(storeOf(to, host), { recursive: true });
  cpSync(storeOf(from, host), storeOf(to, host), { recursive: true });
}
