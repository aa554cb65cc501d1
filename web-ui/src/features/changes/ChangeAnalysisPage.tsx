import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { State } from '../../components/State';
import { getJson, postJson } from '../../lib/api';
import { figure, moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { type Analysis, type Conclusion, saveSettings, type Settings } from './api';
import { LongField, TimeField } from './Fields';
import { failedOf } from './model';
import './changes.css';

/** Changes over time: what was done, what failed, what is repeated, whether it grows, and what people concluded. */
export function ChangeAnalysisPage(): ReactElement {
  const { t } = useLanguage();
  const [query, setQuery] = useSearchParams();
  usePage({ label: t('changeTitle'), to: '/changes' }, { label: t('changeAnalysis') });
  const { data, error, refetch } = useQuery({
    queryKey: ['change-analysis', query.toString()],
    queryFn: () => getJson<Analysis>(`/api/change-analysis?${query.toString()}`),
    placeholderData: (before) => before,
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const { total } = data;
  const set = (key: string, value: string | null): void => {
    setQuery({ from: data.first, until: data.last, ...(value ? { [key]: value } : {}) });
  };
  return (
    <div className="changes">
      <div className="head">
        <div className="grow">
          <h1>
            {total.carriedOut === 0
              ? t('changeAnalysisNone', { first: data.first, last: data.last })
              : t('changeAnalysisHead', {
                  count: total.carriedOut,
                  first: data.first,
                  last: data.last,
                  failed: failedOf(total),
                  emergency: total.emergency,
                })}
          </h1>
        </div>
        <TimeField
          type="month"
          name="from"
          label={t('changeFrom')}
          value={data.first}
          onValue={(value) => {
            set('from', value);
          }}
        />
        <TimeField
          type="month"
          name="until"
          label={t('changeUntil')}
          value={data.last}
          onValue={(value) => {
            set('until', value);
          }}
        />
      </div>
      <Fault error={error} />
      <div className="pair-of-cards">
        <div className="stack">
          <Months analysis={data} />
          <Trends analysis={data} />
        </div>
        <div className="stack">
          <Conclusions key={`${data.first}${data.last}`} analysis={data} />
          <Repeats analysis={data} />
          <Deadline />
        </div>
      </div>
    </div>
  );
}

const COLUMNS = [
  ['recorded', 'changeRecorded'],
  ['carriedOut', 'changeCarriedOut'],
  ['success', 'changeAsPlanned'],
  ['partly', 'changePartly'],
  ['backedOut', 'changeBackedOut'],
  ['emergency', 'changeEmergency'],
  ['highRisk', 'changeHigh'],
] as const;

function Months({ analysis }: { analysis: Analysis }): ReactElement {
  const { t } = useLanguage();
  const most = Math.max(1, ...analysis.months.map((month) => month.carriedOut));
  return (
    <section className="card" aria-label={t('changeMonths')}>
      <header>
        <h2>{t('changeMonths')}</h2>
        <a
          className="link r"
          href={`/api/change-analysis/export?from=${analysis.first}&until=${analysis.last}`}
          download
        >
          {t('changeExport')}
        </a>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('changeMonthsTable')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('changeMonth')}</th>
              <td />
              {COLUMNS.map(([key, label]) => (
                <th key={key} scope="col" className="num">
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...analysis.months, analysis.total].map((month, index) => (
              <tr key={month.month} className={index === analysis.months.length ? 'total' : undefined}>
                <th scope="row">{index === analysis.months.length ? t('changeTotal') : month.month}</th>
                <td className="bars">
                  {index < analysis.months.length && month.carriedOut > 0 && (
                    <i className="meter" style={{ width: `${(month.carriedOut / most) * 100}%` }} />
                  )}
                </td>
                {COLUMNS.map(([key]) => (
                  <td key={key} className="num">
                    {month[key]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Trends({ analysis }: { analysis: Analysis }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <section className="card" aria-label={t('changeTrends')}>
      <header>
        <h2>{t('changeTrends')}</h2>
        <span className="sub">{t('changeTrendMethod')}</span>
      </header>
      <dl>
        {Object.entries(analysis.trends).map(([key, trend]) => (
          <div key={key} className="pair">
            <dt>{t(`changeTrend-${key}` as TextKey)}</dt>
            <dd>
              {t(`changeTrend-${trend.direction}` as TextKey, { values: trend.values, needed: trend.needed })}
              {trend.p !== null && (
                <small className="sub">
                  {' '}
                  {t('changeTrendP', { p: figure(trend.p, language), values: trend.values })}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Repeats({ analysis }: { analysis: Analysis }): ReactElement {
  const { t, nameOf } = useLanguage();
  const element = (id: string, name: string): ReactElement => (
    <Link className="link" to={`/register/${encodeURIComponent(id)}`}>
      {name}
    </Link>
  );
  return (
    <section className="card" aria-label={t('changeKinds')}>
      <h2>{t('changeKinds')}</h2>
      <dl>
        {analysis.kinds.map((each) => (
          <div key={each.kind} className="pair">
            <dt>{t(`changeKind-${each.kind}` as TextKey)}</dt>
            <dd>{t('changeKindLine', { now: each.carriedOut, before: each.before, failed: each.failed })}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('changeRepeated')}</h3>
      {analysis.repeated.length === 0 && <p className="sub">{t('changeRepeatedNone')}</p>}
      <dl>
        {analysis.repeated.map((each) => (
          <div key={`${each.kind}${each.element.id}`} className="pair">
            <dt>{element(each.element.id, nameOf(each.element))}</dt>
            <dd>
              {t('changeRepeatedLine', {
                kind: t(`changeKind-${each.kind}` as TextKey),
                times: each.carriedOut,
              })}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('changeMost')}</h3>
      <dl>
        {analysis.elements.slice(0, 10).map((each) => (
          <div key={each.element.id} className="pair">
            <dt>{element(each.element.id, nameOf(each.element))}</dt>
            <dd>{t('changeMostLine', { times: each.carriedOut, failed: each.failed })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Conclusions({ analysis }: { analysis: Analysis }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const { data, error } = useQuery({
    queryKey: ['change-conclusions'],
    queryFn: () => getJson<{ items: Conclusion[] }>('/api/change-conclusions'),
  });
  const conclude = useMutation({
    mutationFn: () => postJson('/api/change-conclusions', { first: analysis.first, last: analysis.last, text }),
    onSuccess: () => {
      setText('');
      return queries.invalidateQueries({ queryKey: ['change-conclusions'] });
    },
  });
  return (
    <section className="card" aria-label={t('changeConclusions')}>
      <h2>{t('changeConclusions')}</h2>
      <Fault error={error} />
      {data?.items.length === 0 && <p className="sub">{t('changeConclusionsNone')}</p>}
      {data?.items.map((each) => (
        <figure key={each.id}>
          <blockquote className="said">{each.text}</blockquote>
          <figcaption className="sub">
            {t('changeConclusionBy', {
              author: each.author,
              date: moment(each.writtenAt, language),
              first: each.first,
              last: each.last,
            })}
          </figcaption>
        </figure>
      ))}
      <May permission="edit-register">
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            conclude.mutate();
          }}
        >
          <LongField name="text" label={t('changeConcludeText')} value={text} onValue={setText} />
          <span className="btns">
            <button type="submit" className="btn" disabled={conclude.isPending || text.trim().length < 5}>
              {t('changeConclude')}
            </button>
          </span>
          <Fault error={conclude.error} />
        </form>
      </May>
    </section>
  );
}

function Deadline(): ReactElement | null {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['change-settings'],
    queryFn: () => getJson<Settings>('/api/change-settings'),
  });
  const save = useMutation({
    mutationFn: (settings: Settings) => saveSettings(settings, Number(typed)),
    onSuccess: (stored) => {
      queries.setQueryData(['change-settings'], stored);
      setTyped(null);
    },
    onError: () => queries.invalidateQueries({ queryKey: ['change-settings'] }),
  });
  if (!data) return null;
  return (
    <section className="card" aria-label={t('changeSettings')}>
      <form
        className="settings"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(data);
        }}
      >
        <label>
          {t('changeSettings')}{' '}
          <input
            className="field num"
            inputMode="numeric"
            size={4}
            value={typed ?? String(data.approveWithinHours)}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />{' '}
          {t('changeSettingsHours')}
        </label>
        <May permission="edit-register" everywhere>
          {typed !== null && (
            <button type="submit" className="btn" disabled={save.isPending}>
              {t('changeSave')}
            </button>
          )}
        </May>
        <Fault error={save.error} />
      </form>
    </section>
  );
}
