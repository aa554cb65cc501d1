import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Fault } from '../../components/Fault';
import { Sized } from '../../components/Sized';
import { useSome } from '../../components/Some';
import { day, hours, type Language, share } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import { type DrillForecast, type Drills, getDrills } from './api';

/** So many rows are listed at once. */
const AT_ONCE = 12;

/** What was predicted of drills when they were approved, against what came; nothing where no drill is over. */
export function DrillBands(): ReactElement | null {
  const { t, language } = useLanguage();
  const { data, error } = useQuery({ queryKey: ['learning', 'drills'], queryFn: getDrills });
  const all = data?.forecasts ?? [];
  const { shown, more } = useSome(all, AT_ONCE);
  if (!data || all.length === 0) return <Fault error={error} />;
  return (
    <section className="card">
      <header>
        <h2>{headOf(data, t)}</h2>
        <span className="sub">
          {data.elements.total > 0 &&
            t('learningWholeElements', { count: data.elements.total, inside: data.elements.inside })}{' '}
          {t('learningWholeHint')}
        </span>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={headOf(data, t)}>
        <table className="plain held" aria-label={headOf(data, t)}>
          <thead>
            <tr>
              <th scope="col">{t('learningOfWhat')}</th>
              <th scope="col" className="wide">
                {t('learningPredicted')}
              </th>
              <th scope="col" className="num">
                {t('learningCame')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={`${each.plan} ${each.subject ?? ''}`}>
                <th scope="row">
                  {each.subject === null ? t('learningWholeDrill') : (each.names[language] ?? each.subject)}
                  <small>
                    {each.number} {each.title}, {day(each.on, language)}
                  </small>
                </th>
                <td className="wide">
                  <Sized least={120}>{(width) => <Glyph width={width} forecast={each} />}</Sized>
                  <small>{bandText(each, language, t)}</small>
                </td>
                <td className="num">
                  {each.finished ? '' : '> '}
                  {hours(each.hours, language)}
                  <small>{t(verdictOf(each))}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </section>
  );
}

function headOf({ whole }: Drills, t: Translate): string {
  return whole.low === null || whole.high === null
    ? t('learningWholeNone')
    : t('learningWholeHead', {
        count: whole.total,
        inside: whole.inside,
        low: share(whole.low),
        high: share(whole.high),
      });
}

/** As it is counted: what was broken off within its band, and a band without an upper end, count as neither. */
function verdictOf(each: DrillForecast): 'learningIn' | 'learningOut' | 'learningBrokenOff' | 'learningUncounted' {
  if (each.p90 === null) return 'learningUncounted';
  if (each.hours > each.p90) return 'learningOut';
  if (!each.finished) return 'learningBrokenOff';
  return each.inside ? 'learningIn' : 'learningOut';
}

function bandText({ p10, p90 }: DrillForecast, language: Language, t: Translate): string {
  return p90 === null
    ? t('learningOpenEnd', { low: hours(p10, language) })
    : t('learningRange', { low: hours(p10, language), high: hours(p90, language) });
}

const HEIGHT = 22;
const PAD = 6;

/** The band as a bar, its median as a line in it, what came as a dot; each row on its own axis from 0. */
function Glyph({ width, forecast }: { width: number; forecast: DrillForecast }): ReactElement {
  const { t, language } = useLanguage();
  const { p10, p50, p90, hours: came } = forecast;
  const end = Math.max(p90 ?? 0, p50 ?? 0, p10 * 1.5, came) * 1.1;
  const x = (value: number): number => PAD + (value / end) * (width - 2 * PAD);
  const to = p90 ?? end;
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className="chart bands"
      role="img"
      aria-label={`${t('learningPredicted')}: ${bandText(forecast, language, t)}; ${t('learningCame')}: ${hours(came, language)}`}
    >
      <line className="axis" x1={PAD} x2={width - PAD} y1={HEIGHT - 3.5} y2={HEIGHT - 3.5} />
      <rect className="is" x={x(p10)} y={6} width={Math.max(2, x(to) - x(p10))} height={8} />
      {p50 !== null && <line className="is middle" x1={x(p50)} x2={x(p50)} y1={4} y2={16} />}
      <circle className="actual" cx={x(came)} cy={10} r={4} />
    </svg>
  );
}
