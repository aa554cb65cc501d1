import type { ReactElement, ReactNode } from 'react';
import { Said } from './Fault';
import { May } from './May';
import { Link } from 'react-router';
import { Problem } from '../lib/answer';
import { useLanguage } from '../lib/i18n';

/** A place with nothing in it yet: what would be here, and the one thing to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactElement {
  return (
    <section className="empty">
      <h1>{title}</h1>
      {children}
    </section>
  );
}

/** What stands where data are not there: still coming, nothing to show yet, or why not and what to do. */
export function State({ error, retry }: { error: Error | null; retry?: () => void }): ReactElement {
  const { t } = useLanguage();
  if (!error)
    return (
      <p className="loading" role="status">
        {t('loading')}
      </p>
    );
  if (error instanceof Problem && error.code === 'no-model')
    return (
      <Empty title={t('noModel')}>
        <p>{t('noModelHint')}</p>
        <May permission="edit-register" everywhere>
          <Link className="btn pri" to="/import">
            {t('noModelImport')}
          </Link>
        </May>
      </Empty>
    );
  return (
    <section className="card failed" role="alert">
      <h1>{t('failed')}</h1>
      <p>
        <Said error={error} />
      </p>
      <p className="ways">
        {retry && (
          <button type="button" className="btn" onClick={retry}>
            {t('tryAgain')}
          </button>
        )}
        <Link className="btn" to="/">
          {t('toOverview')}
        </Link>
      </p>
    </section>
  );
}
