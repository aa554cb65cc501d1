import { RuleText } from '../../components/RuleText';
import { createContext, type ReactElement, type ReactNode, useContext, useId, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import { numberOf } from '../../lib/merge';
import type { Violation } from './api';

/** Rules that are broken, by path from `$`, and whether anything can be changed. */
export const FormState = createContext<{ broken: ReadonlyMap<string, Violation>; locked: boolean }>({
  broken: new Map(),
  locked: false,
});

/** The first rule that a place, or one below it, breaks. */
export function useBroken(path: string): Violation | undefined {
  const { broken } = useContext(FormState);
  return broken.get(path) ?? [...broken].find(([at]) => at.startsWith(`${path}.`) || at.startsWith(`${path}[`))?.[1];
}

/** What a broken rule says, in the reader's language where the page has words for it. */
export function Rule({ violation, id }: { violation: Violation; id?: string }): ReactElement {
  return (
    <small className="bad" id={id}>
      <RuleText rule={violation} />
    </small>
  );
}

interface Common {
  label: string;
  /** Where the value stands in the record, from `$`. */
  path: string;
  hint?: string | undefined;
  /** Only for screen readers: the place says what it is. */
  hidden?: boolean;
}

function Field({
  label,
  path,
  hint,
  hidden = false,
  wrong,
  children,
}: Common & {
  wrong?: string | undefined;
  children: (more: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string; disabled: boolean }) => ReactNode;
}): ReactElement {
  const id = useId();
  const broken = useBroken(path);
  const { locked } = useContext(FormState);
  const bad = broken !== undefined || wrong !== undefined;
  return (
    <div className="labelled">
      <label htmlFor={id} className={hidden ? 'vh' : 'name'}>
        {label}
      </label>
      {children({
        id,
        disabled: locked,
        ...(bad ? { 'aria-invalid': true as const } : {}),
        ...(bad ? { 'aria-describedby': `${id}-bad` } : {}),
      })}
      {wrong !== undefined ? (
        <small className="bad" id={`${id}-bad`} role="alert">
          {wrong}
        </small>
      ) : broken ? (
        <Rule violation={broken} id={`${id}-bad`} />
      ) : (
        hint && <small>{hint}</small>
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
  const shown = value === undefined ? '' : String(Number((value * factor).toPrecision(12)));
  const [typed, setTyped] = useState<string | null>(null);
  const number = typed === null ? null : numberOf(typed);
  const wrong = typed !== null && Number.isNaN(number) ? t('biaNotANumber') : undefined;
  const differs =
    typed !== null && wrong === undefined && (number ?? undefined) !== (shown === '' ? undefined : Number(shown));
  return (
    <Field {...common} wrong={wrong}>
      {(more) => (
        <input
          {...more}
          className="field num"
          inputMode="decimal"
          autoComplete="off"
          value={typed === null || differs ? shown : typed}
          onChange={(event) => {
            setTyped(event.target.value);
            const next = numberOf(event.target.value);
            if (!Number.isNaN(next)) onValue(next === null ? undefined : next / factor);
          }}
          onBlur={() => {
            if (wrong === undefined) setTyped(null);
          }}
        />
      )}
    </Field>
  );
}

/** A line, or with `long` several lines, of text. */
export function TextField({
  value,
  onValue,
  long = false,
  type = 'text',
  ...common
}: Common & {
  value: string | undefined;
  onValue: (value: string | undefined) => void;
  long?: boolean;
  type?: 'text' | 'date';
}): ReactElement {
  const changed = (text: string): void => {
    onValue(text === '' ? undefined : text);
  };
  return (
    <Field {...common}>
      {(more) =>
        long ? (
          <textarea
            {...more}
            className="field"
            rows={2}
            maxLength={2000}
            value={value ?? ''}
            onChange={(event) => {
              changed(event.target.value);
            }}
          />
        ) : (
          <input
            {...more}
            className="field"
            type={type}
            maxLength={type === 'date' ? undefined : 2000}
            value={value ?? ''}
            onChange={(event) => {
              changed(event.target.value);
            }}
          />
        )
      }
    </Field>
  );
}

/** A list, one entry a line; what is typed stays as it was typed while it is being typed. */
export function LinesField<T>({
  value,
  onValue,
  write,
  read,
  ...common
}: Common & {
  value: T[] | undefined;
  onValue: (value: T[]) => void;
  write: (each: T) => string;
  read: (line: string) => T;
}): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = (value ?? []).map(write).join('\n');
  return (
    <Field {...common}>
      {(more) => (
        <textarea
          {...more}
          className="field"
          rows={2}
          value={typed ?? shown}
          onChange={(event) => {
            setTyped(event.target.value);
            onValue(
              event.target.value
                .split('\n')
                .filter((line) => line.trim() !== '')
                .map(read),
            );
          }}
          onBlur={() => {
            setTyped(null);
          }}
        />
      )}
    </Field>
  );
}
