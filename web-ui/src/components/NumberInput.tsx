import { type ReactElement, useId, useState } from 'react';
import { useLanguage } from '../lib/i18n';
import { numberOf } from '../lib/merge';

interface Props {
  label: string;
  value: number | undefined;
  onValue: (value: number | undefined) => void;
  /** Shares are shown as percents with 100. */
  factor?: number;
  /** Only for screen readers: the place says what it is. */
  hidden?: boolean;
  disabled?: boolean;
}

/** A number in a field; what is typed stays as it was typed, and is told where it is none. */
export function NumberInput({
  label,
  value,
  onValue,
  factor = 1,
  hidden = false,
  disabled = false,
}: Props): ReactElement {
  const { t } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === undefined ? '' : String(Number((value * factor).toPrecision(12)));
  const number = typed === null ? null : numberOf(typed);
  const wrong = typed !== null && Number.isNaN(number);
  const differs = typed !== null && !wrong && (number ?? undefined) !== (shown === '' ? undefined : Number(shown));
  return (
    <span className="labelled">
      <label htmlFor={id} className={hidden ? 'vh' : 'name'}>
        {label}
      </label>
      <input
        id={id}
        className="field num"
        inputMode="decimal"
        autoComplete="off"
        disabled={disabled}
        aria-invalid={wrong || undefined}
        value={typed === null || differs ? shown : typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = numberOf(event.target.value);
          if (!Number.isNaN(next)) onValue(next === null ? undefined : next / factor);
        }}
        onBlur={() => {
          if (!wrong) setTyped(null);
        }}
      />
      {wrong && (
        <small className="bad" role="alert">
          {t('registerNotANumber')}
        </small>
      )}
    </span>
  );
}
