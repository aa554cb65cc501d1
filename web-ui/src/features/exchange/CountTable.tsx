import type { ReactElement } from 'react';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { rows } from './model';
import type { ImportReport } from './types';

const NAMES: Record<string, TextKey> = {
  assets: 'importRowAssets',
  relations: 'importRowRelations',
  services: 'importRowServices',
  calls: 'importRowCalls',
  placements: 'importRowPlacements',
  places: 'importRowPlaces',
  processes: 'importRowProcesses',
  scenarios: 'importRowScenarios',
};

/** What is new, changed, as before and gone, line by line. */
export function CountTable({ report }: { report: ImportReport }): ReactElement {
  const { t } = useLanguage();
  const number = (value: number): string => (value === 0 ? '–' : value.toLocaleString('en-GB'));
  return (
    <section className="card">
      <h2>{t(report.stored ? 'importCountsDone' : 'importCounts')}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('importCounts')}>
        <table className="plain counts">
          <thead>
            <tr>
              <th scope="col">{t('importWhat')}</th>
              {(['importNew', 'importDiffers', 'importSame', 'importGone'] as const).map((key) => (
                <th key={key} scope="col" className="num">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows(report).map(([key, counts]) => {
              const name = NAMES[key];
              return (
                <tr key={key}>
                  <th scope="row">{name ? t(name) : key}</th>
                  <td className="num">{number(counts.created)}</td>
                  <td className="num">{number(counts.changed)}</td>
                  <td className="num">{number(counts.unchanged)}</td>
                  <td className="num">{number(counts.missing)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
