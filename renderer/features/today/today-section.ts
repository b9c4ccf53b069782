import { localDateOf } from '../../../shared/domain/due-time.ts';
import { useDesk } from '../../ui/session.tsx';
import type { OpenItem } from './OpenItems.tsx';

/** One list of Today: its heading in words, and what is open in it, overdue first. */
export interface TodaySection {
  key: string;
  title: string;
  items: OpenItem[];
}

/** The moment Today is drawn for; read anew every minute, because what is not overdue now may be then. */
export interface TodayMoment {
  now: string;
  today: string;
  zone: string;
}

/** The present moment at the desk. */
export function useTodayMoment(): TodayMoment {
  const { session, settings } = useDesk();
  const now = session.clock.now();
  const { zone } = settings.desk;
  return { now, today: localDateOf(now, zone), zone };
}

/** What is known of a record in one line, without what is empty. */
export function inOneLine(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
