import type { i18n } from 'i18next';
import type { TimelineEvent } from '../../data/queries/unit-timeline.ts';

export interface TimelineText {
  kind: string;
  what: string;
  state: string;
}

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ');

/** One event in the words of its register; a register whose words are not there yet leaves its state out. */
export function timelineText(language: i18n, event: TimelineEvent): TimelineText {
  const word = (key: string) => (language.exists(key) ? language.t(key, { defaultValue: '' }) : '');
  const kind = word(`directory:timeline.kind.${event.kind}`);
  switch (event.kind) {
    case 'reception': {
      const { channel, customer, content, state } = event.record;
      return { kind: word(`reception:channel.${channel}`), what: joined(customer, content), state: word(`reception:stateName.${state}`) };
    }
    case 'promise': {
      const { kind: promise, customer, about, state } = event.record;
      return {
        kind: word(`reception:promise.${promise}`),
        what: joined(customer, about),
        state: word(`directory:timeline.promiseState.${state}`),
      };
    }
    case 'letter': {
      const { sender, subject, summary, state } = event.record;
      return { kind, what: joined(sender, subject === '' ? summary : subject), state: word(`letters:stateName.${state}`) };
    }
    case 'form':
      return { kind, what: event.record.subject, state: word(`coordination:stateName.${event.record.state}`) };
    case 'order': {
      const { content, worker, state } = event.record;
      return { kind, what: joined(content, worker), state: word(`dispatch:stateName.${state}`) };
    }
    case 'followUp': {
      const { spokenTo, opinion, outcome, overall } = event.record;
      const result = overall === '' ? `outcome.${outcome}` : `overall.${overall}`;
      return { kind, what: joined(spokenTo, opinion), state: word(`directory:timeline.${result}`) };
    }
    case 'reply':
      return { kind, what: event.record.title, state: word(`replies:stateName.${event.record.state}`) };
    case 'praise': {
      const { employees, whatFor, state } = event.record;
      const names = employees.map((one) => one.name).join(language.t('common:listSeparator'));
      return { kind, what: joined(names, whatFor), state: word(`praise:stateName.${state}`) };
    }
  }
}
