import type { UseFormReturnType } from '@mantine/form';

interface GroupProps<Values> {
  form: Pick<UseFormReturnType<Values>, 'values' | 'errors'>;
}

/**
 * For `memo` around a group of a form's fields: a key typed into one of these, which the group neither shows nor asks, does
 * not draw it again. A form is forty fields, and on a slow PC drawing them all takes longer than a typist's next key.
 */
export function notAbout<Values extends Record<string, unknown>>(...fields: (keyof Values & string)[]) {
  const others = new Set<string>(fields);
  return <Props extends GroupProps<Values>>(before: Props, after: Props): boolean =>
    before.form.errors === after.form.errors &&
    sameExcept(before, after, new Set(['form'])) &&
    sameExcept(before.form.values, after.form.values, others);
}

function sameExcept(before: object, after: object, except: ReadonlySet<string>): boolean {
  const known = new Map<string, unknown>(Object.entries(before));
  const entries = Object.entries(after);
  return entries.length === known.size && entries.every(([key, value]) => except.has(key) || Object.is(known.get(key), value));
}
