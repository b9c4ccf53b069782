import { useState } from 'react';

/** The first value that was known: a form stays the form of a new record while that record is being stored under it. */
export function useFirst<Value>(value: Value | undefined): Value | undefined {
  const [first, setFirst] = useState(value);
  if (first === undefined && value !== undefined) setFirst(value);
  return first ?? value;
}
