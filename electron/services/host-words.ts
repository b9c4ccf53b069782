import en from '../../resources/locales/en/host.json';
import zh from '../../resources/locales/zh/host.json';

export type HostWord = keyof typeof zh & keyof typeof en;

/** What the host says where no page can: in both languages, since nobody has chosen one there yet. */
export function inBothLanguages(word: HostWord): { zh: string; en: string } {
  return { zh: zh[word], en: en[word] };
}

/** A page that needs no script and no style sheet of its own: one paragraph a language, and what to press. */
export function plainPage(word: HostWord, action?: { word: HostWord; address: string }): string {
  const text = inBothLanguages(word);
  const label = action === undefined ? null : inBothLanguages(action.word);
  const link = action === undefined || label === null ? '' : `<p><a href="${action.address}">${label.zh} · ${label.en}</a></p>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${zh.appName}</title>
<body style="font:18px/1.6 sans-serif;max-width:32em;margin:15vh auto;padding:0 1em">
<p>${text.zh}</p><p lang="en">${text.en}</p>${link}</body></html>`;
}
