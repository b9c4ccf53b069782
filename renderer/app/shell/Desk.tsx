import { Center, Loader } from '@mantine/core';
import { Activity, useCallback, useState } from 'react';
import { DeskProvider } from '../../ui/session.tsx';
import type { OpenBook } from '../boot/open-book.ts';
import { Banners } from './Banners.tsx';
import { LockScreen, rememberPerson } from './LockScreen.tsx';
import { Shell } from './Shell.tsx';
import { useClockBack } from './use-clock-back.ts';
import { useDeskUpkeep } from './use-desk-upkeep.ts';

interface DeskProps {
  book: OpenBook;
}

/**
 * The open book: locked it shows nothing about customers, unlocked the screens with everything typed still there. Whoever
 * comes back finds pages and dialogs as they were left; another person gets screens of their own.
 */
export function Desk({ book }: DeskProps) {
  const [actorId, setActorId] = useState(book.actorId());
  const [seatedId, setSeatedId] = useState(actorId);
  // Only of the screen that is drawn with the start: whoever comes later would begin with what was true then.
  const [first, setFirst] = useState(actorId === '' ? null : book.firstScreen);
  const upkeep = useDeskUpkeep(book);

  const unlocked = useCallback(
    (id: string) => {
      book.setActor(id);
      setFirst(null);
      setActorId(id);
      setSeatedId(id);
    },
    [book],
  );
  const lock = useCallback(() => {
    rememberPerson(book.actorId());
    book.setActor('');
    setActorId('');
    void book.host.lock();
  }, [book]);

  const clockBack = useClockBack(book);
  const told = { upkeep, clockBack, tornCut: book.tornCut };
  const locked = actorId === '';
  return (
    <>
      {locked && (
        <>
          <Banners {...told} />
          <LockScreen book={book} onUnlocked={unlocked} />
        </>
      )}
      {seatedId !== '' && (
        // Hidden, it keeps what was typed and nothing else: no key, scan, timer or query of it is alive.
        <Activity mode={locked ? 'hidden' : 'visible'}>
          <DeskProvider
            key={seatedId}
            session={book}
            actorId={seatedId}
            first={first}
            fallback={
              <Center h="100%">
                <Loader />
              </Center>
            }
          >
            <Shell {...told} openEntries={first?.openEntries} onLock={lock} />
          </DeskProvider>
        </Activity>
      )}
    </>
  );
}
