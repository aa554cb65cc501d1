import type { ReactElement } from 'react';
import { hours as time, percent } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { methodWord } from './words';
import type { BiaRecord, CopyCheck, Proposals, View } from './api';
import { LinesField, NumberField, TextField } from './Fields';
import { numberOf } from '../../lib/merge';
import { withValue } from './model';

interface Props {
  record: BiaRecord;
  onRecord: (record: BiaRecord) => void;
}

const said = (record: BiaRecord): NonNullable<BiaRecord['x-bia']> => record['x-bia'] ?? {};

/** The stopgap, what the minimum level means, peaks, people and the next review. */
export function Details({
  record,
  onRecord,
  worstP95,
}: Props & {
  /** The P95 of the worst run in hours; null: never back; undefined: no run. */
  worstP95: number | null | undefined;
}): ReactElement {
  const { t, language } = useLanguage();
  const { stopgap, review } = said(record);
  const rto = record.objectives?.rto;
  const set = (path: string[], value: unknown): void => {
    onRecord(withValue(record, ['x-bia', ...path], value));
  };
  const lasts = stopgap?.hours;
  return (
    <section className="card" aria-label={t('biaDetails')}>
      <header>
        <h2>{t('biaDetails')}</h2>
      </header>
      <div className="twofold">
        <TextField
          label={t('biaOwner')}
          path="$.owner"
          value={record.owner}
          onValue={(owner) => {
            onRecord(withValue(record, ['owner'], owner));
          }}
        />
        <TextField
          label={t('biaMinimum')}
          path="$.x-bia.minimum"
          value={said(record).minimum}
          onValue={(minimum) => {
            set(['minimum'], minimum);
          }}
        />
        <TextField
          label={t('biaStopgap')}
          path="$.x-bia.stopgap.what"
          value={stopgap?.what}
          onValue={(what) => {
            set(['stopgap'], what === undefined ? undefined : { ...stopgap, what });
          }}
        />
        <div>
          <NumberField
            label={t('biaStopgapHours')}
            path="$.x-bia.stopgap.hours"
            value={lasts}
            onValue={(hours) => {
              set(['stopgap'], { ...stopgap, what: stopgap?.what ?? '', hours });
            }}
          />
          {lasts !== undefined && rto !== undefined && (
            <p className={lasts < rto ? 'bad' : 'sub'}>
              {t(lasts < rto ? 'biaStopgapShort' : 'biaStopgapHolds', { rto: time(rto, language) })}
            </p>
          )}
          {lasts !== undefined && worstP95 !== undefined && (
            <p className={worstP95 === null || lasts < worstP95 ? 'bad' : 'sub'}>
              {t(worstP95 === null || lasts < worstP95 ? 'biaStopgapRun' : 'biaStopgapRunHolds', {
                p95: worstP95 === null ? t('never') : time(worstP95, language),
              })}
            </p>
          )}
        </div>
        <LinesField
          label={t('biaPeaks')}
          path="$.x-bia.peaks"
          value={said(record).peaks}
          write={(peak) => (peak.demand === undefined ? peak.when : `${peak.when}; ${peak.demand}`)}
          read={(line) => {
            const [when = '', factor = ''] = line.split(/[;；]/);
            const demand = numberOf(factor);
            return demand === null || Number.isNaN(demand) ? { when: line.trim() } : { when: when.trim(), demand };
          }}
          onValue={(peaks) => {
            set(['peaks'], peaks);
          }}
        />
        <LinesField
          label={t('biaStakeholders')}
          path="$.x-bia.stakeholders"
          value={said(record).stakeholders}
          write={(name) => name}
          read={(line) => line.trim()}
          onValue={(names) => {
            set(['stakeholders'], names);
          }}
        />
        <LinesField
          label={t('biaAuthors')}
          path="$.x-bia.authors"
          value={said(record).authors}
          write={(name) => name}
          read={(line) => line.trim()}
          onValue={(names) => {
            set(['authors'], names);
          }}
        />
        <div className="twofold">
          <TextField
            label={t('biaReviewNext')}
            path="$.x-bia.review.next"
            type="date"
            value={review?.next}
            onValue={(next) => {
              set(['review', 'next'], next);
            }}
          />
          <TextField
            label={t('biaReviewTrigger')}
            path="$.x-bia.review.trigger"
            value={review?.trigger}
            onValue={(trigger) => {
              set(['review', 'trigger'], trigger);
            }}
          />
        </div>
      </div>
    </section>
  );
}

