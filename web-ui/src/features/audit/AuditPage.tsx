import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { May } from '../../components/May';
import { State } from '../../components/State';
import { getJson, postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { count, moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import { Changes } from './Changes';
import { type AccountNames, actionOf, subjectOf } from './words';
import './audit.css';

type Page = components['schemas']['AuditController.Page'];
type Entry = components['schemas']['AuditEntry'];
type Check = components['schemas']['ChainCheck'];

const SIZE = 50;

/** Who did what, when and from where, and whether the record is whole. */
export function AuditPage(): ReactElement {
  const { t, language } = useLanguage();
  usePage({ label: t('auditRoom') });
  const [page, setPage] = useState(0);
  const [actor, setActor] = useState('');
  const [action, setAction] = useState('');
  const query = new URLSearchParams({ page: String(page), size: String(SIZE) });
  if (actor) query.set('actor', actor);
  if (action) query.set('action', action);
  const check = useQuery({ queryKey: ['audit', 'check'], queryFn: () => getJson<Check>('/api/audit/check') });
  const entries = useQuery({
    queryKey: ['audit', query.toString()],
    queryFn: () => getJson<Page>(`/api/audit?${query.toString()}`),
    placeholderData: (before) => before,
  });
  if (!entries.data || !check.data)
    return <State error={entries.error ?? check.error} retry={() => void entries.refetch()} />;
  const pages = Math.max(1, Math.ceil(entries.data.total / SIZE));
  return (
    <div className="audit">
      <div className="head">
        <div className="grow">
          <h1>
            {check.data.whole
              ? t('auditWhole', { count: check.data.entries, entries: count(check.data.entries, language) })
              : t('auditBroken', { number: check.data.brokenAt ?? 0 })}
          </h1>
          <p className="lede">{t('auditLede')}</p>
          {!check.data.whole && (
            <p className="bad" role="alert" lang="en">
              {check.data.reason}
            </p>
          )}
        </div>
        <p className="btns">
          <May permission="administer" everywhere>
            <Link className="btn" to="/retention">
              {t('evidenceRetention')}
            </Link>
          </May>
          <a className="btn" href="/api/audit/export" download="holdfast-audit.ndjson">
            {t('auditExport')}
          </a>
        </p>
      </div>
      <p className="sub mono">{t('auditLast', { hash: check.data.lastHash })}</p>
      <section className="card flush" aria-label={t('auditRoom')}>
        <form
          className="flt"
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          <Labelled label={t('auditActor')}>
            <input
              className="field"
              value={actor}
              onChange={(event) => {
                setActor(event.target.value.trim());
                setPage(0);
              }}
            />
          </Labelled>
          <Labelled label={t('auditAction')}>
            <select
              className="field"
              value={action}
              onChange={(event) => {
                setAction(event.target.value);
                setPage(0);
              }}
            >
              <option value="">{t('auditAll')}</option>
              {GROUPS.map((group) => (
                <option key={group} value={group}>
                  {t(`auditGroup-${group}`)}
                </option>
              ))}
            </select>
          </Labelled>
          <span className="sub of">
            {t('auditFound', { count: entries.data.total, shown: count(entries.data.total, language) })}
          </span>
        </form>
        <ol className="entries">
          {entries.data.items.map((entry) => (
            <EntryLine key={entry.number} entry={entry} names={entries.data.accounts} />
          ))}
        </ol>
        {entries.data.items.length === 0 && <p className="none sub">{t('auditNone')}</p>}
        <p className="pager">
          <button
            type="button"
            className="btn"
            disabled={page === 0}
            onClick={() => {
              setPage(page - 1);
            }}
          >
            {t('auditNewer')}
          </button>
          <span className="sub">{t('auditPage', { page: page + 1, pages })}</span>
          <button
            type="button"
            className="btn"
            disabled={page + 1 >= pages}
            onClick={() => {
              setPage(page + 1);
            }}
          >
            {t('auditOlder')}
          </button>
        </p>
      </section>
    </div>
  );
}

const GROUPS = [
  'session',
  'account',
  'key',
  'unit',
  'site',
  'team',
  'contact',
  'asset',
  'service',
  'process',
  'plan',
  'scenario',
  'drill',
  'model',
  'run',
  'schedule',
  'approval',
  'calendar',
  'evidence',
  'retention',
  'read',
  'audit',
] as const;

function EntryLine({ entry, names }: { entry: Entry; names: AccountNames }): ReactElement {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <span className="when">{moment(entry.at, language)}</span>
        <b>{entry.actor ?? t('auditRedacted')}</b>
        <span className="what">
          {actionOf(entry.action, t)} <span className="sub">{subjectOf(entry, names)}</span>
        </span>
        <span className="sub number">{t('auditNumber', { number: entry.number })}</span>
      </button>
      {open && <Detail entry={entry} names={names} />}
    </li>
  );
}

function Detail({ entry, names }: { entry: Entry; names: AccountNames }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const administers = useMay('administer', true);
  const [reason, setReason] = useState('');
  const redact = useMutation({
    mutationFn: () => postJson<Entry>(`/api/audit/${entry.number}/redact`, { reason }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['audit'] }),
  });
  return (
    <div className="detail">
      <Changes detail={entry.detail} names={names} />
      <p className="sub mono">{t('auditHash', { hash: entry.hash })}</p>
      {administers && entry.actor && (
        <form
          className="fields"
          onSubmit={(event) => {
            event.preventDefault();
            redact.mutate();
          }}
        >
          <Labelled label={t('auditReason')} hint={t('auditRedactHint')}>
            <input
              className="field"
              required
              minLength={5}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
              }}
            />
          </Labelled>
          <button type="submit" className="btn" disabled={redact.isPending}>
            {t('auditRedact')}
          </button>
        </form>
      )}
      <Fault error={redact.error} />
    </div>
  );
}
