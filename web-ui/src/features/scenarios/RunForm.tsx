import { type ReactElement, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import { canRun, MOST_TRIALS } from '../../lib/run';
import { useRunActions } from './useRuns';

/** Runs a scenario with trials and a seed; the same seed gives the same result. */
export function RunForm({ scenario, compact }: { scenario: string; compact?: boolean }): ReactElement {
  const { t } = useLanguage();
  const { start } = useRunActions();
  const [trials, setTrials] = useState('100000');
  const [seed, setSeed] = useState('42');
  const valid = canRun(trials, seed);
  return (
    <form
      className="runform"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) start.mutate({ scenario, trials: Number(trials), seed: Number(seed) });
      }}
    >
      {!compact && (
        <>
          <label>
            <span>{t('scenariosTrials')}</span>
            <input
              className="field num"
              inputMode="numeric"
              value={trials}
              aria-invalid={!valid}
              onChange={(event) => {
                setTrials(event.target.value.trim());
              }}
            />
          </label>
          <label>
            <span>{t('seed')}</span>
            <input
              className="field num"
              inputMode="numeric"
              value={seed}
              aria-invalid={!valid}
              onChange={(event) => {
                setSeed(event.target.value.trim());
              }}
            />
          </label>
        </>
      )}
      <button type="submit" className={compact ? 'btn' : 'btn pri'} disabled={!valid || start.isPending}>
        {t('scenariosRun')}
      </button>
      {!valid && (
        <p className="bad" role="alert">
          {t('scenariosBadTrials', { most: MOST_TRIALS })}
        </p>
      )}
      {start.error && (
        <p className="bad" role="alert" lang="en">
          {start.error.message}
        </p>
      )}
    </form>
  );
}
