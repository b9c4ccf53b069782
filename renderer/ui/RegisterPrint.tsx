import { Loader, Modal } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../shared/domain/due-time.ts';
import type { RecordOf } from '../../shared/domain/record-tables.ts';
import { readRegister, type ListedTable, type RegisterFilter } from '../data/queries/register-page.ts';
import { printRegister } from '../print/register-table.tsx';
import type { TableColumn } from '../print/ruled-table.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import type { PrintRequest } from './print-sheet.ts';
import { conditionsOf, rangeDates, type ListChoices, type ListState } from './RegisterFilterBar.tsx';
import { useDesk } from './session.tsx';
import { useFocusBack } from './use-focus-back.ts';

/** One column of a register on paper. */
export interface PaperColumn<Row> extends Omit<TableColumn, 'align'> {
  align?: TableColumn['align'];
  text: (row: Row) => string;
  /** What stands below the last row, e.g. a sum. */
  total?: (rows: readonly Row[]) => string;
}

interface RegisterPrintProps<Name extends ListedTable> {
  table: Name;
  title: string;
  list: ListState;
  filter: RegisterFilter;
  /** What the list can be narrowed to: the paper says to what it was. */
  choices: ListChoices;
  columns: readonly PaperColumn<RecordOf<Name>>[];
  onClose: () => void;
}

/** A register on paper, oldest first, for the list's date range and choices; phones come masked (DOMAIN §15). */
export function RegisterPrint<Name extends ListedTable>({
  table,
  title,
  list,
  filter,
  choices,
  columns,
  onClose,
}: RegisterPrintProps<Name>) {
  const { t } = useTranslation('common');
  const { session, settings } = useDesk();
  const [rows, setRows] = useState<RecordOf<Name>[] | null>(null);
  useFocusBack();
  const { from, until } = rangeDates(list, localDateOf(session.clock.now(), settings.desk.zone));
  const key = JSON.stringify(filter);
  const conditions = conditionsOf(list, choices);

  useEffect(() => {
    let wanted = true;
    void readRegister(session.database, table, { ...filter, newestFirst: false }, Infinity).then((found) => wanted && setRows(found));
    return () => {
      wanted = false;
    };
    // The filter is read by its content: a new object of the same content is the same list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session.database, table, key]);

  const request = useMemo<PrintRequest | null>(() => {
    if (rows === null) return null;
    const texts = rows.map((row) => columns.map((column) => column.text(row)));
    const addsUp = rows.length > 0 && columns.some((column) => column.total !== undefined);
    const totals = addsUp ? columns.map((column, at) => (at === 0 ? t('total') : (column.total?.(rows) ?? ''))) : [];
    return {
      build: (context) =>
        printRegister(
          {
            title,
            columns: columns.map(({ header, widthMm, align = 'left' }) => ({ header, widthMm, align })),
            rows: texts,
            from,
            to: until,
            conditions,
            totals,
          },
          context,
        ),
      log: { printout: 'registerPrint', table, recordId: '', recordNumber: '', personalData: true, range: `${from}/${until}` },
    };
  }, [rows, columns, title, from, until, conditions, table, t]);

  if (request === null) {
    return (
      <Modal opened onClose={onClose} title={title}>
        {/* The cursor waits here, not at the button that closes it. */}
        <Loader tabIndex={-1} data-autofocus />
      </Modal>
    );
  }
  return <PrintDialog request={request} onClose={onClose} />;
}
