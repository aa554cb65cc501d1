import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { ApprovalPanel } from '../../components/ApprovalPanel';
import { EvidencePanel } from '../../components/evidence/EvidencePanel';
import { Fault } from '../../components/Fault';
import { State } from '../../components/State';
import { versionOf } from '../../lib/approval';
import { isMeanwhile, violationsOf } from '../../lib/answer';
import { day, hours as time, type Language } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import { dayOfMoment } from '../../lib/zone';
import { AgreementList, SlaFields } from './AgreementFields';
import { getLevel, levelPath, type LevelRecord, type Loaded, saveLevel, type View, type Violation } from './api';
import { Chain, Suppliers } from './Chain';
import { Credit } from './Credit';
import { Forecast, InRecovery, usePredicted } from './Forecast';
import { FormState } from './Form';
import { Measured } from './Measured';
import { atBest, doubt, knewOther, promise } from './model';
import { Reminders } from './Reminders';
import { ToBeTold } from './ToBeTold';
import { useStay } from '../../lib/stay';
import './sla.css';

const HOURS = { month: 730, quarter: 2190, year: 8760 } as const;

/** What is agreed about one element, whether its chain carries it, what a miss costs, and what was measured. */
export function LevelPage(): ReactElement {
  const { id = '' } = useParams();
  const { t, nameOf } = useLanguage();
  const { data, error, refetch } = useQuery({ queryKey: ['sla', id, 'level'], queryFn: () => getLevel(id) });
  usePage({ label: t('slaTitle'), to: '/levels' }, { label: data ? nameOf(data.view.thing) : id });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return <Editor key={id} id={id} first={data} />;
}

function headline(view: View, name: string, language: Language, t: Translate): string {
  const check = view.checks[0];
  if (check?.promised != null) {
    const values = {
      name,
      promised: promise(check.promised),
      per: t(`slaPer-${(check.period ?? 'month') as 'month'}`),
    };
    const best = check.composite === null ? '' : atBest(check.composite);
    if (check.verdict === 'not-carried') return t('slaHead-broken', { ...values, best });
    if (check.verdict === 'carried') return t('slaHead-carried', { ...values, best });
    return t(`slaHead-${doubt(check)}`, { ...values, count: check.missingTotal });
  }
  const gap = view.gaps.find((each) => each.gaps.length > 0);
  if (gap?.gaps.includes('rto-later') && gap.promisedRtoHours !== null && gap.targetRtoHours !== null)
    return t('slaHead-late', {
      name,
      promised: time(gap.promisedRtoHours, language),
      target: time(gap.targetRtoHours, language),
    });
  if (gap) return t('slaHead-gaps', { name, count: gap.gaps.length });
  const count = view.record['x-agreements']?.length ?? 0;
  return count > 0 ? t('slaHead-agreed', { name, count }) : t('slaHead-none', { name });
}

