import type { ComponentType } from 'react';
import { Route } from 'wouter';
import type { OperationName } from '../../shared/domain/permissions.ts';
import { MayGate } from './may.tsx';
import { RecordThere, type RecordPlace } from './RecordRoute.tsx';

interface FormRouteProps {
  /** With the record's id in it: `:id`. */
  path: `/${string}/:id` | `/${string}/:id/${string}`;
  /** What the form does in the end. */
  run: OperationName;
  /** Where the record is that the form changes; a form for a new one has none. */
  changes?: RecordPlace;
  form: ComponentType<{ id: string }>;
}

/** Route of a form: whoever may not do what it does finds words in its place, by whatever way they came. */
export function FormRoute({ path, run, changes, form: Form }: FormRouteProps) {
  return (
    <Route path={path}>
      {({ id = '' }) => (
        <MayGate run={run}>
          {changes === undefined ? (
            <Form id={id} key={id} />
          ) : (
            <RecordThere key={id} id={id} {...changes}>
              <Form id={id} />
            </RecordThere>
          )}
        </MayGate>
      )}
    </Route>
  );
}
