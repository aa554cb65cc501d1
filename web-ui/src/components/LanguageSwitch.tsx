import type { ReactElement } from 'react';
import { setLanguage, useLanguage } from '../lib/i18n';

/** English or Traditional Chinese. */
export function LanguageSwitch(): ReactElement {
  const { language, t } = useLanguage();
  return (
    <span className="seg" role="group" aria-label={t('language')}>
      <button
        type="button"
        aria-pressed={language === 'en'}
        lang="en"
        onClick={() => {
          setLanguage('en');
        }}
      >
        EN
      </button>
      <button
        type="button"
        aria-pressed={language !== 'en'}
        lang="zh-Hant"
        onClick={() => {
          setLanguage('zh-Hant');
        }}
      >
        中文
      </button>
    </span>
  );
}
