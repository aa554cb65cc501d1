import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { place } from './model';
import type { Violation } from './types';

/** Every broken rule with its place. The sentences come from the service, in English. */
export function Violations({ violations }: { violations: Violation[] }): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="import" role="alert">
      <div className="head">
        <div className="grow">
          <h1>
            {violations.length === 1 ? t('importViolationsOne') : t('importViolations', { count: violations.length })}
          </h1>
          <p className="lede">{t('importViolationsHint')}</p>
        </div>
      </div>
      <div className="card scroll" tabIndex={0} role="region" aria-label={t('importRule')}>
        <table className="plain violations">
          <thead>
            <tr>
              <th scope="col">{t('importFile')}</th>
              <th scope="col">{t('importRow')}</th>
              <th scope="col">{t('importColumn')}</th>
              <th scope="col">{t('importValue')}</th>
              <th scope="col">{t('importRule')}</th>
            </tr>
          </thead>
          <tbody>
            {violations.map((each, i) => (
              <tr key={i}>
                <td>{each.file}</td>
                <td className="mono">{place(each)}</td>
                <td>{each.column ?? '–'}</td>
                <td className="mono value">{each.value || '–'}</td>
                <td lang="en">{each.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
