import type { ReactElement } from 'react';
import { Sized } from '../../components/Sized';
import { tickLabels, ticks } from '../../lib/axis';
import { hours, moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import type { Play, Row, Stage, Way } from './api';
import { axisEnd, nameIn, spanOf } from './model';

const PAD = 12;
const WAYS = ['played', 'plain', 'lucky', 'unlucky'] as const;

/** What came of a play: luck and skill apart, held against the targets. */
export function Outcome({
  stage,
  play,
  ended,
}: {
  stage: Stage;
  play: Play;
  ended: NonNullable<Play['ended']>;
}): ReactElement {
  const { t, language } = useLanguage();
  const called = (id: string): string => {
    const found = stage.elements.find((each) => each.named.id === id);
    return found ? nameIn(found.named, language) : id;
  };
  const time = (way: Way): string =>
    way.recoveryHours == null ? t('never') : way.disrupted ? hours(way.recoveryHours, language) : t('playNotHit');
  const data = (way: Way): string =>
    way.dataLossHours == null ? t('playAllData') : way.dataLossHours === 0 ? '–' : hours(way.dataLossHours, language);
  const end = axisEnd(ended.outcome.rows);
  return (
    <section className="card outcome" aria-label={t('playOutcome')}>
      <h2 tabIndex={-1}>{t('playOutcome')}</h2>
      <p className="sub">
        {t('playOutcomeLede', {
          day: ended.day ? t(`playDay-${ended.day}` as TextKey) : t('playDayNumber', { trial: ended.trial }),
          count: play.decisions.length,
          by: ended.by,
          date: moment(ended.at, language),
        })}
      </p>
      {ended.outcome.rows.length === 0 && <p>{t('playNoOutcome')}</p>}
      {ended.outcome.rows.map((row) => (
        <figure key={row.element}>
          <figcaption>
            <b>{called(row.element)}</b>
          </figcaption>
          <Sized>
            {(width) => (
              <Drawn
                width={width}
                row={row}
                end={end}
                label={WAYS.map((way) => `${t(`playWay-${way}`)} ${time(row[way])}`).join(t('comma'))}
              />
            )}
          </Sized>
          <div
            className="tablewrap"
            tabIndex={0}
            role="region"
            aria-label={t('playOutcomeOf', { element: called(row.element) })}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('playWay')}</th>
                  <th scope="col" className="num">
                    {t('playRecovery')}
                  </th>
                  <th scope="col">{t('playAgainstRto')}</th>
                  <th scope="col">{t('playAgainstMtpd')}</th>
                  <th scope="col" className="num">
                    {t('playDataLost')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {WAYS.map((way) => (
                  <tr key={way}>
                    <th scope="row">{t(`playWay-${way}`)}</th>
                    <td className="num">{time(row[way])}</td>
                    <td>{verdict(row[way], row.rtoHours, 0, t)}</td>
                    <td>{verdict(row[way], row.mtpdHours, row.wrtHours ?? 0, t)}</td>
                    <td className="num">{data(row[way])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </figure>
      ))}
      <p className="sub">{t('playNoDrill', { trial: ended.trial, seed: ended.seed, engine: ended.engine })}</p>
    </section>
  );
}

function verdict(way: Way, target: number | null, more: number, t: ReturnType<typeof useLanguage>['t']): string {
  if (target == null) return '–';
  const inTime = !way.disrupted || (way.recoveryHours != null && way.recoveryHours + more <= target);
  return t(inTime ? 'playInTime' : 'playTooLate');
}

function Drawn({ width, row, end, label }: { width: number; row: Row; end: number; label: string }): ReactElement {
  const { t, language } = useLanguage();
  const x = (value: number | null): number => PAD + (Math.min(value ?? end, end) / end) * (width - 2 * PAD);
  const at = ticks(end, width < 420 ? 4 : 8);
  const labels = tickLabels(at, language);
  const [first, last] = spanOf(row);
  const edge = width - PAD;
  const anchor = (value: number): 'start' | 'end' => (x(value) > width - 90 ? 'end' : 'start');
  return (
    <svg viewBox={`0 0 ${width} 92`} role="img" aria-label={label} className="chart">
      {at.map((tick) => (
        <line key={tick} className="grid" x1={x(tick)} x2={x(tick)} y1={18} y2={70} />
      ))}
      <line className="axis" x1={PAD} x2={width - PAD} y1={70.5} y2={70.5} />
      {at.map((tick, i) => (
        <text key={tick} x={x(tick)} y={86} textAnchor={i === 0 ? 'start' : i === at.length - 1 ? 'end' : 'middle'}>
          {labels[i]}
        </text>
      ))}
      {first !== null && (
        <rect
          className="bar"
          x={x(first)}
          y={50}
          width={Math.max(2, (last === null ? edge - 6 : x(last)) - x(first))}
          height={8}
        />
      )}
      {last === null && <Never className="bar" edge={edge} y={54} word={first === null ? t('never') : null} />}
      {row.mtpdHours != null && <line className="mtpd" x1={x(row.mtpdHours)} x2={x(row.mtpdHours)} y1={16} y2={70} />}
      {row.mtpdHours != null && x(row.mtpdHours) - x(row.rtoHours ?? 0) > 130 && (
        <text
          className="halo"
          x={x(row.mtpdHours) + (anchor(row.mtpdHours) === 'end' ? -4 : 4)}
          y={12}
          textAnchor={anchor(row.mtpdHours)}
        >
          {t('playMtpdMark', { time: hours(row.mtpdHours, language) })}
        </text>
      )}
      {row.rtoHours != null && (
        <>
          <line className="target" x1={x(row.rtoHours)} x2={x(row.rtoHours)} y1={14} y2={70} />
          <text
            className="halo"
            x={x(row.rtoHours) + (anchor(row.rtoHours) === 'end' ? -4 : 4)}
            y={12}
            textAnchor={anchor(row.rtoHours)}
          >
            {t('playRtoMark', { time: hours(row.rtoHours, language) })}
          </text>
        </>
      )}
      {row.plain.recoveryHours == null ? (
        <Never
          className="plain"
          edge={edge}
          y={40}
          word={t('playNeverOf', { way: t('playWay-plain'), never: t('never') })}
        />
      ) : (
        <circle className="plain" cx={x(row.plain.recoveryHours)} cy={38} r={5} />
      )}
      {row.played.recoveryHours == null ? (
        <Never
          className="played"
          edge={edge}
          y={26}
          word={t('playNeverOf', { way: t('playWay-played'), never: t('never') })}
        />
      ) : (
        <circle className="played" cx={x(row.played.recoveryHours)} cy={28} r={6} />
      )}
    </svg>
  );
}

/** What has no time: an arrow that leaves the axis, with the word before it. */
function Never({
  className,
  edge,
  y,
  word,
}: {
  className: string;
  edge: number;
  y: number;
  word: string | null;
}): ReactElement {
  return (
    <>
      <path className={className} d={`M${edge - 6} ${y - 6}l10 6-10 6z`} />
      {word !== null && (
        <text className="halo" x={edge - 11} y={y + 4} textAnchor="end">
          {word}
        </text>
      )}
    </>
  );
}
