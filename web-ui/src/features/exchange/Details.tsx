import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { ImportReport, Sample } from './types';
import { Warnings } from './Warnings';

/** Examples, what is gone, what stays although the source has it otherwise, and warnings. */
export function Details({ report }: { report: ImportReport }): ReactElement {
  const { t } = useLanguage();
  const change = (each: Sample): string =>
    each.change === 'changed'
      ? t('importChangeChanged', { fields: each.fields.join(', ') })
      : t(each.change === 'created' ? 'importChangeCreated' : 'importChangeMissing');
  const examples = [...report.samples, ...report.missing];
  return (
    <>
      {report.kept.length > 0 && (
        <section className="card">
          <h2>{t('importKept')}</h2>
          <div className="scroll" tabIndex={0} role="region" aria-label={t('importKept')}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('importName')}</th>
                  <th scope="col">{t('importKeptField')}</th>
                  <th scope="col">{t('importKeptHere')}</th>
                  <th scope="col">{t('importKeptSource')}</th>
                </tr>
              </thead>
              <tbody>
                {report.kept.map((each) => (
                  <tr key={`${each.id} ${each.field}`}>
                    <th scope="row">{each.id}</th>
                    <td>{each.field}</td>
                    <td>{each.here}</td>
                    <td>{each.source}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <Warnings warnings={report.warnings} />
      {examples.length > 0 && (
        <details className="card">
          <summary>{t('importSamples')}</summary>
          <div className="scroll" tabIndex={0} role="region" aria-label={t('importSamples')}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('importName')}</th>
                  <th scope="col">{t('importKind')}</th>
                  <th scope="col">{t('importKey')}</th>
                  <th scope="col">{t('importChange')}</th>
                </tr>
              </thead>
              <tbody>
                {examples.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">{each.name ?? each.id}</th>
                    <td>{each.kind}</td>
                    <td className="mono">{each.externalKey}</td>
                    <td>{change(each)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}
