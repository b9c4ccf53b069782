import type { ComponentType } from 'react';
import { Route } from 'wouter';
import type { OperationName } from '../../shared/domain/permissions.ts';
import { MayGate } from './may.tsx';

interface FormRouteProps {
  /** With the record's id in it: `:id`. */
  path: `/${string}/:id` | `/${string}/:id/${string}`;
  /** What the form does in the end. */
  run: OperationName;
  form: ComponentType<{ id: string }>;
}

/** Route of a form: whoever may not do what it does finds words in its place, by whatever way they came. */
export function FormRoute({ path, run, form: Form }: FormRouteProps) {
  return (
    <Route path={path}>
      {({ id = '' }) => (
        <MayGate run={run}>
          <Form id={id} key={id} />
        </MayGate>
      )}
    </Route>
  );
}
