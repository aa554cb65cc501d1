import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { FindingLines, StrengthMark } from '../../components/FindingLines';
import { type FindingView, getJson, type Listing, type RuleCount } from '../../lib/api';
import { count } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { ruleText } from './model';

const FIRST = 5;
const STEP = 50;
/** The largest page of the service. */
const MOST = 500;

/** A rule with its clause and what breaks it; more lines come on request. */
export function RuleCard({ rule, stamp }: { rule: RuleCount; stamp: string }): ReactElement {
  const { language, t } = useLanguage();
  const [size, setSize] = useState(FIRST);
  const { data, error } = useQuery({
    queryKey: ['findings', 'rule', rule.code, size, stamp],
    queryFn: () => getJson<Listing<FindingView>>(`/api/findings?rule=${rule.code}&size=${size}`),
    placeholderData: (before) => before,
    retry: 1,
  });
  const shown = data?.items.length ?? 0;
  const more = Math.min(STEP, rule.count - shown, MOST - shown);
  return (
    <section className="card rule" aria-label={t(ruleText(rule.code))}>
      <header>
        <h2>
          {t(ruleText(rule.code))} <span className="sub">{count(rule.count, language)}</span>
        </h2>
        <p className="clauses">
          <StrengthMark strength={rule.strength} />
          {rule.clauses[language]?.map((clause) => (
            <span key={clause} className="sub">
              {clause}
            </span>
          ))}
        </p>
      </header>
      {error && <Fault error={error} />}
      {!data && !error && (
        <p className="sub" role="status">
          {t('loading')}
        </p>
      )}
      {data && <FindingLines findings={data.items} />}
      {data && more > 0 && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            setSize(shown + more);
          }}
        >
          {t('findingMore', { more: count(more, language) })}
        </button>
      )}
      {shown >= MOST && rule.count > MOST && (
        <p className="sub">
          {t('findingTooMany', { shown: count(shown, language), total: count(rule.count, language) })}
        </p>
      )}
    </section>
  );
}
