import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { isMeanwhile } from '../lib/answer';
import { getApproval, readingPage, submitFor, type SubjectState, versionPage, type Wish } from '../lib/approval';
import { moment } from '../lib/format';
import { useLanguage } from '../lib/i18n';
import { type Permission, useMay, useSession } from '../lib/session';
import './approval.css';
import { Difference } from './Difference';
import { Fault } from './Fault';
import { Due, Validity } from './Validity';
import { Labelled } from './Labelled';
import { State } from './State';

/** Where the approval of what the page shows stands, what differs from what was approved, and the way to submit it. */
export function ApprovalPanel({
  path,
  permission,
  everywhere = false,
  unsaved = false,
  seen,
  onSubmitted,
}: {
  path: string;
  permission: Permission;
  everywhere?: boolean;
  /** The version that the page shows, where only that may be submitted. */
  seen?: number;
  /** Whether the page shows what is not stored yet: what is submitted is what is stored, so it must be saved first. */
  unsaved?: boolean;
  /** What the page does besides when a version was submitted, or could not be because what is stored is another one. */
  onSubmitted?: () => unknown;
}): ReactElement {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['approval', path, language],
    queryFn: () => getApproval(path, language),
  });
  return (
    <section className="card approvalpanel" aria-label={t('approvalPanel')}>
      {data ? (
        <>
          <Standing state={data} />
          {data.differs && data.approved && (
            <details>
              <summary>{t('approvalDiffersShow', { number: data.approved.number, count: data.lines.length })}</summary>
              <Difference lines={data.lines} />
            </details>
          )}
          <Submit
            path={path}
            state={data}
            permission={permission}
            everywhere={everywhere}
            unsaved={unsaved}
            seen={seen}
            onSubmitted={onSubmitted}
          />
        </>
      ) : (
        <State error={error} retry={() => void refetch()} />
      )}
    </section>
  );
}

function Standing({ state }: { state: SubjectState }): ReactElement {
  const { t, language } = useLanguage();
  const { approved, waiting, newest, differs } = state;
  const by = (version: NonNullable<typeof approved>): Record<string, string | number> => ({
    number: version.number,
    name: version.decidedBy ?? '',
    date: version.decidedAt ? moment(version.decidedAt, language) : '',
  });
  return (
    <>
      <h2>
        {approved
          ? t(differs ? 'approvalDiffers' : 'approvalHolds', by(approved))
          : t(waiting ? 'approvalNotYet' : 'approvalNone')}
      </h2>
      {approved && (
        <p className="facts">
          <Validity version={approved} />
          <Link className="link" to={readingPage(approved)}>
            {t('approvalRead', { number: approved.number })}
          </Link>
          <Link className="link" to={versionPage(approved)}>
            {t('approvalHistory')}
          </Link>
        </p>
      )}
      <Due reasons={state.due.filter((each) => each.kind !== 'changed')} />
      {waiting && (
        <p>
          {t('approvalWaits', {
            number: waiting.number,
            name: waiting.submittedBy,
            date: moment(waiting.submittedAt, language),
          })}{' '}
          <Link className="link" to={versionPage(waiting)}>
            {t(waiting.mayDecide ? 'approvalDecide' : 'approvalSee')}
          </Link>
        </p>
      )}
      {newest?.state === 'rejected' && (
        <p className="bad">
          {t('approvalWasRejected', by(newest))} {newest.reason}{' '}
          <Link className="link" to={versionPage(newest)}>
            {t('approvalSee')}
          </Link>
        </p>
      )}
    </>
  );
}

function Submit({
  path,
  state,
  permission,
  everywhere,
  unsaved,
  seen,
  onSubmitted,
}: {
  path: string;
  state: SubjectState;
  permission: Permission;
  everywhere: boolean;
  unsaved: boolean;
  seen: number | undefined;
  onSubmitted: (() => unknown) | undefined;
}): ReactElement | null {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const may = useMay(permission, everywhere);
  const demo = useSession()?.state === 'demo';
  const due = state.due.length > 0;
  if (demo) return <p className="sub">{t('approvalDemo')}</p>;
  if (!may || state.waiting || (state.approved && !state.differs && !due)) return null;
  if (unsaved) return <p className="sub noprint">{t('approvalSaveFirst')}</p>;
  if (open)
    return (
      <SubmitForm
        path={path}
        seen={seen}
        onSubmitted={onSubmitted}
        onDone={() => {
          setOpen(false);
        }}
      />
    );
  return (
    <p className="btns noprint">
      <button
        type="button"
        className="btn"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('approvalSubmit')}
      </button>
    </p>
  );
}

function SubmitForm({
  path,
  seen,
  onSubmitted,
  onDone,
}: {
  path: string;
  seen: number | undefined;
  onSubmitted: (() => unknown) | undefined;
  onDone: () => void;
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [wish, setWish] = useState<Wish>({ note: '', validUntil: null, reviewOn: null });
  const submit = useMutation({
    mutationFn: () => submitFor(path, wish, seen),
    onSuccess: async () => {
      await Promise.all(['approval', 'approvals'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      onSubmitted?.();
      onDone();
    },
    onError: (error) => {
      if (isMeanwhile(error)) onSubmitted?.();
    },
  });
  const date = (key: 'validUntil' | 'reviewOn', label: string, hint: string): ReactElement => (
    <Labelled label={label} hint={hint}>
      <input
        className="field"
        type="date"
        value={wish[key] ?? ''}
        onChange={(event) => {
          setWish({ ...wish, [key]: event.target.value || null });
        }}
      />
    </Labelled>
  );
  return (
    <form
      className="fields noprint"
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate();
      }}
    >
      <Labelled label={t('approvalNote')} hint={t('approvalNoteHint')}>
        <input
          className="field"
          maxLength={2000}
          value={wish.note}
          onChange={(event) => {
            setWish({ ...wish, note: event.target.value });
          }}
        />
      </Labelled>
      {date('validUntil', t('approvalValidUntil'), t('approvalValidUntilHint'))}
      {date('reviewOn', t('approvalReviewOn'), t('approvalReviewOnHint'))}
      <span className="btns">
        <button type="submit" className="btn pri" disabled={submit.isPending}>
          {t('approvalSubmitNow')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t('approvalCancel')}
        </button>
      </span>
      <Fault error={submit.error} />
    </form>
  );
}
