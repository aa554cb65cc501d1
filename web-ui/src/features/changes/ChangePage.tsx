import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ApprovalPanel } from '../../components/ApprovalPanel';
import { Fault } from '../../components/Fault';
import { State } from '../../components/State';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import { changePath, createChange, getChange, type View } from './api';
import { FormState } from './Fields';
import { ImpactCard } from './ImpactCard';
import { blank, numberOf } from './model';
import { ProposalForm } from './ProposalForm';
import { Done, Steps } from './Steps';
import { useOnlyUnit } from './UnitField';
import { type Draft, rulesOf, useProposal } from './useProposal';
import { useStay } from '../../lib/stay';
import './changes.css';

/** One change: what is meant, what hangs on it, who agrees, how it went. */
export function ChangePage(): ReactElement {
  const { id = '' } = useParams();
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery({ queryKey: ['change', id], queryFn: () => getChange(id) });
  usePage({ label: t('changeTitle'), to: '/changes' }, { label: numberOf(Number(id)) });
  return data ? <One key={id} fresh={data} /> : <State error={error} retry={() => void refetch()} />;
}

function One({ fresh }: { fresh: View }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const draft = useProposal(fresh);
  const may = useMay('edit-register');
  const { view } = draft;
  const { proposal } = view;
  const locked = !may || !(view.steps.includes('edit') || (view.steps.includes('reopen') && draft.reopened));
  const state = t(`changeState-${view.state}` as TextKey);
  return (
    <FormState value={{ broken: draft.broken, locked }}>
      <article className="changes">
        <div className="head">
          <div className="grow">
            <h1>{t('changeOpen', { number: numberOf(view.id), state, title: proposal.title })}</h1>
            <p className="lede">
              {t('changeOneLede', {
                kind: t(`changeKind-${proposal.kind}` as TextKey),
                route: t(`changeRoute-${proposal.route}` as TextKey),
                risk: t(`changeRisk-${proposal.risk}` as TextKey),
                by: view.createdBy,
                date: moment(view.createdAt, language),
              })}
            </p>
            {view.approvalDue && view.agreement !== 'given' && (
              <p className={view.overdue ? 'bad' : 'sub'}>
                {t(view.overdue ? 'changeOverdue' : 'changeDueBy', { date: moment(view.approvalDue, language) })}
              </p>
            )}
          </div>
        </div>
        <Bar draft={draft} locked={locked} may={may} />
        <Conflict draft={draft} />
        <div className="pair-of-cards">
          <div className="stack">
            <ProposalForm proposal={draft.proposal} known={view.elements} onChange={draft.change} />
          </div>
          <div className="stack">
            {view.missing.length > 0 && view.steps.includes('submit') && (
              <p className="card sub">
                {t('changeMissing', {
                  what: view.missing.map((each) => t(`changeField-${each}` as TextKey)).join(t('comma')),
                })}
              </p>
            )}
            {view.state !== 'cancelled' && (
              <ApprovalPanel
                path={changePath(view.id)}
                permission="edit-register"
                unsaved={draft.dirty}
                seen={view.version}
                onSubmitted={() =>
                  Promise.all(
                    [['change'], ['changes'], ['baselines']].map((queryKey) => queries.invalidateQueries({ queryKey })),
                  )
                }
              />
            )}
            {may && !draft.dirty && <Steps key={view.version} view={view} />}
            <Done view={view} />
            <ImpactCard view={view} dirty={draft.dirty} />
          </div>
        </div>
      </article>
    </FormState>
  );
}

