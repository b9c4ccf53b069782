// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import { keepPlace, placeToBegin, type ListPlace } from './list-place.ts';
import { RegisterGrid } from './RegisterGrid.tsx';

const opened = vi.fn<(row: { id: string }, index: number) => void>();
const drawn = drawing();

beforeEach(() => {
  opened.mockReset();
});

async function draw(ids: readonly string[], begin: ListPlace | null = null): Promise<void> {
  await drawn(
    <RegisterGrid
      label="接待记录"
      columns={[]}
      rows={ids.map((id) => ({ id }))}
      onOpen={opened}
      onEnd={() => undefined}
      empty=""
      begin={begin}
    />,
  );
}

const grid = () => document.querySelector('[role="grid"]');
const active = () => grid()?.getAttribute('aria-activedescendant');
const press = (key: string) => act(async () => void grid()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));

describe('whoever walks a list', () => {
  it('begins at its first row, whichever that is', async () => {
    await draw(['b', 'c']);
    expect(active()).toBe('row-b');
    await draw(['a', 'b', 'c']);
    expect(active()).toBe('row-a');
  });
  it('stays on a row while others come before it, and opens that one', async () => {
    await draw(['b', 'c', 'd']);
    await press('ArrowDown');
    expect(active()).toBe('row-c');
    await draw(['a', 'b', 'c', 'd']);
    expect(active()).toBe('row-c');
    await press('Enter');
    expect(opened).toHaveBeenCalledExactlyOnceWith({ id: 'c' }, 2);
    await press('ArrowUp');
    expect(active()).toBe('row-b');
  });
  it('goes on at the next row when theirs leaves the list, at the last one where there is no next', async () => {
    await draw(['a', 'b', 'c']);
    await press('ArrowDown');
    await draw(['a', 'c']);
    expect(active()).toBe('row-c');
    await draw(['a']);
    expect(active()).toBe('row-a');
    await draw([]);
    expect(active()).toBeNull();
  });
  it('goes on at the row they opened, as soon as it is read', async () => {
    await draw([], { id: 'c', index: 2 });
    expect(active()).toBeNull();
    await draw(['a', 'b', 'c'], { id: 'c', index: 2 });
    expect(active()).toBe('row-c');
  });
});

describe('placeToBegin', () => {
  const goTo = (from: string, to: string) =>
    globalThis.dispatchEvent(new HashChangeEvent('hashchange', { oldURL: `http://desk/${from}`, newURL: `http://desk/${to}` }));

  it.each([
    ['straight back from its page', '#/reception/7', { id: '7', index: 3 }],
    ['back from a form of it', '#/reception/7/edit?from=1', { id: '7', index: 3 }],
    ['from another page', '#/letters', null],
    ['from a page whose address begins alike', '#/reception/77', null],
    ['from the start', '', null],
  ])('%s', (_way, from, place) => {
    keepPlace('reception-list', { id: '7', index: 3 }, '/reception/7');
    goTo(from, '#/reception');
    expect(placeToBegin('reception-list')).toEqual(place);
  });
  it('is each list’s own', () => {
    goTo('#/reception/7', '#/reception');
    expect(placeToBegin('letter-list')).toBeNull();
  });
});
