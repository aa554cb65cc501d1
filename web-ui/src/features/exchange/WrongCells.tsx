import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { MappedTable } from './mapping';
import { place } from './model';
import { Warnings } from './Warnings';

/** What is wrong with the table by row and column, and what else should be known. The sentences come from the service. */
export function WrongCells({
  violations,
  warnings,
}: {
  violations: MappedTable['violations'];
  warnings: MappedTable['warnings'];
}): ReactElement {
  const { t } = useLanguage();
  return (
    <>
      {violations.length > 0 && (
        <section className="card">
          <h2>{t('importMapMend')}</h2>
          <div className="scroll" tabIndex={0} role="region" aria-label={t('importMapMend')}>
            <table className="plain violations">
              <thead>
                <tr>
                  <th scope="col">{t('importRow')}</th>
                  <th scope="col">{t('importColumn')}</th>
                  <th scope="col">{t('importValue')}</th>
                  <th scope="col">{t('importRule')}</th>
                </tr>
              </thead>
              <tbody>
                {violations.map((each, i) => (
                  <tr key={i}>
                    <td className="mono">{place(each)}</td>
                    <td>{each.column ?? '–'}</td>
                    <td className="value">{each.value || '–'}</td>
                    <td lang="en">{each.message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <Warnings warnings={warnings} />
    </>
  );
}
