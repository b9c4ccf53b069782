import { Center, Loader } from '@mantine/core';
import { Activity, useCallback, useState } from 'react';
import { DeskProvider } from '../../ui/session.tsx';
import type { OpenBook } from '../boot/open-book.ts';
import { Banners } from './Banners.tsx';
import { HiddenWhole } from './HiddenWhole.tsx';
import { LockScreen, rememberPerson } from './LockScreen.tsx';
import { Shell } from './Shell.tsx';
import { useDeskUpkeep } from './use-desk-upkeep.ts';

interface DeskProps {
  book: OpenBook;
}

/**
 * The open book. Locked, it shows nothing about customers: the screens are asleep, with no effect, key or scan of theirs
 * at work, and wake with everything typed for the person who locked them. Anybody else gets screens of their own.
 */
export function Desk({ book }: DeskProps) {
  const [actorId, setActorId] = useState(book.actorId());
  const [deskOf, setDeskOf] = useState(actorId);
  const upkeep = useDeskUpkeep(book);
  const locked = actorId === '';

  const unlocked = useCallback(
    (id: string) => {
      book.setActor(id);
      setActorId(id);
      setDeskOf(id);
    },
    [book],
  );
  const lock = useCallback(() => {
    rememberPerson(book.actorId());
    book.setActor('');
    setActorId('');
    void book.host.lock();
  }, [book]);

  const told = { upkeep, clockBack: book.clockBack, tornCut: book.tornCut };
  return (
    <>
      {locked && (
        <>
          <Banners {...told} />
          <LockScreen book={book} onUnlocked={unlocked} />
        </>
      )}
      {deskOf !== '' && (
        <Activity key={deskOf} mode={locked ? 'hidden' : 'visible'}>
          <HiddenWhole>
            <DeskProvider
              session={book}
              actorId={deskOf}
              fallback={
                <Center h="100%">
                  <Loader />
                </Center>
              }
            >
              <Shell {...told} onLock={lock} />
            </DeskProvider>
          </HiddenWhole>
        </Activity>
      )}
    </>
  );
}
