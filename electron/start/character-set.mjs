import { spawnSync } from 'node:child_process';

/**
 * The environment a host is started with. Where a Linux system has no UTF-8 (LANG is unset, or names a language that is not
 * installed), Chromium reads no folder whose name is not plain English, and could not open its store in it: there it gets the
 * one UTF-8 that every system brings, and the language that the PC asks for all the same.
 */
export function hostEnvironment(env, characterSet = characterSetOf(env)) {
  if (characterSet === '' || /^utf-?8$/i.test(characterSet)) return env;
  const language = (env.LANGUAGE || env.LC_ALL || env.LC_MESSAGES || env.LANG || 'C').replace(/[.@].*$/, '');
  const asked = ['C', 'POSIX'].includes(language) ? {} : { LANGUAGE: language };
  return { ...env, LC_ALL: 'C.UTF-8', ...asked };
}

/** What the system reads names in by this environment; `''` where it is not Linux, or does not say (POSIX `locale`). */
function characterSetOf(env) {
  if (process.platform !== 'linux') return '';
  return (spawnSync('locale', ['charmap'], { env, encoding: 'utf8' }).stdout ?? '').trim();
}
