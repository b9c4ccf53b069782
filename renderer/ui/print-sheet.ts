import { maskPhone } from '../../shared/domain/phone.ts';
import { cameOut, type PrintInput } from '../../shared/domain/print-log.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { BookDatabase } from '../data/database.ts';
import type { PrintContext } from '../print/print-context.ts';
import type { PrintDocument } from '../print/print-document.tsx';

/** What is to be printed and how it enters the print log. */
export interface PrintRequest {
  /** `phone` gives a number as this sheet shows it: in full where it goes out, which is logged, masked in the preview (DOMAIN §15). */
  build: (context: PrintContext, phone: (number: string) => string) => PrintDocument;
  log: Pick<PrintInput, 'printout' | 'table' | 'recordId' | 'recordNumber' | 'personalData' | 'range'>;
  /** Copies to begin with; one where nothing else is said. */
  copies?: number;
  /** Once it is on paper or in a file: what the record has to know of it. Returns what went wrong in words, or `''`. */
  onPrinted?: () => Promise<string>;
  /** Goes to the 80 mm roll, which has a printer of its own. */
  roll?: boolean;
}

/** Of every sheet of the desk as it stands. */
interface SheetFacts {
  language: PrintContext['language'];
  settings: Settings;
  printedBy: string;
  sample: boolean;
}

/** The sheet as it goes out. */
export function sheetOf(
  request: PrintRequest,
  { language, settings, printedBy, sample }: SheetFacts,
  print: Pick<PrintContext, 'printedAt' | 'reprint'>,
  phone = (number: string) => number,
): PrintDocument {
  const context = {
    language,
    estateName: settings.estate.estate,
    companyName: settings.estate.propertyCompany,
    printedBy,
    timeZone: settings.desk.zone,
    sample,
    copy: false,
    superseded: false,
    ...print,
  };
  return request.build(context, phone);
}

/** The sheet as it is looked at before it goes out: looking at a number is not logged, so it is masked. */
export function previewOf(...[request, facts, print]: Parameters<typeof sheetOf>): { document: PrintDocument; masked: boolean } {
  let masked = false;
  const document = sheetOf(request, facts, print, (number) => {
    masked ||= number !== '';
    return maskPhone(number);
  });
  return { document, masked };
}

/** How often this printout of this record came out before; registers and blank forms are never reprints. */
export async function countPrints(database: BookDatabase, recordId: string, printout: PrintInput['printout']): Promise<number> {
  if (recordId === '') return 0;
  const entries = await database.prints.where('recordId').equals(recordId).toArray();
  return entries.filter((entry) => entry.printout === printout && cameOut(entry)).length;
}