/** What the RPO asks of copies: the interval, the one in use, and what it runs on. */
export function Copies({
  record,
  onRecord,
  proposal,
  view,
}: Props & { proposal: Proposals['backup']; view: View }): ReactElement {
  const { t } = useLanguage();
  const backup = said(record).backup;
  const set = (key: string, value: number | undefined): void => {
    onRecord(withValue(record, ['x-bia', 'backup', key], value));
  };
  return (
    <section className="card" aria-label={t('biaBackup')}>
      <header>
        <h2>{t('biaBackup')}</h2>
      </header>
      <Needed proposal={proposal} every={backup?.every} />
      <div className="threefold">
        <NumberField
          label={t('biaBackupEvery')}
          path="$.x-bia.backup.every"
          value={backup?.every}
          onValue={(every) => {
            set('every', every);
          }}
        />
        <NumberField
          label={t('biaBackupTakes')}
          path="$.x-bia.backup.takes"
          value={backup?.takes}
          onValue={(takes) => {
            set('takes', takes);
          }}
        />
        <NumberField
          label={t('biaBackupChange')}
          path="$.x-bia.backup.changePerHour"
          value={backup?.changePerHour}
          onValue={(change) => {
            set('changePerHour', change);
          }}
        />
      </div>
      {view.backups.items.length > 0 && (
        <>
          <h3>{t('biaCopy')}</h3>
          <ul className="copies">
            {view.backups.items.slice(0, 8).map((copy, i) => (
              <Copy key={`${copy.way.at(-1)?.id ?? ''} ${i}`} copy={copy} />
            ))}
          </ul>
          {view.backups.total > 8 && <p className="sub">{t('biaChainMore', { count: view.backups.total - 8 })}</p>}
        </>
      )}
    </section>
  );
}

function Needed({ proposal, every }: { proposal: Proposals['backup']; every: number | undefined }): ReactElement {
  const { t, language } = useLanguage();
  if (proposal.rpoHours === null) return <p className="sub">{t('biaBackupNone')}</p>;
  const values = { takes: time(proposal.takesHours, language), rpo: time(proposal.rpoHours, language) };
  if (proposal.everyHours === null) return <p className="bad">{t('biaBackupTooSlow', values)}</p>;
  const over = every !== undefined && every > proposal.everyHours + 1e-9;
  return (
    <>
      <p>{t('biaBackupNeeded', { ...values, every: time(proposal.everyHours, language) })}</p>
      {proposal.volumeHours !== null && proposal.volumeHours === proposal.rpoHours && (
        <p className="sub">{t('biaBackupVolume', { hours: time(proposal.volumeHours, language) })}</p>
      )}
      {every !== undefined && (
        <p className={over ? 'bad' : 'sub'}>
          {t(over ? 'biaBackupOver' : 'biaBackupHolds', { every: time(every, language) })}
        </p>
      )}
    </>
  );
}

function Copy({ copy }: { copy: CopyCheck }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const store = copy.way.at(-1);
  const worst = time(copy.worstHours, language);
  return (
    <li>
      <b>{store && nameOf(store)}</b> <span>{methodWord(copy.method, t)}</span>{' '}
      <span className="sub">
        {copy.everyHours === null
          ? t('biaCopyReplica', { worst })
          : t('biaCopyEvery', {
              every: time(copy.everyHours, language),
              takes: time(copy.takesHours ?? 0, language),
              worst,
            })}
        {copy.chance !== null && ` · ${t('biaCopyChance', { chance: percent(copy.chance) })}`}
      </span>
      {copy.enough === false && <span className="chip warn">{t('biaCopyOver')}</span>}
    </li>
  );
}
