import { useEffect, useState } from 'react';
import type { LetterFonts } from '../../print/reply-letter.ts';
import { useHost } from '../../ui/session.tsx';

/** What this PC sets official letters in (DOMAIN §13); `null` while the host is asked. */
export function useLetterFonts(): LetterFonts | null {
  const host = useHost();
  const [fonts, setFonts] = useState<LetterFonts | null>(null);
  useEffect(() => {
    void host.readHostSettings().then((answer) => setFonts({ systemFangSong: answer.ok && answer.value.systemFangSong }));
  }, [host]);
  return fonts;
}
