import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { decide, type Version, withdraw } from '../../lib/approval';
import { useLanguage } from '../../lib/i18n';
import type { OwnWords } from '../../lib/problem';
import { useMay } from '../../lib/session';

const LEAST = 5;

/** Here the decision of somebody else is shown above, so nobody needs to load it anew. */
const LATE: OwnWords = { 'already-decided': 'approvalLate' };

/** The decision about a version that waits, for whoever may; else why they may not. */
export function Decide({ version }: { version: Version }): ReactElement | null {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const approver = useMay('approve');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const refresh = (): Promise<unknown> =>
    Promise.all(['approvals', 'approval'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const done = useMutation({
    mutationFn: (what: 'approve' | 'reject' | 'withdraw') =>
      what === 'withdraw' ? withdraw(version) : decide(version, what === 'approve', words),
    onSettled: refresh,
  });
  if (version.state !== 'submitted') return <Fault error={done.error} own={LATE} />;
  if (!version.mayDecide && !version.mine && !approver) return null;
  const short = words.trim().length < LEAST;
  return (
    <section className="card noprint" aria-label={t('approvalDecision')}>
      <header>
        <h2>{t('approvalDecision')}</h2>
      </header>
      {version.mayDecide && (
        <form
          className="fields"
          onSubmit={(event) => {
            event.preventDefault();
            done.mutate('approve');
          }}
        >
          <Labelled label={t('approvalWords')} hint={t('approvalWordsHint')}>
            <textarea
              className="field"
              maxLength={2000}
              value={words}
              aria-invalid={asked && short}
              onChange={(event) => {
                setWords(event.target.value);
              }}
            />
          </Labelled>
          <span className="btns">
            <button type="submit" className="btn pri" disabled={done.isPending}>
              {t('approvalApprove')}
            </button>
            <button
              type="button"
              className="btn"
              disabled={done.isPending}
              onClick={() => {
                if (short) setAsked(true);
                else done.mutate('reject');
              }}
            >
              {t('approvalReject')}
            </button>
          </span>
          {asked && short && (
            <p className="bad" role="alert">
              {t('approvalReasonNeeded')}
            </p>
          )}
        </form>
      )}
      {!version.mayDecide && version.mayNot && (
        <p className="sub">{t(`approvalMayNot-${version.mayNot}` as 'approvalMayNot-own-work')}</p>
      )}
      {version.mine && (
        <p className="btns">
          <button
            type="button"
            className="btn"
            disabled={done.isPending}
            onClick={() => {
              done.mutate('withdraw');
            }}
          >
            {t('approvalWithdraw')}
          </button>
        </p>
      )}
      <Fault error={done.error} own={LATE} />
    </section>
  );
}
