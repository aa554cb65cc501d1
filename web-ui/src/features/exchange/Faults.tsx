import type { ReactElement, ReactNode } from 'react';
import { Said } from '../../components/Fault';
import { Problem, violationsOf } from '../../lib/answer';
import { useLanguage } from '../../lib/i18n';
import type { Violation } from './types';
import { Violations } from './Violations';

const CONFLICT = 409;

/** Files that cannot be looked at: every broken rule with its place, or what else went wrong, and the way back. */
export function NoPreview({ error, children }: { error: Error; children: ReactNode }): ReactElement {
  const { t } = useLanguage();
  const violations = violationsOf(error) as Violation[];
  return (
    <>
      {violations.length > 0 ? (
        <Violations violations={violations} />
      ) : (
        <section className="card failed" role="alert">
          <h1>{t('importFailed')}</h1>
          <p>
            <Said error={error} />
          </p>
        </section>
      )}
      <p className="btns">{children}</p>
    </>
  );
}

/** An import that did not go through, and the way to a new preview. */
export function NotImported({ error, onAgain }: { error: Error; onAgain: () => void }): ReactElement {
  const { t } = useLanguage();
  const overtaken = error instanceof Problem && error.status === CONFLICT;
  return (
    <section className="card failed" role="alert">
      <p>
        <b>{t(overtaken ? 'importOvertaken' : 'importFailed')}</b> {!overtaken && <Said error={error} />}
      </p>
      <p className="btns">
        <button type="button" className="btn" onClick={onAgain}>
          {t('importAgain')}
        </button>
      </p>
    </section>
  );
}
