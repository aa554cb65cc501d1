import type { ReactElement } from 'react';
import { Sized } from './Sized';
import { tickLabels, ticks } from '../lib/axis';
import { hours, money } from '../lib/format';
import { useLanguage } from '../lib/i18n';

const H = 150;
const L = 74;
const R = 10;
const T = 28;
const B = 22;

/** Loss of money by how long it is down; straight between the points that are stated. */
export function LossCurve({
  loss,
  currency,
  rto,
  mtpd,
}: {
  loss: [number, number][];
  currency: string;
  rto: number | null;
  mtpd: number | null;
}): ReactElement {
  const { language, t } = useLanguage();
  const end = loss.at(-1)?.[0] ?? 1;
  const most = Math.max(...loss.map(([, amount]) => amount), 1);
  const near = rto !== null && mtpd !== null && Math.abs(mtpd - rto) / end < 0.12;
  return (
    <>
      <Sized>
        {(width) => {
          const x = (value: number): number => L + (value / end) * (width - L - R);
          const y = (amount: number): number => T + (1 - amount / most) * (H - T - B);
          const at = ticks(end, 6);
          const labels = tickLabels(at, language);
          return (
            <svg viewBox={`0 0 ${width} ${H}`} role="img" aria-label={t('registerImpact')} className="chart">
              {[0, 0.5, 1].map((part) => (
                <g key={part}>
                  <line
                    className={part === 0 ? 'axis' : 'grid'}
                    x1={L}
                    x2={width - R}
                    y1={y(most * part)}
                    y2={y(most * part)}
                  />
                  <text x={L - 6} y={y(most * part) + 4} textAnchor="end">
                    {part === 0 ? '0' : money(most * part, currency, language)}
                  </text>
                </g>
              ))}
              {at.map((tick, i) => (
                <text key={tick} x={x(tick)} y={H - 6} textAnchor={x(tick) > width - 26 ? 'end' : 'middle'}>
                  {labels[i]}
                </text>
              ))}
              <path
                className="est"
                d={loss
                  .map(([at, amount], i) => `${i === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(amount).toFixed(1)}`)
                  .join('')}
              />
              {mtpd !== null && mtpd <= end && (
                <>
                  <line className="limit" x1={x(mtpd)} x2={x(mtpd)} y1={near ? T - 12 : T - 24} y2={H - B} />
                  <text className="halo" x={x(mtpd) + 4} y={near ? 24 : 11}>
                    {t('mtpd')}
                  </text>
                </>
              )}
              {rto !== null && rto <= end && (
                <>
                  <line className="target" x1={x(rto)} x2={x(rto)} y1={T - 24} y2={H - B} />
                  <text className="t-ink t-b halo" x={x(rto) + 4} y={11}>
                    {t('rto')}
                  </text>
                </>
              )}
            </svg>
          );
        }}
      </Sized>
      <details>
        <summary>{t('table')}</summary>
        <table className="plain">
          <tbody>
            {loss.map(([at, amount]) => (
              <tr key={at}>
                <td>{hours(at, language)}</td>
                <td className="num">{money(amount, currency, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
