import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { RegisterViews } from '../../components/RegisterViews';
import { State } from '../../components/State';
import { type FindingsSummary, getJson } from '../../lib/api';
import { count, day } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { Kept } from './Kept';
import { broken, queryOf, TOPICS, topicText, wishOf } from './model';
import { RuleCard } from './RuleCard';
import './findings.css';

const STRENGTHS: { word: string; text: TextKey }[] = [
  { word: '', text: 'findingAll' },
  { word: 'shall', text: 'findingShall' },
  { word: 'should', text: 'findingShould' },
];

/** What does the register break of the guideline and the standards, and where is it mended? */
export function FindingsPage(): ReactElement {
  const { language, t } = useLanguage();
  const [params, setParams] = useSearchParams();
  usePage({ label: t('register'), to: '/register' }, { label: t('findingPage') });
  const { data, error, refetch } = useQuery({
    queryKey: ['findings', 'summary'],
    queryFn: () => getJson<FindingsSummary>('/api/findings/summary'),
    retry: 1,
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const wish = wishOf(params);
  const change = (key: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value) next.set(key, value);
    else next.delete(key);
    setParams(next, { replace: true });
  };
  const shown = broken(data.rules, wish);
  const found = shown.reduce((sum, rule) => sum + rule.count, 0);
  const { quality } = data;
  const number = (value: number): string => count(value, language);
  return (
    <div className="lint">
      <div className="head">
        <div className="grow">
          <h1>
            {data.total === 0
              ? t('findingHeadlineNone')
              : t('findingHeadline', { shall: number(data.shall), should: number(data.should) })}
          </h1>
          <p className="lede">
            {t('findingLede', {
              rules: broken(data.rules, { strength: '', topic: '' }).length,
              of: data.rules.length,
              day: day(data.asOf, language),
              owned: number(quality.owned),
              elements: number(quality.elements),
              verified: number(quality.verified),
              entries: number(quality.entries),
              recent: number(quality.recent),
            })}
          </p>
        </div>
        <div className="btns">
          <RegisterViews at="/register/findings" />
          {data.total > 0 && (
            <a
              className="btn"
              href={`/api/findings/export?${queryOf(wish)}language=${language}`}
              download="findings.csv"
            >
              {t('findingCsv')}
            </a>
          )}
        </div>
      </div>
      {data.total > 0 && (
        <div className="card narrow">
          <div className="seg" role="group" aria-label={t('findingStrength')}>
            {STRENGTHS.map(({ word, text }) => (
              <button
                key={word}
                type="button"
                aria-pressed={wish.strength === word}
                onClick={() => {
                  change('strength', word);
                }}
              >
                {t(text)}
              </button>
            ))}
          </div>
          <select
            className="field"
            aria-label={t('findingTopic')}
            value={wish.topic}
            onChange={(event) => {
              change('topic', event.target.value);
            }}
          >
            <option value="">{t('findingAnyTopic')}</option>
            {TOPICS.map((topic) => (
              <option key={topic} value={topic}>
                {t(topicText(topic))}
              </option>
            ))}
          </select>
          <span className="sub of" role="status">
            {t('findingFound', { found: number(found) })}
          </span>
        </div>
      )}
      {data.total > 0 && found === 0 && (
        <section className="card">
          <p>{t('findingNoneHere')}</p>
          <button
            type="button"
            className="btn"
            onClick={() => {
              setParams({}, { replace: true });
            }}
          >
            {t('findingShowAll')}
          </button>
        </section>
      )}
      {shown.map((rule) => (
        <RuleCard key={rule.code} rule={rule} stamp={`${data.revision} ${data.asOf}`} />
      ))}
      <Kept rules={data.rules} />
    </div>
  );
}
