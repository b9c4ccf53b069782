import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './field-list.module.css';

export interface Field {
  label: string;
  value: ReactNode;
  /** Takes the whole width: long texts. */
  wide?: boolean;
}

/** A record's fields as a ruled sheet; what is empty is left out. */
export function FieldList({ fields }: { fields: readonly Field[] }) {
  return (
    <dl className={classes.list}>
      {fields
        .filter((field) => field.value !== '' && field.value !== null && field.value !== undefined && field.value !== false)
        .map((field) => (
          <div key={field.label} className={field.wide === true ? classes.wide : classes.field}>
            <Text component="dt" size="xs" c="gray.7">
              {field.label}
            </Text>
            <Text component="dd" size="sm" m={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {field.value}
            </Text>
          </div>
        ))}
    </dl>
  );
}
