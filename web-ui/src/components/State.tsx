import type { ReactElement } from 'react';
import { useLanguage } from '../lib/i18n';

/** What stands where data are not there: still coming, or why not. */
export function State({ error }: { error: Error | null }): ReactElement {
  const { t } = useLanguage();
  return error ? (
    <p className="card bad" role="alert">
      {t('failed', { why: error.message })}
    </p>
  ) : (
    <p role="status">{t('loading')}</p>
  );
}
