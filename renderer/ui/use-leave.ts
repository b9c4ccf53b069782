import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/**
 * Leads from a form to the record it has saved, but only while the form is still in sight: whoever went on to another page
 * while the journal line was written must not be fetched back. A form that is hidden for a while, behind a call or a locked
 * desk, leads there once it comes back.
 */
export function useLeave(): (path: string) => void {
  const [, go] = useLocation();
  const inSight = useRef(true);
  const waiting = useRef<string | null>(null);
  useEffect(() => {
    inSight.current = true;
    const path = waiting.current;
    waiting.current = null;
    if (path !== null) go(path);
    return () => {
      inSight.current = false;
    };
  }, [go]);
  return useCallback(
    (path) => {
      if (inSight.current) go(path);
      else waiting.current = path;
    },
    [go],
  );
}