function Editor({ id, first }: { id: string; first: Loaded }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const queries = useQueryClient();
  const may = useMay('edit-register');
  const [loaded, setLoaded] = useState(first);
  const { view } = loaded;
  const { standing } = view;
  const [record, setRecord] = useState<LevelRecord>(view.record);
  const [theirs, setTheirs] = useState<Loaded | null>(null);
  const [reopened, setReopened] = useState(false);
  const predicted = usePredicted(id, view.record.sla !== undefined);
  const dirty = JSON.stringify(record) !== JSON.stringify(view.record);
  const begin = (now: Loaded): void => {
    setLoaded(now);
    setRecord(now.view.record);
    setTheirs(null);
  };
  if (!dirty && theirs === null && first !== loaded && Number(tagOf(first)) >= Number(tagOf(loaded))) begin(first);
  const locked = !may || standing.waiting !== null || (standing.locked && !reopened);
  const currency = view.currency ?? 'TWD';
  useStay(dirty);
  const saving = useMutation({
    mutationFn: () => saveLevel(id, loaded.tag, record, reopened),
    onSuccess: async (stored) => {
      begin(stored);
      setReopened(false);
      queries.setQueryData(['sla', id, 'level'], stored);
      await Promise.all(
        [['sla', 'rows'], ['approval'], ['approvals'], ['findings'], ['element', id]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
    onError: async (error) => {
      if (isMeanwhile(error)) setTheirs(await getLevel(id));
    },
  });
  const broken = useMemo(() => {
    const told = [...view.violations, ...violationsOf(saving.error)] as Violation[];
    return new Map(told.map((each) => [each.path, each]));
  }, [saving.error, view.violations]);
  const met = predicted.element && knewOther(predicted.element, view.record.sla) ? null : predicted.element?.slaMet;
  const about =
    met && met.estimate < 0.95 ? t('slaToldPredicted', { chance: `${(met.estimate * 100).toFixed(1)} %` }) : '';
  const agreement = view.record['x-agreements']?.find((each) => each.kind === 'sla');
  return (
    <FormState value={{ broken, locked }}>
      <article className="level">
        <div className="head">
          <div className="grow">
            <h1>{headline(view, nameOf(view.thing), language, t)}</h1>
            <p className="lede">
              {t(`slaType-${view.thing.type as 'service'}`)}
              {view.owner && ` · ${t('slaOwner', { owner: view.owner })}`}
            </p>
          </div>
          <Link className="btn" to={`/register/${encodeURIComponent(id)}`}>
            {t('slaRegister')}
          </Link>
        </div>
        {!may ? (
          <p className="sub">{t('slaReadOnly')}</p>
        ) : standing.waiting !== null ? (
          <p className="bar">{t('slaLockedWaiting', { number: standing.waiting })}</p>
        ) : locked ? (
          <p className="bar">
            {t('slaLocked', {
              number: standing.number ?? 0,
              name: standing.approvedBy ?? '',
              date: standing.approvedAt ? day(dayOfMoment(standing.approvedAt), language) : '',
            })}
            <button
              type="button"
              className="btn"
              onClick={() => {
                setReopened(true);
              }}
            >
              {t('slaReopen')}
            </button>
          </p>
        ) : (
          <div className={dirty ? 'bar dirty' : 'bar'}>
            <span role="status">
              {dirty
                ? t('slaUnsaved')
                : saving.isSuccess
                  ? t('slaSaved')
                  : reopened
                    ? t('slaReopened')
                    : t('slaAsStored')}
            </span>
            <span className="btns">
              {dirty && (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    setRecord(view.record);
                    saving.reset();
                  }}
                >
                  {t('slaDiscard')}
                </button>
              )}
              {theirs && (
                <>
                  <button
                    type="button"
                    className="btn"
                    onClick={() => {
                      begin(theirs);
                      saving.reset();
                    }}
                  >
                    {t('slaTakeTheirs')}
                  </button>
                  <button
                    type="button"
                    className="btn"
                    onClick={() => {
                      setLoaded(theirs);
                      setTheirs(null);
                      saving.reset();
                    }}
                  >
                    {t('slaKeepMine')}
                  </button>
                </>
              )}
              <button
                type="button"
                className="btn pri"
                disabled={!dirty || saving.isPending}
                onClick={() => {
                  saving.mutate();
                }}
              >
                {t('slaSave')}
              </button>
            </span>
            <Fault error={saving.error} />
            {theirs && (
              <small className="bad">{t('slaTheyChanged', { what: changedWords(view, theirs.view, t) })}</small>
            )}
          </div>
        )}
        <div className="pair-of-cards">
          <div className="stack">
            <Chain view={view} />
            <Suppliers view={view} />
            <AgreementList record={record} onRecord={setRecord} />
            <SlaFields record={record} onRecord={setRecord} currency={currency} />
            <Measured id={id} currency={currency} />
          </div>
          <div className="stack">
            {view.record.sla && <Forecast predicted={predicted} sla={view.record.sla} currency={currency} />}
            {view.record.sla && <InRecovery id={id} view={view} currency={currency} />}
            {view.record.sla && <Credit id={id} currency={currency} hours={HOURS[view.record.sla.per ?? 'month']} />}
            <Reminders reminders={view.reminders} />
            <ToBeTold
              id={id}
              about={about}
              recipient={agreement?.counterparty ?? ''}
              cause={about ? 'predicted' : 'other'}
            />
          </div>
        </div>
        {view.missing.length > 0 && may && (
          <section className="card missing" aria-label={t('slaBefore')}>
            <h2>{t('slaBefore')}</h2>
            <ul>
              {view.missing.map((each) => (
                <li key={each}>{missingWord(each, view.record, t)}</li>
              ))}
            </ul>
          </section>
        )}
        <ApprovalPanel
          path={levelPath(id)}
          permission="edit-register"
          seen={versionOf(loaded.tag)}
          unsaved={dirty}
          onSubmitted={() => queries.invalidateQueries({ queryKey: ['sla'] })}
        />
        <EvidencePanel subjectType="element" subject={id} />
      </article>
    </FormState>
  );
}

/** What is missing, in words: which agreement, which field. */
function missingWord(path: string, record: LevelRecord, t: Translate): string {
  const found = /^\$\.x-agreements\[(\d+)\]\.(\w+)$/.exec(path);
  const agreement = found ? record['x-agreements']?.[Number(found[1])] : undefined;
  if (!found || !agreement) return t(path === '$.sla.availability' ? 'slaNeedsAvailability' : 'slaNeedsAgreement');
  const field = found[2] === 'availability' ? t('slaPromiseOne') : t(`slaField-${found[2] as 'start'}`);
  return `${agreement.name ?? agreement.id}: ${field}`;
}

const tagOf = (loaded: Loaded): string => loaded.tag.replace(/\D/g, '');

/** What somebody else has changed meanwhile, in words: which agreements, or the figures of the SLA. */
function changedWords(before: View, after: View, t: Translate): string {
  const one = before.record['x-agreements'] ?? [];
  const other = after.record['x-agreements'] ?? [];
  const ids = [...new Set([...one, ...other].map((each) => each.id))];
  const said = (list: typeof one, id: string): string => JSON.stringify(list.find((each) => each.id === id) ?? null);
  return [
    ...(JSON.stringify(before.record.sla) === JSON.stringify(after.record.sla) ? [] : [t('slaTerms')]),
    ...ids.filter((id) => said(one, id) !== said(other, id)),
  ].join(', ');
}
