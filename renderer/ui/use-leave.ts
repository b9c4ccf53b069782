import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/**
 * Leads from a form to the record it has saved, but only while the form is still in sight: whoever went on to another page
 * while the journal line was written must not be fetched back.
 */
export function useLeave(): (path: string) => void {
  const [, go] = useLocation();
  const inSight = useRef(true);
  useEffect(() => {
    inSight.current = true;
    return () => {
      inSight.current = false;
    };
  }, []);
  return useCallback(
    (path) => {
      if (inSight.current) go(path);
    },
    [go],
  );
}
