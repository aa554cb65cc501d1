import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { EvidencePanel } from '../../components/evidence/EvidencePanel';
import { Fault } from '../../components/Fault';
import { State } from '../../components/State';
import { isMeanwhile } from '../../lib/answer';
import { day, moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import { useStay } from '../../lib/stay';
import { ActionForm } from './ActionForm';
import { type ActionView, type Content, createAction, getAction, saveAction, type Status, takeStep } from './api';
import { blank, isSilent, missing, numberOf, sourcePage } from './model';
import './actions.css';

/** One action: what is to be done, what became of it, what shows it. */
export function OneActionPage(): ReactElement {
  const { id = '' } = useParams();
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery({ queryKey: ['action', id], queryFn: () => getAction(id) });
  usePage({ label: t('actionTitle'), to: '/actions' }, { label: numberOf(Number(id)) });
  return data ? <One key={data.id} view={data} /> : <State error={error} retry={() => void refetch()} />;
}

function useStored(): (stored: ActionView) => Promise<void> {
  const queries = useQueryClient();
  return async (stored) => {
    queries.setQueryData(['action', String(stored.id)], stored);
    await queries.invalidateQueries({ queryKey: ['actions'] });
  };
}

function One({ view }: { view: ActionView }): ReactElement {
  const { t, language } = useLanguage();
  const [typed, setTyped] = useState<Partial<Content>>({});
  const [seen, setSeen] = useState<ActionView | null>(null); // what stood here when somebody began to type
  const content = { ...view.content, ...typed };
  const dirty = JSON.stringify(content) !== JSON.stringify(view.content);
  const may = useMay('plan-drills');
  const stored = useStored();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => saveAction(meanwhile ? view : (seen ?? view), content),
    onError: (error) => {
      if (isMeanwhile(error)) void queries.invalidateQueries({ queryKey: ['action', String(view.id)] }); // theirs is shown beside what is typed
    },
    onSuccess: async (next) => {
      setTyped({});
      setSeen(null);
      await stored(next);
    },
  });
  const meanwhile: boolean = isMeanwhile(save.error);
  useStay(dirty);
  const { status } = view.progress;
  const locked = !may || status === 'verified' || status === 'dropped';
  const due = view.content.due ? day(view.content.due, language) : '';
  return (
    <article className="actions">
      <div className="head">
        <div className="grow">
          <h1>
            {t('actionOpen', {
              number: numberOf(view.id),
              title: view.content.title,
              status: t(`actionStatus-${status}`),
            })}
          </h1>
          <p className="lede">
            {t(view.content.owner && due ? 'actionOneLede' : 'actionOneLedeOpen', { owner: view.content.owner, due })}{' '}
            {view.overdue && <span className="bad">{t('actionOverdueLong')}</span>}
          </p>
        </div>
        {dirty && (
          <span className="btns">
            <button
              type="button"
              className="btn"
              onClick={() => {
                setTyped({});
                setSeen(null);
                save.reset();
              }}
            >
              {t('actionDiscard')}
            </button>
            <button
              type="button"
              className="btn pri"
              disabled={save.isPending || (meanwhile && seen?.version === view.version)}
              onClick={() => {
                save.mutate();
              }}
            >
              {t(meanwhile ? 'saveOverTheirs' : 'actionSave')}
            </button>
          </span>
        )}
      </div>
      <Fault error={save.error} />
      <div className="pair-of-cards">
        <ActionForm
          content={content}
          error={save.error}
          locked={locked}
          onChange={(part) => {
            setSeen(dirty && seen ? seen : view);
            setTyped({ ...typed, ...part });
          }}
        />
        <div className="stack">
          <Steps key={view.version} view={view} dirty={dirty} may={may || view.own} />
          <Source view={view} />
          <EvidencePanel subjectType="action" subject={String(view.id)} />
        </div>
      </div>
    </article>
  );
}

