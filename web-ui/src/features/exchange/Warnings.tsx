import type { ReactElement } from 'react';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { en } from '../../lib/texts';
import type { Warning } from './types';

/** What was done differently from what a file says: in the reader's language, with the service's own sentence and its example. */
export function Warnings({ warnings }: { warnings: Warning[] }): ReactElement | null {
  const { t, language } = useLanguage();
  if (warnings.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('importWarnings')}</h2>
      <ul className="warnings">
        {warnings.map((each) => {
          const key = `importWarning-${each.code.replace(/:.*/, '')}`;
          const own = language !== 'en' && key in en;
          return (
            <li key={`${each.code} ${each.file}`}>
              <b className="num">{each.count.toLocaleString('en-GB')}</b> {own && t(key as TextKey)}{' '}
              {own ? (
                <small className="says" lang="en">
                  {each.message}
                </small>
              ) : (
                <span lang="en">{each.message}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
