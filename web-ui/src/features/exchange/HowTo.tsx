import type { ReactElement } from 'react';
import { hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { ImportReport, Options, Source } from './types';

const LAST_TIER = 4;

/** The choices that an import leaves open. */
export function HowTo({
  source,
  report,
  options,
  systems,
  onChange,
}: {
  source: Source;
  report: ImportReport;
  options: Options;
  systems: string[];
  onChange: (change: Options) => void;
}): ReactElement | null {
  const { language, t } = useLanguage();
  const gone = report.missing.length;
  const calls = report.objectives.length > 0;
  const tier = options.objectives === false ? 0 : (options.tier ?? report.tier ?? 0);
  if (!calls && gone === 0 && source !== 'model') return null;
  const time = (value: number | null): string => (value === null ? '–' : hours(value, language));
  return (
    <section className="card">
      <h2>{t('importChoices')}</h2>
      <div className="choices">
        {calls && systems.length > 1 && (
          <label>
            {t('importSystem')}
            <select
              value={options.system}
              onChange={(event) => {
                onChange({ system: event.target.value });
              }}
            >
              {systems.map((system) => (
                <option key={system}>{system}</option>
              ))}
            </select>
          </label>
        )}
        {calls && (
          <label>
            {t('importPlaceOn')}
            <select
              value={options.placeOn ?? ''}
              onChange={(event) => {
                onChange({ placeOn: event.target.value });
              }}
            >
              <option value="">{t('importPlaceNone')}</option>
              {Object.entries(report.assetKinds).map(([kind, count]) => (
                <option key={kind} value={kind}>
                  {t('importPlaceKind', { kind, count })}
                </option>
              ))}
            </select>
            <span className="sub">{t('importPlaceOnHint')}</span>
          </label>
        )}
        {calls && (
          <label>
            {t('importTier')}
            <select
              value={tier}
              onChange={(event) => {
                const next = Number(event.target.value);
                onChange({ objectives: next > 0, tier: next > 0 ? next : LAST_TIER });
              }}
            >
              <option value={0}>{t('importTierNone')}</option>
              {report.objectives.map((each) => (
                <option key={each.tier} value={each.tier}>
                  {t('importTierRow', {
                    tier: each.tier,
                    rto: time(each.rto),
                    rpo: time(each.rpo),
                    mtpd: time(each.mtpd),
                  })}
                </option>
              ))}
            </select>
          </label>
        )}
        {source === 'model' && (
          <label>
            {t('importMode')}
            <select
              value={options.mode ?? 'merge'}
              onChange={(event) => {
                onChange({ mode: event.target.value === 'replace' ? 'replace' : 'merge' });
              }}
            >
              <option value="merge">{t('importMerge')}</option>
              <option value="replace">{t('importReplace')}</option>
            </select>
          </label>
        )}
        {gone > 0 && (
          <label className="check">
            <input
              type="checkbox"
              checked={options.removeMissing ?? false}
              onChange={(event) => {
                onChange({ removeMissing: event.target.checked });
              }}
            />
            {t('importRemove', { count: gone })}
          </label>
        )}
      </div>
    </section>
  );
}
