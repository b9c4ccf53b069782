import { Center, Loader } from '@mantine/core';
import { useCallback, useState } from 'react';
import { DeskProvider } from '../../ui/session.tsx';
import type { OpenBook } from '../boot/open-book.ts';
import { Banners } from './Banners.tsx';
import { LockScreen, rememberPerson } from './LockScreen.tsx';
import { Shell } from './Shell.tsx';
import { useDeskUpkeep } from './use-desk-upkeep.ts';

interface DeskProps {
  book: OpenBook;
}

/** The open book: locked it shows nothing about customers, unlocked the screens with everything typed still there. */
export function Desk({ book }: DeskProps) {
  const [actorId, setActorId] = useState(book.actorId());
  const upkeep = useDeskUpkeep(book);

  const unlocked = useCallback(
    (id: string) => {
      book.setActor(id);
      setActorId(id);
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
  if (actorId === '') {
    return (
      <>
        <Banners {...told} />
        <LockScreen book={book} onUnlocked={unlocked} />
      </>
    );
  }
  return (
    <DeskProvider
      session={book}
      actorId={actorId}
      fallback={
        <Center h="100%">
          <Loader />
        </Center>
      }
    >
      <Shell {...told} onLock={lock} />
    </DeskProvider>
  );
}
