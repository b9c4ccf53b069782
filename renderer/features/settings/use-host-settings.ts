import { useCallback, useEffect, useState } from 'react';
import type { HostSettings } from '../../../shared/contract/host-calls.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { showSavedNote } from '../../ui/saved-note.tsx';
import { useDesk } from '../../ui/session.tsx';

export interface HostSettingsAccess {
  /** `null` while they are read. */
  settings: HostSettings | null;
  /** Answers with what went wrong, `null` when nothing did. */
  save(settings: HostSettings): Promise<Failure | null>;
}

/** Settings of this PC: they belong to the host, not to the book. */
export function useHostSettings(): HostSettingsAccess {
  const { session } = useDesk();
  const [settings, setSettings] = useState<HostSettings | null>(null);
  useEffect(() => {
    void session.host.readHostSettings().then((answer) => answer.ok && setSettings(answer.value));
  }, [session.host]);
  const save = useCallback(
    async (next: HostSettings) => {
      const answer = await session.host.writeHostSettings(next);
      if (!answer.ok) return answer.error;
      setSettings(answer.value);
      showSavedNote();
      return null;
    },
    [session.host],
  );
  return { settings, save };
}
