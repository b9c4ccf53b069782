// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import { memorySession } from '../../tests/support/memory-session.ts';
import { readFirstScreen, type FirstScreen } from '../data/queries/first-screen.ts';
import { loadSample } from '../data/operations/load-sample.ts';
import { perform } from '../data/perform.ts';
import { buildSampleEstate } from '../data/sample/sample-estate.ts';
import { DeskProvider, useDesk, type ScreenSession } from './session.tsx';

const draw = drawing();

/** Draws the name of whoever is at the desk; answers with what stood there from the first moment. */
async function firstDrawn(first: (screen: FirstScreen) => FirstScreen | null): Promise<string[]> {
  const memory = await memorySession();
  const { input } = buildSampleEstate('zh', []);
  const actorId = input.people[0]?.id ?? '';
  memory.become(actorId);
  await perform(memory, loadSample, { ...input, units: [], households: [] });
  const session = { ...memory, lease: 'lease', description: { appVersion: '1' } } as unknown as ScreenSession;
  const screen = first(await readFirstScreen(memory.database));
  const drawn: string[] = [];
  const Waiting = () => {
    drawn.push('…');
    return null;
  };
  const Name = () => {
    const { name } = useDesk().person;
    drawn.push(name);
    return name;
  };
  await draw(
    <DeskProvider session={session} actorId={actorId} first={screen} fallback={<Waiting />}>
      <Name />
    </DeskProvider>,
  );
  return drawn;
}

it('a screen that is given what it needs is drawn at once', async () => {
  expect((await firstDrawn((screen) => screen))[0]).toBe('沈国华');
});

it('a screen that is given nothing waits until it has asked', async () => {
  expect((await firstDrawn(() => null))[0]).toBe('…');
});

it('whoever is not on the roster has no screen', async () => {
  expect((await firstDrawn((screen) => ({ ...screen, people: [] })))[0]).toBe('…');
});