function Steps({ view, dirty, may }: { view: ActionView; dirty: boolean; may: boolean }): ReactElement {
  const { t, language } = useLanguage();
  const [next, setNext] = useState<Status | null>(null);
  const [words, setWords] = useState('');
  const stored = useStored();
  const step = useMutation({
    mutationFn: (status: Status) => takeStep(view, status, words),
    onSuccess: stored,
  });
  const { progress } = view;
  const lacking = missing(view.content);
  return (
    <section className="card" aria-label={t('actionProgress')}>
      <h2>{t(`actionStands-${progress.status}`)}</h2>
      {progress.words && <p className="said">{progress.words}</p>}
      {progress.doneBy && progress.doneAt && (
        <p className="sub">{t('actionDoneBy', { name: progress.doneBy, date: moment(progress.doneAt, language) })}</p>
      )}
      {progress.verifiedBy && progress.verifiedAt && (
        <p className="sub">
          {t('actionVerifiedBy', { name: progress.verifiedBy, date: moment(progress.verifiedAt, language) })}
        </p>
      )}
      {lacking.length > 0 && view.steps.includes('done') && (
        <p className="sub">
          {t('actionLacking', { what: lacking.map((key) => t(`actionField-${key}`)).join(t('comma')) })}
        </p>
      )}
      {may && dirty && <p className="sub">{t('actionSaveFirst')}</p>}
      {may && !dirty && next === null && (
        <p className="btns">
          {view.steps.map((status) => (
            <button
              key={status}
              type="button"
              className={status === 'done' || status === 'verified' ? 'btn pri' : 'btn'}
              disabled={step.isPending || (status === 'done' && lacking.length > 0)}
              onClick={() => {
                if (isSilent(status)) step.mutate(status);
                else setNext(status);
              }}
            >
              {t(`actionStep-${status}`)}
            </button>
          ))}
        </p>
      )}
      {next !== null && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            step.mutate(next);
          }}
        >
          <label className="labelled">
            <span>{t(`actionWords-${next}` as TextKey)}</span>
            <textarea
              className="field"
              rows={3}
              required
              minLength={5}
              maxLength={5000}
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
              }}
            />
          </label>
          <p className="btns">
            <button type="submit" className="btn pri" disabled={step.isPending || words.trim().length < 5}>
              {t(`actionStep-${next}`)}
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => {
                setNext(null);
              }}
            >
              {t('actionCancel')}
            </button>
          </p>
        </form>
      )}
      <Fault error={step.error} />
    </section>
  );
}

function Source({ view }: { view: ActionView }): ReactElement {
  const { t, language } = useLanguage();
  const page = sourcePage(view.source);
  const from = t(`actionFrom-${view.source.type}` as TextKey, { id: view.source.id ?? '' });
  return (
    <section className="card" aria-label={t('actionSource')}>
      <h2>{t('actionSource')}</h2>
      <p>
        {page ? (
          <Link className="link" to={page}>
            {from}
          </Link>
        ) : (
          from
        )}
      </p>
      {view.source.finding && <p className="said">{view.source.finding}</p>}
      <p className="sub">{t('actionWritten', { name: view.createdBy, date: moment(view.createdAt, language) })}</p>
      {view.content.element && view.elementName !== null && (
        <p>
          <Link className="link" to={`/register/${view.content.element}`}>
            {view.elementNames[language] ?? view.elementName}
          </Link>
        </p>
      )}
    </section>
  );
}

/** An action that is not stored yet; `?element=` names what it is about. */
export function NewActionPage(): ReactElement {
  const { t } = useLanguage();
  const [query] = useSearchParams();
  const [content, setContent] = useState(() => blank(query.get('element')));
  const navigate = useNavigate();
  const stored = useStored();
  const may = useMay('plan-drills');
  usePage({ label: t('actionTitle'), to: '/actions' }, { label: t('actionNew') });
  const create = useMutation({
    mutationFn: () => createAction(content),
    onSuccess: async (next) => {
      await stored(next);
      await navigate(`/actions/${next.id}`);
    },
  });
  useStay(content.title !== '' && !create.isSuccess);
  return (
    <article className="actions">
      <div className="head">
        <h1 className="grow">{t('actionNewTitle')}</h1>
        {may && (
          <button
            type="button"
            className="btn pri"
            disabled={create.isPending || content.title.trim().length < 3}
            onClick={() => {
              create.mutate();
            }}
          >
            {t('actionCreate')}
          </button>
        )}
      </div>
      {!may && <p className="sub">{t('actionReadOnly')}</p>}
      <Fault error={create.error} />
      <ActionForm
        content={content}
        error={create.error}
        locked={!may}
        onChange={(part) => {
          setContent({ ...content, ...part });
        }}
      />
    </article>
  );
}
