import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useParams } from 'react-router';
import { ApprovalPanel } from '../../components/ApprovalPanel';
import { Fault } from '../../components/Fault';
import { State } from '../../components/State';
import { isMeanwhile, violationsOf } from '../../lib/answer';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import { useStay } from '../../lib/stay';
import { cancelPlan, type Content, getPlan, planPath, savePlan, type View, type Violation } from './api';
import { PlanForm, TextField } from './Fields';
import { CARD_OF, filledOf, minutesOf, numberOf, same } from './model';
import { PlanFields } from './PlanFields';
import { PredictionCard } from './PredictionCard';
import { SealCard } from './SealCard';
import './drillplans.css';

/** One plan: what it says, what it lacks, what the model predicts, who agrees. */
export function PlanPage(): ReactElement {
  const { id = '' } = useParams();
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery({ queryKey: ['drill-plan', id], queryFn: () => getPlan(id) });
  usePage(
    { label: t('drills'), to: '/drills' },
    { label: t('dplTitle'), to: '/drills/plans' },
    { label: numberOf(id) },
  );
  return data ? <One key={id} stored={data} /> : <State error={error} retry={() => void refetch()} />;
}

function One({ stored }: { stored: View }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(stored);
  const [content, setContent] = useState(stored.content);
  const [reopened, setReopened] = useState(false);
  const dirty = !same(content, seen.content);
  if (!dirty && stored !== seen) {
    setSeen(stored);
    setContent(stored.content);
  }
  const take = (view: View): void => {
    setSeen(view);
    setContent(view.content);
    setReopened(false);
    queries.setQueryData(['drill-plan', String(view.id)], view);
    for (const key of ['drill-plans', 'approval', 'approvals', 'drills'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
  const save = useMutation({
    mutationFn: (version: number) => savePlan(seen.id, version, content, reopened),
    onSuccess: take,
  });
  const may = useMay('plan-drills');
  const locked = !may || !(seen.steps.includes('edit') || (seen.steps.includes('reopen') && reopened));
  useStay(dirty);
  return (
    <PlanForm value={{ broken: violationsOf(save.error) as Violation[], locked }}>
      <article className="drillplan">
        <Head view={seen} content={content} />
        <div className={dirty ? 'bar dirty' : 'bar'}>
          <span role="status">
            {dirty
              ? t('dplUnsaved')
              : !may
                ? t('dplReadOnly')
                : locked
                  ? t(`dplLocked-${seen.stage}` as TextKey)
                  : t('dplSaved')}
          </span>
          <span className="btns">
            {may && seen.steps.includes('reopen') && !reopened && (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  setReopened(true);
                }}
              >
                {t('dplReopen')}
              </button>
            )}
            {dirty && (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  setContent(seen.content);
                  save.reset();
                }}
              >
                {t('dplDiscard')}
              </button>
            )}
            {!locked && (
              <button
                type="button"
                className="btn pri"
                disabled={!dirty || save.isPending}
                onClick={() => {
                  save.mutate(seen.version);
                }}
              >
                {t('dplSave')}
              </button>
            )}
          </span>
          <Fault error={save.error} />
          {isMeanwhile(save.error) && (
            <Meanwhile
              id={seen.id}
              onMine={(version) => {
                save.mutate(version);
              }}
              onTheirs={take}
            />
          )}
        </div>
        <div className="pair-of-cards">
          <div className="stack">
            <PlanFields
              content={content}
              onChange={(part: Partial<Content>) => {
                setContent({ ...content, ...part });
                if (save.isError) save.reset();
              }}
            />
          </div>
          <div className="stack">
            <Mandatory view={seen} />
            <PredictionCard view={seen} dirty={dirty} may={may} />
            {!seen.content.announced && <SealCard view={seen} may={may} />}
            {seen.stage !== 'cancelled' && (
              <ApprovalPanel
                path={planPath(seen.id)}
                permission="plan-drills"
                unsaved={dirty}
                seen={seen.version}
                onSubmitted={() => queries.invalidateQueries({ queryKey: ['drill-plan'] })}
              />
            )}
            {may && !dirty && seen.steps.includes('cancel') && <Cancel view={seen} onDone={take} />}
          </div>
        </div>
      </article>
    </PlanForm>
  );
}

/** Where the page that runs a drill has something to show. */
const RUNNABLE = new Set(['approved', 'running', 'ended', 'closed']);

