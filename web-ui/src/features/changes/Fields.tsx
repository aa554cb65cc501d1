import { createContext, type ReactElement, type ReactNode, useContext, useId, useState } from 'react';
import { RuleText } from '../../components/RuleText';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { en } from '../../lib/texts';
import type { Violation } from './api';

/** Rules that are broken, by key, and whether anything can be changed. */
export const FormState = createContext<{ broken: ReadonlyMap<string, Violation>; locked: boolean }>({
  broken: new Map(),
  locked: false,
});

interface Common {
  name: string;
  label?: string;
  value: string;
  onValue: (value: string) => void;
}

/** A field with its name, its hint, and the rule that it breaks. */
export function Field({
  name,
  label,
  children,
}: {
  name: string;
  label?: string | undefined;
  children: (more: { id: string; disabled: boolean; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode;
}): ReactElement {
  const { t } = useLanguage();
  const id = useId();
  const { broken, locked } = useContext(FormState);
  const rule = broken.get(name);
  const hint = `changeHint-${name}`;
  const told = rule !== undefined || hint in en;
  return (
    <div className="labelled">
      <label htmlFor={id} className="name">
        {label ?? t(`changeField-${name}` as TextKey)}
      </label>
      {children({
        id,
        disabled: locked,
        ...(rule ? { 'aria-invalid': true as const } : {}),
        ...(told ? { 'aria-describedby': `${id}-told` } : {}),
      })}
      {rule ? (
        <small className="bad" id={`${id}-told`}>
          <RuleText rule={rule} />
        </small>
      ) : (
        hint in en && <small id={`${id}-told`}>{t(hint as TextKey)}</small>
      )}
    </div>
  );
}

export function LineField({ name, label, value, onValue }: Common): ReactElement {
  return (
    <Field name={name} label={label}>
      {(more) => (
        <input
          {...more}
          className="field"
          maxLength={200}
          autoComplete="off"
          value={value}
          onChange={(event) => {
            onValue(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

export function LongField({ name, label, value, onValue }: Common): ReactElement {
  return (
    <Field name={name} label={label}>
      {(more) => (
        <textarea
          {...more}
          className="field"
          rows={3}
          maxLength={5000}
          value={value}
          onChange={(event) => {
            onValue(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

export function TimeField({
  type = 'datetime-local',
  name,
  label,
  value,
  onValue,
}: Omit<Common, 'value' | 'onValue'> & {
  type?: 'datetime-local' | 'date' | 'month';
  value: string | null;
  onValue: (value: string | null) => void;
}): ReactElement {
  return (
    <Field name={name} label={label}>
      {(more) => (
        <input
          {...more}
          className="field"
          type={type}
          value={(value ?? '').slice(0, 16)}
          onChange={(event) => {
            onValue(event.target.value === '' ? null : event.target.value);
          }}
        />
      )}
    </Field>
  );
}

export function ChoiceField<T extends string>({
  name,
  label,
  value,
  choices,
  prefix,
  onValue,
}: {
  name: string;
  label?: string;
  value: T;
  choices: readonly T[];
  prefix: string;
  onValue: (value: T) => void;
}): ReactElement {
  const { t } = useLanguage();
  return (
    <Field name={name} label={label}>
      {(more) => (
        <select
          {...more}
          className="field"
          value={value}
          onChange={(event) => {
            onValue(event.target.value as T);
          }}
        >
          {choices.map((each) => (
            <option key={each} value={each}>
              {t(`${prefix}-${each}` as TextKey)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A list that is typed as a text; what is typed stays as it was typed while it is being typed. */
export function ListField<T>({
  name,
  value,
  read,
  write,
  long = false,
  onValue,
}: {
  name: string;
  value: T[];
  read: (text: string) => T[];
  write: (value: T[]) => string;
  long?: boolean;
  onValue: (value: T[]) => void;
}): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const common = {
    className: 'field',
    value: typed ?? write(value),
    onChange: (event: { target: { value: string } }) => {
      setTyped(event.target.value);
      onValue(read(event.target.value));
    },
    onBlur: () => {
      setTyped(null);
    },
  };
  return (
    <Field name={name}>
      {(more) => (long ? <textarea {...more} {...common} rows={2} /> : <input {...more} {...common} />)}
    </Field>
  );
}
