import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { Many } from '../../components/Many';
import { Empty, State } from '../../components/State';
import { Due, Validity } from '../../components/Validity';
import { getJson } from '../../lib/api';
import { decide, versionPage } from '../../lib/approval';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useSession } from '../../lib/session';
import './approvals.css';
import { type Group, GROUPS, grouped, type Line } from './model';

/** What waits for whoever is signed in, what they submitted, what is due for review, and what is approved. */
export function ApprovalsPage(): ReactElement {
  const { t, language } = useLanguage();
  usePage({ label: t('approvalRoom') });
  const demo = useSession()?.state === 'demo';
  const { data, error, refetch } = useQuery({
    queryKey: ['approvals', language],
    queryFn: () => getJson<{ items: Line[] }>(`/api/approvals?language=${language}`),
    refetchInterval: 60_000,
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  if (data.items.length === 0)
    return (
      <Empty title={t('approvalNothing')}>
        <p>{t(demo ? 'approvalDemo' : 'approvalNothingHint')}</p>
        <p className="btns">
          <Link className="btn pri" to="/plans">
            {t('planTitle')}
          </Link>
          <Link className="btn" to="/drills">
            {t('drills')}
          </Link>
        </p>
      </Empty>
    );
  const groups = grouped(data.items);
  const due = data.items.filter((line) => line.due.length > 0).length;
  return (
    <div className="approvals">
      <div className="head">
        <div className="grow">
          <h1>
            {t(groups.yours.length > 0 ? 'approvalHeadline' : 'approvalHeadlineNone', { count: groups.yours.length })}
          </h1>
          <p className="lede">
            {t(due > 0 ? 'approvalDueCount' : 'approvalDueNone', { count: due })} {demo && t('approvalDemo')}
          </p>
        </div>
      </div>
      {GROUPS.filter((group) => groups[group].length > 0).map((group) => (
        <Lines key={group} group={group} lines={groups[group]} />
      ))}
    </div>
  );
}

function Lines({ group, lines }: { group: Group; lines: Line[] }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const several = group === 'yours' && lines.length > 1;
  return (
    <section className="card" aria-label={t(`approvalGroup-${group}`)}>
      <header>
        <h2>{t(`approvalGroup-${group}`)}</h2>
        <span className="r">{lines.length}</span>
      </header>
      {several && (
        <label className="check">
          <input
            type="checkbox"
            checked={lines.every((line) => chosen.has(line.newest.document))}
            onChange={(event) => {
              setChosen(new Set(event.target.checked ? lines.map((line) => line.newest.document) : []));
            }}
          />
          {t('chooseAll')}
        </label>
      )}
      <Many
        items={lines.filter((line) => chosen.has(line.newest.document))}
        label={t('approvalApproveChosen')}
        nameOf={(line) => line.newest.title}
        act={(line) => decide(line.newest, true, '')}
        onEnd={(failed) => {
          setChosen(new Set(failed.map((each) => each.item.newest.document)));
          return Promise.all(
            ['bia', 'approvals', 'approval'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
          );
        }}
      />
      <ul>
        {lines.map((line) => (
          <One
            key={line.newest.document}
            line={line}
            {...(several
              ? {
                  chosen: chosen.has(line.newest.document),
                  onChoose: (on: boolean) => {
                    const others = [...chosen].filter((each) => each !== line.newest.document);
                    setChosen(new Set(on ? [...others, line.newest.document] : others));
                  },
                }
              : {})}
          />
        ))}
      </ul>
    </section>
  );
}

function One({
  line,
  chosen = false,
  onChoose,
}: {
  line: Line;
  chosen?: boolean;
  /** Where several can be decided at once. */
  onChoose?: (on: boolean) => void;
}): ReactElement {
  const { t, language } = useLanguage();
  const { newest, approved } = line;
  const decided = newest.decidedAt;
  return (
    <li>
      <span className="title">
        {onChoose && (
          <input
            type="checkbox"
            aria-label={t('choose', { name: newest.title })}
            checked={chosen}
            onChange={(event) => {
              onChoose(event.target.checked);
            }}
          />
        )}
        <Link className="link" to={versionPage(newest)}>
          {newest.title}
        </Link>{' '}
        <span
          className={newest.state === 'rejected' ? 'chip warn' : newest.state === 'submitted' ? 'chip acc' : 'chip'}
        >
          {t('approvalVersion', { number: newest.number })} · {t(`approvalState-${newest.state}`)}
        </span>
      </span>
      <span className="sub">
        {decided
          ? t(`approvalBy-${newest.state}`, { name: newest.decidedBy ?? '', date: moment(decided, language) })
          : t('approvalBy-submitted', { name: newest.submittedBy, date: moment(newest.submittedAt, language) })}
        {newest.reason ? ` ${t('approvalSaid', { words: newest.reason })}` : ''}
      </span>
      {approved && (
        <span className="sub">
          {approved.number !== newest.number && t('approvalStillHolds', { number: approved.number })}{' '}
          <Validity version={approved} />
        </span>
      )}
      <Due reasons={line.due} />
    </li>
  );
}
