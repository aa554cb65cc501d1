import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactElement, type ReactNode, useContext, useId, useState } from 'react';
import { RuleText } from '../../components/RuleText';
import { type ElementRow, getJson, type Listing } from '../../lib/api';
import { type TextKey, useLanguage } from '../../lib/i18n';
import type { Violation } from './api';
import { useElementNames } from './names';

/** Rules that are broken, and whether anything can be changed. */
export const PlanForm = createContext<{ broken: readonly Violation[]; locked: boolean }>({
  broken: [],
  locked: false,
});

type More = { id: string; disabled: boolean; className: string; 'aria-invalid'?: true };

/** A field with its name and the rules that it breaks. */
export function Field({
  path,
  label,
  children,
}: {
  path: string;
  label: string;
  children: (more: More) => ReactNode;
}): ReactElement {
  const id = useId();
  const { broken, locked } = useContext(PlanForm);
  const rules = broken.filter((each) => each.path === `$.${path}`);
  return (
    <div className="labelled">
      <label htmlFor={id} className="name">
        {label}
      </label>
      {children({
        id,
        disabled: locked,
        className: 'field',
        ...(rules.length > 0 ? { 'aria-invalid': true as const } : {}),
      })}
      {rules.map((rule) => (
        <small key={rule.code} className="bad">
          <RuleText rule={rule} />
        </small>
      ))}
    </div>
  );
}

export function TextField({
  path,
  label,
  value,
  long = false,
  type = 'text',
  onValue,
}: {
  path: string;
  label: string;
  value: string;
  long?: boolean;
  type?: 'text' | 'date' | 'time' | 'number';
  onValue: (value: string) => void;
}): ReactElement {
  const change = (event: { target: { value: string } }): void => {
    onValue(event.target.value);
  };
  return (
    <Field path={path} label={label}>
      {(more) =>
        long ? (
          <textarea {...more} rows={3} maxLength={5000} value={value} onChange={change} />
        ) : (
          <input {...more} type={type} maxLength={200} autoComplete="off" value={value} onChange={change} />
        )
      }
    </Field>
  );
}

export function ChoiceField<T extends string>({
  path,
  label,
  value,
  choices,
  prefix,
  onValue,
}: {
  path: string;
  label: string;
  value: T;
  choices: readonly T[];
  prefix: string;
  onValue: (value: T) => void;
}): ReactElement {
  const { t } = useLanguage();
  return (
    <Field path={path} label={label}>
      {(more) => (
        <select
          {...more}
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

export function Tick({
  label,
  value,
  onValue,
}: {
  label: string;
  value: boolean;
  onValue: (value: boolean) => void;
}): ReactElement {
  const { locked } = useContext(PlanForm);
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={value}
        disabled={locked}
        onChange={(event) => {
          onValue(event.target.checked);
        }}
      />
      {label}
    </label>
  );
}

const SHOWN = 8;

/** Elements of the register: those that are chosen, and a search to add others. */
export function ElementsField({
  path,
  label,
  value,
  most,
  onValue,
}: {
  path: string;
  label: string;
  value: string[];
  most: number;
  onValue: (value: string[]) => void;
}): ReactElement {
  const { t, nameOf } = useLanguage();
  const { locked } = useContext(PlanForm);
  const [letters, setLetters] = useState('');
  const wanted = letters.trim();
  const calledOf = useElementNames(value);
  const { data } = useQuery({
    queryKey: ['drill-plan-pick', wanted],
    queryFn: () => getJson<Listing<ElementRow>>(`/api/elements?size=${SHOWN}&q=${encodeURIComponent(wanted)}`),
    enabled: wanted.length > 1,
  });
  const offered = data?.items.filter((row) => !value.includes(row.id)) ?? [];
  return (
    <Field path={path} label={label}>
      {(more) => (
        <>
          {value.length > 0 && (
            <ul className="toks">
              {value.map((each) => (
                <li key={each} className="chip">
                  <span title={each}>{calledOf(each)}</span>
                  {!locked && (
                    <button
                      type="button"
                      aria-label={t('dplRemove', { name: calledOf(each) })}
                      onClick={() => {
                        onValue(value.filter((other) => other !== each));
                      }}
                    >
                      ×
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
          {value.length < most && !locked && (
            <input
              {...more}
              type="search"
              autoComplete="off"
              placeholder={t('dplPick')}
              value={letters}
              onChange={(event) => {
                setLetters(event.target.value);
              }}
            />
          )}
          {wanted.length > 1 && offered.length > 0 && (
            <ul className="offered">
              {offered.map((row) => (
                <li key={row.id}>
                  <button
                    type="button"
                    onClick={() => {
                      onValue([...value, row.id]);
                      setLetters('');
                    }}
                  >
                    <b>{nameOf(row)}</b> <span className="sub">{row.id}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Field>
  );
}