function Bar({ draft, locked, may }: { draft: Draft; locked: boolean; may: boolean }): ReactElement {
  const { t } = useLanguage();
  useStay(draft.dirty);
  if (!may) return <p className="sub">{t('changeReadOnly')}</p>;
  if (locked)
    return (
      <p className="bar">
        {t(draft.view.steps.includes('reopen') ? 'changeLocked' : 'changeFixed')}
        {draft.view.steps.includes('reopen') && (
          <button type="button" className="btn" onClick={draft.reopen}>
            {t('changeReopen')}
          </button>
        )}
      </p>
    );
  return (
    <div className={draft.dirty ? 'bar dirty' : 'bar'}>
      <span role="status">
        {draft.dirty ? t('changeUnsaved') : draft.saved ? t('changeSaved') : draft.reopened ? t('changeReopened') : ''}
      </span>
      <span className="btns">
        {draft.dirty && (
          <button type="button" className="btn" onClick={draft.discard}>
            {t('changeDiscard')}
          </button>
        )}
        <button type="button" className="btn pri" disabled={!draft.dirty || draft.saving} onClick={draft.save}>
          {t('changeSave')}
        </button>
      </span>
      <Fault error={draft.error} />
    </div>
  );
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What another one has stored meanwhile, beside what one has typed; nothing of either is lost. */
function Conflict({ draft }: { draft: Draft }): ReactElement | null {
  const { t } = useLanguage();
  const { clashes } = draft;
  if (!clashes) return null;
  return (
    <section className="card failed" role="alert" aria-label={t('changeConflict')}>
      <h2>{t('changeConflict')}</h2>
      <p>{t(clashes.length === 0 ? 'changeConflictNone' : 'changeConflictHint')}</p>
      {clashes.length > 0 && (
        <div className="scroll">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('changeConflictBoth')}</th>
                <th scope="col">{t('changeConflictTheirs')}</th>
                <th scope="col">{t('changeConflictYours')}</th>
              </tr>
            </thead>
            <tbody>
              {clashes.map((clash) => (
                <tr key={clash.key}>
                  <th scope="row">
                    {clash.key === 'release' ? t('changeSection-release') : t(`changeField-${clash.key}` as TextKey)}
                  </th>
                  <td>{shown(clash.theirs)}</td>
                  <td>{shown(clash.mine)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="btns">
        <button type="button" className="btn pri" onClick={draft.save} disabled={draft.saving}>
          {t('changeKeepMine')}
        </button>
        <button type="button" className="btn" onClick={draft.takeTheirs}>
          {t('changeTakeTheirs')}
        </button>
      </p>
    </section>
  );
}

/** A change that is not stored yet; `?element=` names what it touches first. */
export function NewChangePage(): ReactElement {
  const { t } = useLanguage();
  const [query] = useSearchParams();
  const [typed, setProposal] = useState(() => blank(query.getAll('element')));
  const only = useOnlyUnit();
  const proposal = { ...typed, unit: typed.unit ?? only };
  const queries = useQueryClient();
  const navigate = useNavigate();
  const may = useMay('edit-register');
  usePage({ label: t('changeTitle'), to: '/changes' }, { label: t('changeNew') });
  const create = useMutation({
    mutationFn: () => createChange(proposal),
    onSuccess: async (stored) => {
      await queries.invalidateQueries({ queryKey: ['changes'] });
      await navigate(`/changes/${stored.id}`);
    },
  });
  useStay(proposal.title !== '' && !create.isSuccess);
  return (
    <FormState value={{ broken: rulesOf(create.error), locked: !may }}>
      <article className="changes">
        <h1>{t('changeNewTitle')}</h1>
        {may ? (
          <div className="bar">
            <Fault error={create.error} />
            <span className="btns">
              <button
                type="button"
                className="btn pri"
                disabled={create.isPending || proposal.title.trim() === ''}
                onClick={() => {
                  create.mutate();
                }}
              >
                {t('changeCreate')}
              </button>
            </span>
          </div>
        ) : (
          <p className="sub">{t('changeReadOnly')}</p>
        )}
        <div className="stack narrow">
          <ProposalForm
            proposal={proposal}
            known={[]}
            onChange={(part) => {
              setProposal({ ...proposal, ...part });
            }}
          />
        </div>
      </article>
    </FormState>
  );
}
