import { RuleText } from '../../components/RuleText';
import { createContext, type ReactElement, type ReactNode, useContext, useId, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Violation } from './api';
import { typedNumber } from './model';

/** Rules that are broken, by path from `$`, and whether anything can be changed. */
export const FormState = createContext<{ broken: ReadonlyMap<string, Violation>; locked: boolean }>({
  broken: new Map(),
  locked: false,
});

interface Common {
  label: string;
  /** Where the value stands in the record, from `$`. */
  path: string;
  hint?: string | undefined;
}

type More = { id: string; disabled: boolean; 'aria-invalid'?: true; 'aria-describedby'?: string };

function Field({
  label,
  path,
  hint,
  wrong,
  children,
}: Common & { wrong?: string | undefined; children: (more: More) => ReactNode }): ReactElement {
  const id = useId();
  const { broken, locked } = useContext(FormState);
  const own = broken.get(path);
  const rule = wrong ?? (own && <RuleText rule={own} />);
  return (
    <div className="labelled">
      <label htmlFor={id} className="name">
        {label}
      </label>
      {children({
        id,
        disabled: locked,
        ...(rule === undefined ? {} : { 'aria-invalid': true as const, 'aria-describedby': `${id}-bad` }),
      })}
      {rule === undefined ? (
        hint && <small>{hint}</small>
      ) : (
        <small className="bad" id={`${id}-bad`}>
          {rule}
        </small>
      )}
    </div>
  );
}

/** A number; what is typed stays as it was typed, and is told where it is none. A factor shows shares as percents. */
export function NumberField({
  value,
  onValue,
  factor = 1,
  ...common
}: Common & {
  value: number | undefined;
  onValue: (value: number | undefined) => void;
  factor?: number;
}): ReactElement {
  const { t } = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === undefined ? '' : String(Number((value * factor).toFixed(9)));
  const wrong = typed !== null && Number.isNaN(typedNumber(typed)) ? t('slaNotANumber') : undefined;
  return (
    <Field {...common} wrong={wrong}>
      {(more) => (
        <input
          {...more}
          className="field num"
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? shown}
          onChange={(event) => {
            setTyped(event.target.value);
            const next = typedNumber(event.target.value);
            if (!Number.isNaN(next)) onValue(next === undefined ? undefined : Number((next / factor).toPrecision(12)));
          }}
          onBlur={() => {
            if (wrong === undefined) setTyped(null);
          }}
        />
      )}
    </Field>
  );
}

/** A line, or with `long` several lines, of text; a day with `date`. */
export function TextField({
  value,
  onValue,
  long = false,
  date = false,
  ...common
}: Common & {
  value: string | undefined;
  onValue: (value: string | undefined) => void;
  long?: boolean;
  date?: boolean;
}): ReactElement {
  return (
    <Field {...common}>
      {(more) =>
        long ? (
          <textarea
            {...more}
            className="field"
            rows={2}
            value={value ?? ''}
            onChange={(event) => {
              onValue(event.target.value || undefined);
            }}
          />
        ) : (
          <input
            {...more}
            className="field"
            type={date ? 'date' : 'text'}
            value={value ?? ''}
            onChange={(event) => {
              onValue(event.target.value || undefined);
            }}
          />
        )
      }
    </Field>
  );
}

/** One of a few words. */
export function Choice<T extends string>({
  value,
  options,
  onValue,
  ...common
}: Common & { value: T; options: readonly (readonly [T, string])[]; onValue: (value: T) => void }): ReactElement {
  return (
    <Field {...common}>
      {(more) => (
        <select
          {...more}
          className="field"
          value={value}
          onChange={(event) => {
            const next = options.find(([word]) => word === event.target.value);
            if (next) onValue(next[0]);
          }}
        >
          {options.map(([word, text]) => (
            <option key={word} value={word}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
