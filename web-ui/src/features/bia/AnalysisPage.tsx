import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { ApprovalPanel } from '../../components/ApprovalPanel';
import { EvidencePanel } from '../../components/evidence/EvidencePanel';
import { Fault } from '../../components/Fault';
import { LossCurve } from '../../components/LossCurve';
import { State } from '../../components/State';
import { versionOf } from '../../lib/approval';
import { violationsOf } from '../../lib/answer';
import { getJson, type Meta } from '../../lib/api';
import { day, hours as time } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import { dayOfMoment } from '../../lib/zone';
import { analysisPath, getAnalysis, getScales, type Loaded, type Scales, type Violation } from './api';
import { Chain } from './Chain';
import { Conflicts } from './Conflicts';
import { Curve } from './Curve';
import { Copies, Details } from './Details';
import { FormState, Rule } from './Fields';
import { Happened } from './Happened';
import { LevelGrid } from './LevelGrid';
import { Missing } from './Missing';
import { withValue } from './model';
import { Money, Runs, useEstimates } from './Runs';
import { SideList } from './SideList';
import { Rests, Targets } from './Targets';
import { type DraftState, useDraft } from './useDraft';
import { useStay } from '../../lib/stay';
import './bia.css';

/** One impact analysis: what is said, what follows from it, and where its approval stands. */
export function AnalysisPage(): ReactElement {
  const { id = '' } = useParams();
  const { t, nameOf } = useLanguage();
  const { data, error, refetch } = useQuery({ queryKey: ['bia', id, 'analysis'], queryFn: () => getAnalysis(id) });
  const scales = useQuery({ queryKey: ['bia', 'scales'], queryFn: getScales });
  usePage({ label: t('biaTitle'), to: '/impact' }, { label: data ? nameOf(data.view.thing) : id });
  return (
    <div className="bia">
      <SideList current={id} />
      {data && scales.data ? (
        <Editor key={id} id={id} first={data} scales={scales.data.scales} />
      ) : (
        <State error={error ?? scales.error} retry={() => void Promise.all([refetch(), scales.refetch()])} />
      )}
    </div>
  );
}

function headline(draft: DraftState, name: string, language: 'en' | 'zh-Hant', t: Translate): string {
  const { mtpd, rto } = draft.record.objectives ?? {};
  const late = draft.loaded.view.needs.items.filter((each) => each.late || each.losesMore).length;
  if (mtpd === undefined) return t('biaHead-open', { name });
  if (rto === undefined) return t('biaHead-mtpd', { name, mtpd: time(mtpd, language) });
  const values = { name, mtpd: time(mtpd, language), rto: time(rto, language) };
  return late > 0 ? t('biaHead-knownLate', { ...values, count: late }) : t('biaHead-known', values);
}