function Head({ view, content }: { view: View; content: Content }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <div className="head">
      <div className="grow">
        <h1>
          {t('dplOpen', {
            number: numberOf(view.id),
            stage: t(`dplStage-${view.stage}`),
            title: content.title,
          })}
        </h1>
        <p className="lede">
          {t('dplOneLede', {
            filled: filledOf(view),
            count: minutesOf(content),
            by: view.createdBy,
            date: moment(view.createdAt, language),
          })}
        </p>
        {RUNNABLE.has(view.stage) && (
          <p>
            <Link
              className={view.stage === 'approved' || view.stage === 'running' ? 'btn pri' : 'btn'}
              to={`/drills/plans/${view.id}/run`}
            >
              {t(`dplRun-${view.stage}` as TextKey)}
            </Link>
            {content.types.includes('desktop') && content.scenario !== null && (
              <>
                {' '}
                <Link className="btn" to={`/drills/plans/${view.id}/play`}>
                  {t('playLink')}
                </Link>
              </>
            )}
          </p>
        )}
        {view.cancelledWhy && <p className="sub">{t('dplCancelledWhy', { why: view.cancelledWhy })}</p>}
      </div>
      {(view.stage === 'ended' || view.stage === 'closed') && (
        <Link className="btn pri" to={`/drills/plans/${view.id}/report`}>
          {t('reportLink')}
        </Link>
      )}
    </div>
  );
}

/** Another one has saved meanwhile: what one has typed can be saved over it, or theirs is taken. */
function Meanwhile({
  id,
  onMine,
  onTheirs,
}: {
  id: number;
  onMine: (version: number) => void;
  onTheirs: (view: View) => void;
}): ReactElement {
  const { t } = useLanguage();
  const load = async (then: (view: View) => void): Promise<void> => {
    then(await getPlan(String(id)));
  };
  return (
    <span className="btns">
      <button
        type="button"
        className="btn"
        onClick={() =>
          void load((view) => {
            onMine(view.version);
          })
        }
      >
        {t('dplKeepMine')}
      </button>
      <button type="button" className="btn" onClick={() => void load(onTheirs)}>
        {t('dplTakeTheirs')}
      </button>
    </span>
  );
}

/** The eight mandatory fields, each with a tick or a way to where it is filled in. */
function Mandatory({ view }: { view: View }): ReactElement {
  const { t } = useLanguage();
  const more = view.missing.filter((key) => key === 'types' || key === 'desktopOnlyReason');
  return (
    <section className="card mandatory" aria-label={t('dplMandatory')}>
      <h2>{t('dplMandatory')}</h2>
      <ol>
        {view.fields.map((field) => (
          <li key={field.key} className={field.missing.length > 0 ? 'lacks' : undefined}>
            <a className="link" href={`#dpl-${CARD_OF[field.key] ?? 'what'}`}>
              {t(`dplMandatory-${field.key}` as TextKey)}
            </a>
            <span>{t(field.missing.length > 0 ? 'dplMissing' : 'dplThere')}</span>
          </li>
        ))}
      </ol>
      {more.length > 0 && (
        <p className="sub">
          {t('dplMissingToo', { what: more.map((key) => t(`dplField-${key}` as TextKey)).join(t('comma')) })}
        </p>
      )}
    </section>
  );
}

function Cancel({ view, onDone }: { view: View; onDone: (view: View) => void }): ReactElement {
  const { t } = useLanguage();
  const [why, setWhy] = useState('');
  const [open, setOpen] = useState(false);
  const cancel = useMutation({ mutationFn: () => cancelPlan(view.id, why), onSuccess: onDone });
  return (
    <PlanForm value={{ broken: violationsOf(cancel.error) as Violation[], locked: false }}>
      <section className="card" aria-label={t('dplNext')}>
        <h2>{t('dplNext')}</h2>
        {open && <TextField path="why" label={t('dplCancelWhy')} long value={why} onValue={setWhy} />}
        <p className="btns">
          {open ? (
            <button
              type="button"
              className="btn pri"
              disabled={cancel.isPending}
              onClick={() => {
                cancel.mutate();
              }}
            >
              {t('dplCancelNow')}
            </button>
          ) : (
            <button
              type="button"
              className="btn"
              onClick={() => {
                setOpen(true);
              }}
            >
              {t('dplCancel')}
            </button>
          )}
          <Link className="btn" to="/drills/plans">
            {t('dplToList')}
          </Link>
        </p>
        <Fault error={cancel.error} />
      </section>
    </PlanForm>
  );
}
