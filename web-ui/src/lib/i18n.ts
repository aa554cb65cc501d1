import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Named } from './api';
import { en, zh } from './texts';
import type { Language } from './format';
import { filled, type Values } from './spacing';

const KEPT = 'holdfast.language';

function first(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'en' || kept === 'zh-Hant') return kept;
  return navigator.language.startsWith('zh') ? 'zh-Hant' : 'en';
}

function show(language: Language): void {
  document.documentElement.lang = language;
}

export async function startI18n(): Promise<void> {
  const language = first();
  await i18next.init({
    lng: language,
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    resources: { en: { translation: en }, 'zh-Hant': { translation: zh } },
  });
  show(language);
}

export function setLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
  show(language);
  void i18next.changeLanguage(language);
}

const subscribe = (changed: () => void): (() => void) => {
  i18next.on('languageChanged', changed);
  return () => {
    i18next.off('languageChanged', changed);
  };
};

export type TextKey = keyof typeof en;
export type Translate = (key: TextKey, values?: Values) => string;

/** The language of the page, its texts, and the name of a thing in it. */
export function useLanguage(): { language: Language; t: Translate; nameOf: (thing: Named) => string } {
  const language = useSyncExternalStore(subscribe, () => i18next.language) as Language;
  return {
    language,
    t: (key, values = {}) => filled(values, (marked) => i18next.t(key, marked)),
    nameOf: (thing) => thing.names?.[language] ?? thing.name ?? thing.id,
  };
}
