import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { isKeptDialog, keptDialog, type DialogPlace, type KeptDialogName, type Register } from './kept-dialogs.ts';
import { useDesk } from './session.tsx';

/** The dialog that lies over a record's page, if any does. */
export interface RecordDialog<R extends Register, Name extends string> extends DialogPlace {
  register: R;
  dialog: Name | '';
  /** @param of which part of the record it is about, where it may be about several */
  open(dialog: Name, of?: string): void;
  close(): void;
}

/**
 * One dialog at a time over a record's page: opened by a button, or with the page by its address, where it was left half-filled.
 * @param first what else the address opens with the page: the print of a new record
 */
export function useRecordDialog<R extends Register, Other extends string>(
  register: R,
  id: string,
  first: (search: URLSearchParams) => Other | '',
): RecordDialog<R, KeptDialogName<R> | Other> {
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const { person } = useDesk();
  const [{ dialog, of, by }, setOpened] = useState<{ dialog: KeptDialogName<R> | Other | ''; of: string; by: string }>(() => {
    const left = search.get('dialog') ?? '';
    return isKeptDialog(register, left)
      ? { dialog: left, of: search.get('of') ?? '', by: search.get('by') ?? '' }
      : { dialog: first(search), of: '', by: '' };
  });
  return {
    register,
    id,
    dialog,
    of,
    by,
    open: (chosen, part = '') =>
      setOpened({ dialog: chosen, of: part, by: keptDialog(register, chosen)?.personal === true ? person.id : '' }),
    close: () => {
      setOpened({ dialog: '', of: '', by: '' });
      if (search.has('dialog') || search.has('print')) go(`/${register}/${id}`, { replace: true });
    },
  };
}
