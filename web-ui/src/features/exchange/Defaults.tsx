import type { ReactElement } from 'react';
import { hours } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import type { KindRow, Options } from './types';

const METHODS: Record<string, TextKey> = {
  repair: 'importMethodRepair',
  replace: 'importMethodReplace',
  rebuild: 'importMethodRebuild',
  restore: 'importMethodRestore',
  failover: 'importMethodFailover',
  workaround: 'importMethodWorkaround',
};

/** The ways of recovery that new elements get, kind by kind, each to be switched off. */
export function Defaults({
  kinds,
  chosen,
  onChange,
}: {
  kinds: KindRow[];
  chosen: string[] | undefined;
  onChange: (change: Options) => void;
}): ReactElement | null {
  const { language, t } = useLanguage();
  const fresh = kinds.filter((each) => each.created > 0);
  if (fresh.length === 0) return null;
  const isGiven = (row: KindRow): boolean => chosen?.includes(row.kind) ?? row.recovery;
  const given = fresh.filter(isGiven).map((each) => each.kind);
  const word = (method: string): string => {
    const text = METHODS[method];
    return text ? t(text) : method;
  };
  const time = (value: number): string => hours(value, language);
  return (
    <section className="card">
      <h2>{t('importDefaults')}</h2>
      <p className="sub">{t('importDefaultsHint')}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('importDefaults')}>
        <table className="plain defaults">
          <thead>
            <tr>
              <th scope="col">
                <label className="check">
                  <input
                    type="checkbox"
                    checked={given.length === fresh.length}
                    onChange={(event) => {
                      onChange({ recoveryFor: event.target.checked ? fresh.map((each) => each.kind) : [] });
                    }}
                  />
                  {t('importDefaultsAll')}
                </label>
              </th>
              <th scope="col" className="num">
                {t('importKindCount')}
              </th>
              <th scope="col">{t('importWays')}</th>
            </tr>
          </thead>
          <tbody>
            {fresh.map((row) => (
              <tr key={row.kind} className={isGiven(row) ? '' : 'off'}>
                <th scope="row">
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={isGiven(row)}
                      aria-label={t('importFill', { kind: row.kind })}
                      onChange={(event) => {
                        onChange({
                          recoveryFor: event.target.checked
                            ? [...given, row.kind]
                            : given.filter((kind) => kind !== row.kind),
                        });
                      }}
                    />
                    {row.kind}
                  </label>
                </th>
                <td className="num">{row.created.toLocaleString('en-GB')}</td>
                <td>
                  {row.ways.length === 0 && <span className="sub">{t('importWayNone')}</span>}
                  {row.ways.map((way) => (
                    <span key={way.method} className="chip" title={way.why}>
                      {t('importWay', { method: word(way.method), median: time(way.median), p90: time(way.p90) })}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