function Editor({ id, first, scales }: { id: string; first: Loaded; scales: Scales }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const queries = useQueryClient();
  const draft = useDraft(id, first);
  const may = useMay('edit-register');
  const meta = useQuery({ queryKey: ['meta'], queryFn: () => getJson<Meta>('/api/meta') });
  const estimates = useEstimates(id);
  const { record, loaded, change } = draft;
  const { view } = loaded;
  const { standing } = view;
  const locked = !may || standing.waiting !== null || (standing.locked && !draft.reopened);
  const proposals = draft.preview?.proposals ?? view.proposals;
  const currency = meta.data?.organisation?.currency ?? 'TWD';
  const worst = estimates.items?.[0];
  const peaks = (record['x-bia']?.peaks ?? []).map((peak) => peak.when).join(language === 'en' ? '; ' : '；');
  const loss = record.impact?.loss ?? [];
  const onKey = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !typing && !locked) {
      event.preventDefault();
      draft.undo();
    }
  };
  return (
    <FormState value={{ broken: draft.broken, locked }}>
      <article className="analysis" onKeyDown={onKey}>
        <div className="head">
          <div className="grow">
            <h1>{headline(draft, nameOf(view.thing), language, t)}</h1>
            <p className="lede">
              {[
                t(`biaOne-${view.thing.type as 'process'}`),
                record.tier === undefined ? t('biaTierNone') : t('biaTierN', { tier: record.tier }),
                record.owner && t('biaLedeOwner', { owner: record.owner }),
                peaks && t('biaLedePeak', { peaks }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <Link className="btn" to={`/register/${encodeURIComponent(id)}`}>
            {t('biaRegister')}
          </Link>
        </div>
        <Bar draft={draft} locked={locked} may={may} />
        <Conflicts draft={draft} />
        <div className="pair-of-cards">
          <section className="card" aria-label={t('biaGrid')}>
            <header>
              <h2>{t('biaGrid')}</h2>
              <span className="sub">
                {t('biaGridScale', {
                  first: scales.levels[0]?.names[language] ?? '',
                  top: scales.levels.length - 1,
                  last: scales.levels.at(-1)?.names[language] ?? '',
                })}
              </span>
              <span className="r">{t('biaGridCarried')}</span>
            </header>
            <LevelGrid record={record} scales={scales} currency={currency} onRecord={change} />
            <div className="beneath">
              <Rests name="impact" record={record} onRecord={change} />
            </div>
          </section>
          <section className="card" aria-label={t('biaCurve')}>
            <header>
              <h2>{t('biaCurve')}</h2>
              <span className="r">{t('biaCurveHint')}</span>
            </header>
            <Curve
              record={record}
              scales={scales}
              rto={record.objectives?.rto ?? null}
              mtpd={record.objectives?.mtpd ?? null}
              proposedRto={proposals.rto.hours}
              proposedMtpd={proposals.mtpd.hours}
            />
            {loss.length > 1 && (
              <>
                <h3>
                  {t('biaLoss')} <span className="sub">{t('biaLossHint')}</span>
                </h3>
                <LossCurve
                  loss={loss}
                  currency={currency}
                  rto={record.objectives?.rto ?? null}
                  mtpd={record.objectives?.mtpd ?? null}
                />
                <label className="tick">
                  <input
                    type="checkbox"
                    disabled={locked}
                    checked={record.impact?.proRata ?? false}
                    onChange={(event) => {
                      change(withValue(record, ['impact', 'proRata'], event.target.checked || undefined));
                    }}
                  />
                  {t('biaProRata')}
                </label>
              </>
            )}
          </section>
        </div>
        <div className="pair-of-cards">
          <div className="stack">
            <Fault error={draft.previewError} />
            <Targets
              record={record}
              proposals={proposals}
              scales={scales}
              view={view}
              currency={currency}
              onRecord={change}
            />
            <Details record={record} onRecord={change} worstP95={worst && worst.recovery.p95} />
            <Copies record={record} onRecord={change} proposal={proposals.backup} view={view} />
          </div>
          <div className="stack">
            <Runs record={record} view={view} estimates={estimates.items} error={estimates.error} />
            <Money record={record} id={id} currency={currency} estimates={estimates.items} />
            <Chain view={view} />
          </div>
        </div>
        <Missing paths={draft.preview?.missing ?? view.missing} />
        <ApprovalPanel
          path={analysisPath(id)}
          permission="edit-register"
          seen={versionOf(draft.loaded.tag)}
          unsaved={draft.dirty}
          onSubmitted={() => queries.invalidateQueries({ queryKey: ['bia'] })}
        />
        {standing.number !== null && may && <Happened id={id} />}
        <EvidencePanel subjectType="element" subject={id} />
      </article>
    </FormState>
  );
}

/** What is stored and what is not, with the ways on; it stays in sight. */
function Bar({ draft, locked, may }: { draft: DraftState; locked: boolean; may: boolean }): ReactElement | null {
  const { t, language } = useLanguage();
  const { standing } = draft.loaded.view;
  useStay(draft.dirty);
  const broken = violationsOf(draft.error) as Violation[];
  if (!may) return <p className="sub">{t('biaReadOnly')}</p>;
  if (standing.waiting !== null) return <p className="bar">{t('biaLockedWaiting', { number: standing.waiting })}</p>;
  if (locked)
    return (
      <p className="bar">
        {t('biaLocked', {
          number: standing.number ?? 0,
          name: standing.approvedBy ?? '',
          date: standing.approvedAt ? day(dayOfMoment(standing.approvedAt), language) : '',
        })}
        <button type="button" className="btn" onClick={draft.reopen}>
          {t('biaReopen')}
        </button>
      </p>
    );
  return (
    <div className={draft.dirty ? 'bar dirty' : 'bar'}>
      <span role="status">
        {draft.dirty ? t('biaUnsaved') : draft.saved ? t('biaSaved') : draft.reopened ? t('biaReopened') : ''}
      </span>
      <span className="btns">
        {draft.canUndo && (
          <button type="button" className="btn" onClick={draft.undo}>
            {t('biaUndo')}
          </button>
        )}
        {draft.dirty && (
          <button type="button" className="btn" onClick={draft.discard}>
            {t('biaDiscard')}
          </button>
        )}
        <button type="button" className="btn pri" disabled={!draft.dirty || draft.saving} onClick={draft.save}>
          {t('biaSave')}
        </button>
      </span>
      {broken.length > 0 ? (
        <div className="bad" role="alert">
          <p>{t('biaBroken', { count: broken.length })}</p>
          <ul>
            {broken.map((each) => (
              <li key={each.path}>
                <code>{each.path}</code> <Rule violation={each} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <Fault error={draft.error} />
      )}
    </div>
  );
}
