import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Said } from '../../components/Fault';
import { FindingLines } from '../../components/FindingLines';
import { type FindingView, getJson, type Listing } from '../../lib/api';
import { hours as time } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { Related, View } from './api';

const RULES = new Set(['targets-contradict', 'need-recovers-later', 'need-loses-more-data']);
const SHOWN = 6;

/** Targets along the chain with the way that leads there, and the conflicts that the linter finds. */
export function Chain({ view }: { view: View }): ReactElement {
  const { t } = useLanguage();
  const late = view.needs.items.filter((each) => each.late || each.losesMore).length;
  const findings = useQuery({
    queryKey: ['findings', 'bia', view.thing.id],
    queryFn: () => getJson<Listing<FindingView>>(`/api/findings?size=100&element=${encodeURIComponent(view.thing.id)}`),
  });
  const conflicts = findings.data?.items.filter((each) => RULES.has(each.code)) ?? [];
  return (
    <section className="card chain" aria-label={t('biaChain')}>
      <header>
        <h2>{t('biaChain')}</h2>
        <span className={late > 0 ? 'r bad' : 'r'}>
          {view.needs.total > 0 && t(late > 0 ? 'biaChainLate' : 'biaChainFine', { late, total: view.needs.total })}
        </span>
      </header>
      <Relations title="biaChainNeeds" list={view.needs} view={view} downwards />
      <Relations title="biaChainNeededBy" list={view.neededBy} view={view} downwards={false} />
      <h3>{t('biaFindings')}</h3>
      {findings.error ? (
        <p className="bad">
          <Said error={findings.error} />
        </p>
      ) : conflicts.length === 0 ? (
        <p className="sub">{t(findings.data ? 'biaFindingsNone' : 'loading')}</p>
      ) : (
        <FindingLines findings={conflicts.slice(0, SHOWN)} marked />
      )}
    </section>
  );
}

function Relations({
  title,
  list,
  view,
  downwards,
}: {
  title: 'biaChainNeeds' | 'biaChainNeededBy';
  list: View['needs'];
  view: View;
  downwards: boolean;
}): ReactElement {
  const { t } = useLanguage();
  return (
    <>
      <h3>{t(title)}</h3>
      {list.items.length === 0 ? (
        <p className="sub">{t('biaChainNone')}</p>
      ) : (
        <ul className="related">
          {list.items.slice(0, SHOWN).map((each) => (
            <One key={each.thing.id} each={each} view={view} downwards={downwards} />
          ))}
        </ul>
      )}
      {list.total > SHOWN && <p className="sub">{t('biaChainMore', { count: list.total - SHOWN })}</p>}
    </>
  );
}

function One({ each, view, downwards }: { each: Related; view: View; downwards: boolean }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const own = view.record.objectives?.rto ?? null;
  const gap = own === null || each.rtoHours === null ? null : downwards ? each.rtoHours - own : own - each.rtoHours;
  const steps = each.way
    .slice(1)
    .map((thing, i) => t('biaChainNeed', { one: nameOf(each.way[i] ?? thing), other: nameOf(thing) }));
  return (
    <li className={each.late || each.losesMore ? 'late' : ''}>
      <Link className="link" to={`/impact/${encodeURIComponent(each.thing.id)}`}>
        {nameOf(each.thing)}
      </Link>
      <span className="num">{each.rtoHours === null ? '–' : `${t('rto')} ${time(each.rtoHours, language)}`}</span>
      {each.late && (
        <span className="bad">
          {gap !== null && gap > 0 ? t('biaChainIsLate', { gap: time(gap, language) }) : t('biaChainIsLateOnly')}
        </span>
      )}
      {each.losesMore && <span className="bad">{t('biaChainLoses')}</span>}
      <small className="sub">{t('biaChainBecause', { way: steps.join(t('biaChainThen')) })}</small>
    </li>
  );
}
