import { RuleText } from '../../components/RuleText';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { violationsOf } from '../../lib/answer';
import { hours as time, money } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { useMay } from '../../lib/session';
import { today } from '../../lib/zone';
import {
  addMeasured,
  correctMeasured,
  getMeasured,
  type Item,
  type MeasuredLevel,
  pasteMeasured,
  removeMeasured,
  type TableOutcome,
  type Violation,
} from './api';
import { atBest, kindOf, promise, typedNumber } from './model';

/** What was measured of each agreement: attainment, trend, credit due; entered by hand or pasted from a spreadsheet. */
export function Measured({ id, currency }: { id: string; currency: string }): ReactElement {
  const { t } = useLanguage();
  const may = useMay('edit-register');
  const [editing, setEditing] = useState<Item | null>(null);
  const { data, error } = useQuery({ queryKey: ['sla', id, 'measured'], queryFn: () => getMeasured(id) });
  return (
    <section className="card" aria-label={t('slaMeasured')}>
      <header>
        <h2>{t('slaMeasured')}</h2>
        <span className="r">{t('slaMeasuredHint')}</span>
      </header>
      <Fault error={error} />
      {data?.levels
        .filter((level, i) => i === 0 || level.items.length > 0)
        .map((level) => (
          <Level key={level.agreement} level={level} currency={currency} onEdit={may ? setEditing : null} />
        ))}
      {may && data && (
        <>
          <Enter
            key={editing?.measured.id ?? 'new'}
            id={id}
            levels={data.levels}
            editing={editing}
            onDone={() => {
              setEditing(null);
            }}
          />
          <Paste id={id} tag={data.tag} />
        </>
      )}
    </section>
  );
}

