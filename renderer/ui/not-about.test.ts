import { describe, expect, it } from 'vitest';
import { notAbout } from './not-about.ts';

const same = notAbout<{ name: string; content: string }>('content');
const errors = {};
const props = (values: { name: string; content: string }, more: { beside?: boolean; errors?: object } = {}) => ({
  form: { values, errors: more.errors ?? errors },
  beside: more.beside ?? false,
});
const before = props({ name: '单', content: '漏' });

describe('notAbout', () => {
  it.each([
    ['what it is not about', props({ name: '单', content: '漏水' }), true],
    ['nothing', props({ name: '单', content: '漏' }), true],
    ['its own value', props({ name: '单雄', content: '漏' }), false],
    ['another of its properties', props({ name: '单', content: '漏' }, { beside: true }), false],
    ['what is said beside a field', props({ name: '单', content: '漏' }, { errors: { name: '必填' } }), false],
  ])('a change of %s', (_name, after, unchanged) => {
    expect(same(before, after)).toBe(unchanged);
  });
});
