import type { ReactElement } from 'react';
import { May } from './May';
import type { RunInfo } from '../lib/api';
import { count, moment, share } from '../lib/format';
import { useLanguage } from '../lib/i18n';
import { isOpen, STATUS_TEXT } from '../lib/run';

/** A run in one line: its progress while it waits or works, with a way to stop it; else when it ended and how. */
export function RunLine({ run, onCancel }: { run: RunInfo; onCancel: (id: number) => void }): ReactElement {
  const { language, t } = useLanguage();
  const trials = t('overviewRun', { run: run.id, trials: count(run.trials, language), seed: run.seed });
  if (!isOpen(run))
    return (
      <div className="runline">
        <span className={run.status === 'failed' ? 'bad' : ''}>{t(STATUS_TEXT[run.status])}</span>
        <span className="sub">{trials}</span>
        <span className="sub">{moment(run.finishedAt ?? run.requestedAt, language)}</span>
        {run.error && (
          <span className="bad" lang="en">
            {run.error}
          </span>
        )}
      </div>
    );
  return (
    <div className="runline" aria-live="polite">
      <span>
        {t(STATUS_TEXT[run.status])} {share(run.trialsDone / run.trials)}
      </span>
      <progress value={run.trialsDone} max={run.trials} aria-label={trials} />
      <span className="sub">{trials}</span>
      <May permission="run">
        <button
          type="button"
          className="btn"
          onClick={() => {
            onCancel(run.id);
          }}
        >
          {t('cancel')}
        </button>
      </May>
    </div>
  );
}