function Level({
  level,
  currency,
  onEdit,
}: {
  level: MeasuredLevel;
  currency: string;
  onEdit: ((item: Item) => void) | null;
}): ReactElement {
  const { t, language } = useLanguage();
  const { trend, items } = level;
  const judged = items.filter((item) => kindOf(item.measured.period) === level.period);
  const unknown = level.target === null && level.longestOutageHours === null ? 0 : judged.length - level.judged;
  const due = items.reduce((sum, item) => sum + (item.credit?.money ?? 0), 0);
  return (
    <div className="check">
      <h3>
        {level.agreement === '' ? 'SLA' : level.agreement}{' '}
        {level.target !== null && (
          <span className="sub">
            {promise(level.target)} {t(`slaPer-${level.period as 'month'}`)}
          </span>
        )}
      </h3>
      {items.length === 0 ? (
        <p className="sub">{t('slaMeasuredNone')}</p>
      ) : (
        <>
          <p>
            {t('slaAttained', { met: level.met, judged: level.judged })}
            {due > 0 && ` ${t('slaCreditDue', { money: money(due, currency, language) })}`}
          </p>
          {judged.length < items.length && (
            <p className="sub">
              {t('slaOtherPeriods', {
                per: t(`slaPer-${level.period as 'month'}`),
                count: items.length - judged.length,
              })}
            </p>
          )}
          {unknown > 0 && <p className="sub">{t('slaOutageUntold', { count: unknown })}</p>}
          <Line items={judged} target={level.target} />
          <p className="sub">
            {t(`slaTrend-${trend.direction as 'none'}`, {
              periods: trend.periods,
              slope: trend.slope === null ? '' : `${Number((trend.slope * 100).toPrecision(2))}`,
              p: trend.p === null ? '' : trend.p < 0.001 ? '< 0.001' : trend.p.toFixed(3),
            })}
          </p>
          <div
            className="scroll"
            tabIndex={0}
            role="region"
            aria-label={`${t('slaMeasuredTable')} · ${level.agreement || 'SLA'}`}
          >
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('slaPeriodOne')}</th>
                  <th scope="col" className="num">
                    {t('slaAvailability')}
                  </th>
                  <th scope="col" className="num">
                    {t('slaDown')}
                  </th>
                  <th scope="col" className="num">
                    {t('slaLongestOutage')}
                  </th>
                  <th scope="col">{t('slaMetColumn')}</th>
                  <th scope="col" className="num">
                    {t('slaCredit')}
                  </th>
                  <th scope="col">{t('slaSource')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={item.measured.id}>
                    <th scope="row">
                      {onEdit ? (
                        <button
                          type="button"
                          className="link"
                          onClick={() => {
                            onEdit(item);
                          }}
                        >
                          {item.measured.period}
                        </button>
                      ) : (
                        item.measured.period
                      )}
                    </th>
                    <td className="num">{atBest(item.availability)}</td>
                    <td className="num">{time(item.measured.downMinutes / 60, language)}</td>
                    <td className="num">
                      {item.measured.outageMinutes.length === 0
                        ? '–'
                        : time(Math.max(...item.measured.outageMinutes) / 60, language)}
                    </td>
                    <td>
                      {item.met === null ? (
                        '–'
                      ) : item.met ? (
                        <span className="chip ok">{t('slaMet')}</span>
                      ) : (
                        <span className="chip warn">{t('slaMissed')}</span>
                      )}
                    </td>
                    <td className="num">{item.credit ? money(item.credit.money, currency, language) : '–'}</td>
                    <td>
                      {item.measured.source}
                      {item.measured.reviewedBy && (
                        <small className="sub">{t('slaReviewedBy', { name: item.measured.reviewedBy })}</small>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  );
}

/** Availability over the periods, with the target as a line; the words beside it say the same. */
function Line({ items, target }: { items: Item[]; target: number | null }): ReactElement | null {
  if (items.length < 2) return null;
  const values = items.map((each) => each.availability).reverse();
  const least = Math.min(...values, target ?? 1);
  const span = Math.max(1 - least, 1e-6) * 1.15;
  const y = (value: number): number => 6 + ((1 - value) / span) * 52;
  const x = (i: number): number => 6 + (i / (values.length - 1)) * 388;
  return (
    <svg className="attained" viewBox="0 0 400 64" preserveAspectRatio="none" aria-hidden="true">
      {target !== null && <path className="target" d={`M0 ${y(target)}H400`} vectorEffect="non-scaling-stroke" />}
      <polyline points={values.map((value, i) => `${x(i)},${y(value)}`).join(' ')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function Enter({
  id,
  levels,
  editing,
  onDone,
}: {
  id: string;
  levels: MeasuredLevel[];
  editing: Item | null;
  onDone: () => void;
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const before = editing?.measured;
  const [agreement, setAgreement] = useState(before?.agreement ?? '');
  const [period, setPeriod] = useState(before?.period ?? '');
  const [down, setDown] = useState(before ? String(before.downMinutes) : '');
  const [outages, setOutages] = useState(before?.outageMinutes.join(' ') ?? '');
  const [source, setSource] = useState(before?.source ?? '');
  const [reviewer, setReviewer] = useState(before?.reviewedBy ?? '');
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['sla', id, 'measured'] });
  const done = async (): Promise<void> => {
    await again();
    setPeriod('');
    setDown('');
    setOutages('');
    onDone();
  };
  const saving = useMutation({
    mutationFn: () => {
      const body = {
        period,
        ...(agreement === '' ? {} : { agreement }),
        downMinutes: typedNumber(down) ?? null,
        outageMinutes: outages
          .split(/[;\s]+/)
          .filter(Boolean)
          .map((each) => typedNumber(each)),
        source,
        ...(reviewer === '' ? {} : { reviewedBy: reviewer, reviewedOn: before?.reviewedOn ?? today() }),
        ...(before?.note ? { note: before.note } : {}),
      };
      return before ? correctMeasured(id, before.id, before.version, body) : addMeasured(id, body);
    },
    onSuccess: done,
  });
  const removing = useMutation({
    mutationFn: async () => {
      if (before) await removeMeasured(id, before.id, before.version);
    },
    onSuccess: done,
  });
  const per = levels.find((each) => each.agreement === agreement)?.period ?? 'month';
  return (
    <details open={editing !== null}>
      <summary>{before ? t('slaCorrect', { period: before.period }) : t('slaEnter')}</summary>
      <form
        className="inline"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        {levels.length > 1 && (
          <Labelled label={t('slaAgreement')}>
            <select
              className="field"
              value={agreement}
              onChange={(event) => {
                setAgreement(event.target.value);
              }}
            >
              {levels.map((each) => (
                <option key={each.agreement} value={each.agreement}>
                  {each.agreement === '' ? 'SLA' : each.agreement}
                </option>
              ))}
            </select>
          </Labelled>
        )}
        <Labelled label={t('slaPeriodOne')} hint={t(`slaExample-${per as 'month'}`)}>
          <input
            className="field"
            required
            value={period}
            onChange={(event) => {
              setPeriod(event.target.value);
            }}
          />
        </Labelled>
        <Labelled label={t('slaDownMinutes')}>
          <input
            className="field num"
            required
            inputMode="decimal"
            value={down}
            onChange={(event) => {
              setDown(event.target.value);
            }}
          />
        </Labelled>
        <Labelled label={t('slaOutageMinutes')} hint={t('slaOutageMinutesHint')}>
          <input
            className="field"
            value={outages}
            onChange={(event) => {
              setOutages(event.target.value);
            }}
          />
        </Labelled>
        <Labelled label={t('slaSource')}>
          <input
            className="field"
            required
            maxLength={200}
            value={source}
            onChange={(event) => {
              setSource(event.target.value);
            }}
          />
        </Labelled>
        <Labelled label={t('slaReviewer')}>
          <input
            className="field"
            maxLength={200}
            value={reviewer}
            onChange={(event) => {
              setReviewer(event.target.value);
            }}
          />
        </Labelled>
        <span className="btns">
          <button type="submit" className="btn pri" disabled={saving.isPending}>
            {t(before ? 'slaCorrectSend' : 'slaEnterSend')}
          </button>
          {before && (
            <>
              <button
                type="button"
                className="btn"
                onClick={() => {
                  removing.mutate();
                }}
              >
                {t('slaRemove')}
              </button>
              <button type="button" className="btn" onClick={onDone}>
                {t('slaCancel')}
              </button>
            </>
          )}
        </span>
      </form>
      <Broken error={saving.error ?? removing.error} />
    </details>
  );
}

/** What is wrong with what was sent, line by line. */
function Broken({ error }: { error: Error | null }): ReactElement {
  const broken = violationsOf(error) as Violation[];
  return (
    <>
      <Fault error={error} />
      {broken.length > 0 && (
        <ul className="bad">
          {broken.slice(0, 20).map((each, i) => (
            <li key={i}>
              {each.line ? `${each.line}: ` : ''}
              <RuleText rule={each} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Paste({ id, tag }: { id: string; tag: string }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<TableOutcome | null>(null);
  const looking = useMutation({
    mutationFn: () => pasteMeasured(id, tag, text, true),
    onSuccess: setPreview,
  });
  const taking = useMutation({
    mutationFn: () => pasteMeasured(id, tag, text, false),
    onSuccess: async () => {
      setText('');
      setPreview(null);
      await queries.invalidateQueries({ queryKey: ['sla', id, 'measured'] });
    },
  });
  const list = (periods: string[]): string => periods.join(language === 'en' ? ', ' : '、') || '–';
  return (
    <details>
      <summary>{t('slaPaste')}</summary>
      <Labelled label={t('slaPasteLabel')} hint={t('slaPasteHint')}>
        <textarea
          className="field mono"
          rows={5}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setPreview(null);
          }}
        />
      </Labelled>
      <span className="btns">
        <button
          type="button"
          className="btn"
          disabled={text === '' || looking.isPending}
          onClick={() => {
            looking.mutate();
          }}
        >
          {t('slaPasteLook')}
        </button>
        {preview && (
          <button
            type="button"
            className="btn pri"
            disabled={taking.isPending}
            onClick={() => {
              taking.mutate();
            }}
          >
            {t('slaPasteTake')}
          </button>
        )}
      </span>
      {preview && (
        <p role="status">
          {t('slaPasteBrings', { added: list(preview.added), changed: list(preview.changed), same: preview.same })}
        </p>
      )}
      <Broken error={looking.error ?? taking.error} />
    </details>
  );
}
