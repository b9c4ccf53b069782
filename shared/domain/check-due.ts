import { type Check, CHECK_KINDS, type CheckKind } from './check.ts';
import { addDays } from './due-time.ts';
import { isoWeek, mondayOf } from './iso-week.ts';

/** How often a check is made (procedure 3; 5:5). `whenObserved` is never due. */
export type Cadence = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'halfYearly' | 'yearly' | 'whenObserved';

interface CheckRule {
  cadence: Cadence;
  /** Local time on the period's last day from which it is due; before it, it is not yet. */
  from: string;
  /** One for each steward instead of one for the desk. */
  perSteward: boolean;
}

/** The cadences are fixed by the procedures, never a setting. */
export const CHECK_RULES = {
  receptionLog: { cadence: 'daily', from: '00:00', perSteward: false },
  dispatchDay: { cadence: 'daily', from: '18:00', perSteward: false },
  estatePatrol: { cadence: 'daily', from: '00:00', perSteward: false },
  stewardPatrol: { cadence: 'daily', from: '00:00', perSteward: true },
  counter: { cadence: 'weekly', from: '00:00', perSteward: false },
  followUpSampling: { cadence: 'monthly', from: '00:00', perSteward: false },
  workSummary: { cadence: 'monthly', from: '00:00', perSteward: false },
  quarterlyAppraisal: { cadence: 'quarterly', from: '00:00', perSteward: false },
  halfYearlyAppraisal: { cadence: 'halfYearly', from: '00:00', perSteward: false },
  yearlyAppraisal: { cadence: 'yearly', from: '00:00', perSteward: false },
  courtesy: { cadence: 'whenObserved', from: '00:00', perSteward: false },
} as const satisfies Record<CheckKind, CheckRule>;

/** Last day of a month `YYYY-MM`. */
function monthEnd(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

interface Period {
  /** `2026-11-23`, `2026-W48`, `2026-11`, `2026-Q4`, `2026-H2` or `2026`; `''` when observed. */
  name: string;
  first: string;
  last: string;
}

/** The period of a cadence that a local date lies in. */
export function periodOf(cadence: Cadence, date: string): Period {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const months = (span: number, name: (nth: number) => string): Period => {
    const nth = Math.ceil(month / span);
    const firstMonth = String((nth - 1) * span + 1).padStart(2, '0');
    return { name: name(nth), first: `${year}-${firstMonth}-01`, last: monthEnd(year, nth * span) };
  };
  switch (cadence) {
    case 'daily':
      return { name: date, first: date, last: date };
    case 'weekly':
      return { name: isoWeek(date), first: mondayOf(date), last: addDays(mondayOf(date), 6) };
    case 'monthly':
      return months(1, () => date.slice(0, 7));
    case 'quarterly':
      return months(3, (nth) => `${year}-Q${nth}`);
    case 'halfYearly':
      return months(6, (nth) => `${year}-H${nth}`);
    case 'yearly':
      return months(12, () => String(year));
    case 'whenObserved':
      return { name: '', first: date, last: date };
  }
}

export interface DueCheck {
  kind: CheckKind;
  period: string;
  /** Last day of the period. */
  dueOn: string;
  /** The steward it is due from; `''` for the desk's own. */
  personId: string;
  /** `notYet`: its time of day has not come (18:00); `missed`: the period has gone by. */
  state: 'notYet' | 'due' | 'missed';
}

/**
 * Checks that are due now or were missed since the desk began to keep this book. Looks back one period of each kind, and
 * for daily ones `lookBackDays`; a whole past of missed days would only hide today's.
 */
export function dueChecks(
  now: { date: string; time: string },
  done: readonly Pick<Check, 'kind' | 'period' | 'personId'>[],
  desk: { since: string; stewardIds: readonly string[]; lookBackDays: number },
): DueCheck[] {
  const made = new Set(done.map((check) => `${check.kind}/${check.period}/${personOf(check)}`));
  const due: DueCheck[] = [];
  for (const kind of CHECK_KINDS) {
    const rule: CheckRule = CHECK_RULES[kind];
    if (rule.cadence === 'whenObserved') continue;
    for (const period of recentPeriods(rule.cadence, now.date, desk)) {
      for (const personId of rule.perSteward ? desk.stewardIds : ['']) {
        if (made.has(`${kind}/${period.name}/${personId}`)) continue;
        due.push({ kind, period: period.name, dueOn: period.last, personId, state: stateOf(period, rule.from, now) });
      }
    }
  }
  return due;
}

function personOf(check: Pick<Check, 'kind' | 'personId'>): string {
  return CHECK_RULES[check.kind].perSteward ? check.personId : '';
}

/** The current period and the past ones looked back on, the oldest first; none that ended before the book began. */
function recentPeriods(cadence: Cadence, today: string, desk: { since: string; lookBackDays: number }): Period[] {
  const back = cadence === 'daily' ? desk.lookBackDays : 1;
  const periods = [periodOf(cadence, today)];
  for (let step = 0; step < back; step += 1) {
    const first = periods[0]?.first ?? today;
    periods.unshift(periodOf(cadence, addDays(first, -1)));
  }
  return periods.filter((period) => period.last >= desk.since);
}

function stateOf(period: Period, from: string, now: { date: string; time: string }): DueCheck['state'] {
  if (period.last < now.date) return 'missed';
  return period.last === now.date && now.time < from ? 'notYet' : 'due';
}
