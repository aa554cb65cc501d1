import type { ReactElement } from 'react';
import { Sized } from '../../components/Sized';
import { count, money } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import { path } from './curves';
import { Card, Numbers } from './Numbers';
import type { Exceedance, Money, YearResult } from './year';

const H = 218;
const L = 44;
const R = 12;
const B = 34;
const T = 14;

type Loss = NonNullable<YearResult['loss']>;

/** Chance that a year costs more than an amount: each step down is a rarer year. */
export function ExceedanceCard({
  loss,
  penalty,
  currency,
}: {
  loss: Loss;
  penalty: Money | null;
  currency: string;
}): ReactElement {
  const { language, t } = useLanguage();
  return (
    <Card title={t('yearExceedance')} sub={t('yearExceedanceHint')}>
      {loss.exceedance.filter((point) => point.lossLow > 0).length > 1 && <Curve loss={loss} currency={currency} />}
      {penalty && penalty.mean > 0 && (
        <p className="sub">
          {t('yearPenalty', {
            mean: money(penalty.mean, currency, language),
            p95: money(penalty.p95, currency, language),
          })}
        </p>
      )}
      <Numbers
        head={[t('yearChance'), t('yearMoreThan')]}
        rows={loss.exceedance.map((point) => [
          once(point.probability, language, t),
          `${money(point.loss, currency, language)} (${money(point.lossLow, currency, language)} ${t('to')} ${money(point.lossHigh, currency, language)})`,
        ])}
      />
    </Card>
  );
}

function once(probability: number, language: 'en' | 'zh-Hant', t: Translate): string {
  return probability > 0.3
    ? `${Math.round(probability * 100)}\u00a0%`
    : t('yearOneIn', { years: count(Math.round(1 / probability), language) });
}

/** Both axes by powers of ten: losses of a year differ a hundredfold between common and rare ones. */
function Curve({ loss, currency }: { loss: Loss; currency: string }): ReactElement {
  const { language, t } = useLanguage();
  const points = loss.exceedance.filter((point) => point.lossLow > 0).sort((a, b) => b.probability - a.probability);
  const lowest = Math.floor(Math.log10(Math.min(loss.mean, ...points.map((point) => point.lossLow))));
  const highest = Math.ceil(Math.log10(Math.max(loss.mean, ...points.map((point) => point.lossHigh))));
  const powers = Math.max(1, highest - lowest);
  const least = points.at(-1)?.probability ?? 0.01;
  const decades = Math.max(1, Math.ceil(-Math.log10(least) - 1e-9));
  return (
    <Sized>
      {(width) => {
        const x = (value: number): number => L + ((Math.log10(value) - lowest) / powers) * (width - L - R);
        const y = (probability: number): number => T + (-Math.log10(probability) / decades) * (H - T - B);
        const band = [
          ...points.map((p): [number, number] => [x(p.lossLow), y(p.probability)]),
          ...[...points].reverse().map((p): [number, number] => [x(p.lossHigh), y(p.probability)]),
        ];
        const named = points.filter((p) => p.probability === 0.05 || p.probability === 0.01);
        const every = Math.ceil((powers + 1) / Math.max(2, Math.floor(width / 90)));
        return (
          <svg viewBox={`0 0 ${width} ${H}`} role="img" aria-label={t('yearExceedance')} className="chart">
            {Array.from({ length: decades + 1 }, (_, i) => 10 ** -i).map((tick) => (
              <g key={tick}>
                <line className="grid" x1={L} x2={width - R} y1={y(tick)} y2={y(tick)} />
                <text x={L - 6} y={y(tick) + 4} textAnchor="end">
                  {`${Number((tick * 100).toPrecision(1))}\u00a0%`}
                </text>
              </g>
            ))}
            {Array.from({ length: powers + 1 }, (_, i) => i)
              .filter((i) => i % every === 0)
              .map((i) => (
                <g key={i}>
                  <line className="grid" x1={x(10 ** (lowest + i))} x2={x(10 ** (lowest + i))} y1={T} y2={H - B} />
                  <text
                    x={x(10 ** (lowest + i))}
                    y={H - B + 15}
                    textAnchor={i === 0 ? 'start' : i === powers ? 'end' : 'middle'}
                  >
                    {money(10 ** (lowest + i), currency, language)}
                  </text>
                </g>
              ))}
            <text x={width - R} y={H - 4} textAnchor="end">
              {t('yearMoreThan')}
            </text>
            <path className="band" d={`${path(band)}Z`} />
            <path className="est" d={path(points.map((p) => [x(p.loss), y(p.probability)]))} />
            <line className="limit" x1={x(loss.mean)} x2={x(loss.mean)} y1={T} y2={H - B} />
            <text className="halo" x={x(loss.mean) - 4} y={H - B - 5} textAnchor="end">
              {t('yearMean')}
            </text>
            {named.map((p: Exceedance) => (
              <g key={p.probability}>
                <circle className="dot" cx={x(p.loss)} cy={y(p.probability)} r={4} />
                <text
                  className="t-acc t-b halo"
                  x={x(p.loss) + (x(p.loss) > width * 0.6 ? -8 : 8)}
                  y={y(p.probability) + (x(p.loss) > width * 0.6 ? 18 : -7)}
                  textAnchor={x(p.loss) > width * 0.6 ? 'end' : 'start'}
                >
                  {`${once(p.probability, language, t)}: ${money(p.loss, currency, language)}`}
                </text>
              </g>
            ))}
          </svg>
        );
      }}
    </Sized>
  );
}
