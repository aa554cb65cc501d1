import type { ReactElement } from 'react';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { en } from '../../lib/texts';

/** What must be said before it can be submitted. */
export function Missing({ paths }: { paths: string[] }): ReactElement | null {
  const { t, language } = useLanguage();
  if (paths.length === 0) return null;
  const words = paths.map((path) => {
    const key = `biaField-${path.replace(/^\$\./, '')}`;
    return key in en ? t(key as TextKey) : path;
  });
  return (
    <section className="card missing" aria-label={t('biaMissingTitle')}>
      <h2>{t('biaMissingTitle')}</h2>
      <p>{words.join(language === 'en' ? ', ' : '、')}</p>
    </section>
  );
}
