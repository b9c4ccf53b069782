import { describe, expect, it } from 'vitest';
import { en, zh } from './resources.ts';

/** A text by its path, `directory.field.postalName`. */
function textOf(resources: object, at: string): unknown {
  let node: unknown = resources;
  for (const key of at.split('.')) {
    node = typeof node === 'object' && node !== null ? new Map<string, unknown>(Object.entries(node)).get(key) : undefined;
  }
  return node;
}

/** What two screens say of the same thing. */
const SAME = [
  ['replies.field.postalName', 'directory.field.postalName'],
  ['replies.field.postalAddress', 'directory.field.postalAddress'],
  ['replies.field.postcode', 'directory.field.postcode'],
  ['reception.promise.open', 'directory.timeline.promiseState.open'],
  ['reception.promise.settled', 'directory.timeline.promiseState.settled'],
  ['reception.promise.cancelled', 'directory.timeline.promiseState.cancelled'],
  ['dispatch.outcome.reached', 'directory.timeline.outcome.reached'],
  ['dispatch.outcome.notReached', 'directory.timeline.outcome.notReached'],
  ['dispatch.outcome.refused', 'directory.timeline.outcome.refused'],
  ['dispatch.outcome.notNeeded', 'directory.timeline.outcome.notNeeded'],
  ['dispatch.overall.notSatisfied', 'directory.timeline.overall.notSatisfied'],
  ['coordination.toldHow.message', 'praise.thankedHow.message'],
  ['coordination.toldHow.letter', 'praise.thankedHow.letter'],
  ['letters.field.keptWhere', 'praise.field.keptWhere'],
] as const;

describe.each([
  ['zh', zh],
  ['en', en],
])('one thing has one name in %s', (_language, resources) => {
  it.each(SAME)('%s = %s', (one, other) => {
    expect(textOf(resources, one)).toBeTypeOf('string');
    expect(textOf(resources, other)).toBe(textOf(resources, one));
  });

  it.each([
    ['failures.passphraseNotSet', 'settings.section.backup'],
    ['boot.recover.codeHelp', 'settings.section.backup'],
    ['replies.empty', 'letters.draftReply'],
    ['directory.empty.households', 'directory.new.household'],
  ])('%s calls what it points to as that is called (%s)', (sentence, name) => {
    expect(textOf(resources, sentence)).toContain(textOf(resources, name));
  });
});
