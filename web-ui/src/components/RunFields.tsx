import { type ReactElement, useState } from 'react';
import { useLanguage } from '../lib/i18n';
import { canRun } from '../lib/run';
import { useMay } from '../lib/session';
import { Fault } from './Fault';

/** Asks how many trials or histories, and for a seed: the same seed gives the same result. A compact one takes the usual. */
export function RunFields({
  usual,
  countLabel,
  runLabel,
  badLabel,
  busy,
  error,
  compact = false,
  onRun,
}: {
  usual: string;
  countLabel: string;
  runLabel: string;
  badLabel: string;
  busy: boolean;
  error: Error | null;
  compact?: boolean;
  onRun: (wanted: { trials: number; seed: number }) => void;
}): ReactElement {
  const { t } = useLanguage();
  const may = useMay('run');
  const [trials, setTrials] = useState(usual);
  const [seed, setSeed] = useState('42');
  const valid = canRun(trials, seed);
  const field = (label: string, value: string, set: (value: string) => void): ReactElement => (
    <label>
      <span>{label}</span>
      <input
        className="field num"
        inputMode="numeric"
        value={value}
        aria-invalid={!valid}
        onChange={(event) => {
          set(event.target.value.trim());
        }}
      />
    </label>
  );
  if (!may) return <></>;
  return (
    <form
      className="runform noprint"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onRun({ trials: Number(trials), seed: Number(seed) });
      }}
    >
      {!compact && field(countLabel, trials, setTrials)}
      {!compact && field(t('seed'), seed, setSeed)}
      <button type="submit" className={compact ? 'btn' : 'btn pri'} disabled={!valid || busy}>
        {runLabel}
      </button>
      {!valid && (
        <p className="bad" role="alert">
          {badLabel}
        </p>
      )}
      <Fault error={error} />
    </form>
  );
}
