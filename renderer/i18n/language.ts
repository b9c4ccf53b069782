import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en, zh } from './resources.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Remembered beside the book, not in it: the lock screen and the boot gate speak before any book is open. */
const REMEMBERED = 'qiantai.language';

function startLanguage(): Language {
  const remembered = globalThis.localStorage.getItem(REMEMBERED);
  if (remembered === 'zh' || remembered === 'en') return remembered;
  return globalThis.navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Both languages are in memory from the start, so switching is one render. */
export async function createLanguage(): Promise<i18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    resources: { zh, en },
    lng: startLanguage(),
    fallbackLng: false,
    defaultNS: 'common',
    ns: Object.keys(zh),
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  document.documentElement.lang = htmlLanguage(instance.language);
  instance.on('languageChanged', (language) => {
    globalThis.localStorage.setItem(REMEMBERED, language);
    document.documentElement.lang = htmlLanguage(language);
  });
  return instance;
}

function htmlLanguage(language: string): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

/** The language in force, as one of the two. */
export function languageOf(instance: Pick<i18n, 'language'>): Language {
  return instance.language === 'en' ? 'en' : 'zh';
}
