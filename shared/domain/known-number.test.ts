import { describe, expect, it } from 'vitest';
import { openItemOf, phoneOf, phoneOnFile, reachedAt, replyItem } from './known-number.ts';

const record = (state: string, number = 'N-1') => ({ id: 'r', number, state, phone: '13805712236' });

describe('openItemOf', () => {
  it.each([
    ['receptions', 'open', 'N-1'],
    ['receptions', 'closed', undefined],
    ['letters', 'open', 'N-1'],
    ['letters', 'closed', undefined],
    ['coordinationForms', 'customerTold', 'N-1'],
    ['coordinationForms', 'archived', undefined],
    ['coordinationForms', 'cancelled', undefined],
    ['dispatchOrders', 'paused', 'N-1'],
    ['dispatchOrders', 'finished', 'N-1'],
    ['dispatchOrders', 'archived', undefined],
    ['dispatchOrders', 'cancelled', undefined],
    ['praises', 'open', 'N-1'],
    ['praises', 'cancelled', undefined],
    ['replies', 'drafting', 'N-1'],
    ['replies', 'archived', undefined],
    ['replies', 'withdrawn', undefined],
    ['households', 'open', undefined],
  ] as const)('%s %s: %s', (table, state, item) => {
    expect(openItemOf(table, record(state))).toBe(item);
  });

  it('asks for a reason where the item has no number yet', () => {
    expect(openItemOf('replies', record('drafting', ''))).toBeUndefined();
  });
});

describe('numbers a form takes over', () => {
  it('names the record and the item', () => {
    expect(phoneOf('letters', record('open'))).toEqual({
      table: 'letters',
      recordId: 'r',
      field: 'phone',
      phone: '13805712236',
      openItem: 'N-1',
    });
    expect(phoneOf('letters', record('closed'))?.openItem).toBe('');
    expect(phoneOf('letters', { ...record('open'), phone: '' })).toBeNull();
  });

  it('takes the number left before the one shown', () => {
    const entry = { id: 'r', number: 'N-1', state: 'open' } as const;
    expect(reachedAt({ ...entry, numberLeft: '1', callingNumber: '2' })).toMatchObject({ field: 'numberLeft', phone: '1' });
    expect(reachedAt({ ...entry, numberLeft: '', callingNumber: '2' })).toMatchObject({ field: 'callingNumber', phone: '2' });
    expect(reachedAt({ ...entry, numberLeft: '', callingNumber: '' })).toBeNull();
  });

  it('has no open item on file', () => {
    expect(phoneOnFile({ id: 'h' }, { phone: '1' })).toMatchObject({ table: 'households', recordId: 'h', openItem: '' });
    expect(phoneOnFile(null, { phone: '1' })).toBeNull();
    expect(phoneOnFile({ id: 'h' }, { phone: '' })).toBeNull();
  });

  it('lets a draft stand under what it answers', () => {
    const draft = { id: 'r', state: 'drafting', number: '', phone: '1', answers: [{ table: 'letters', id: 'l', number: 'L-1' }] } as const;
    expect(replyItem({ ...draft, answers: [...draft.answers] }).number).toBe('L-1');
    expect(replyItem({ ...draft, answers: [] }).number).toBe('');
    expect(replyItem({ ...draft, number: '文-1', answers: [...draft.answers] }).number).toBe('文-1');
  });
});
