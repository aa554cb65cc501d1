import { type ReactElement, type ReactNode, useContext, useState } from 'react';
import { RuleText } from '../../components/RuleText';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { ChoiceField, ElementsField, PlanForm, TextField, Tick } from './Fields';

/** How a key of a row is typed. */
export type Column<T> = {
  key: keyof T & string;
  label: TextKey;
} & (
  | { kind: 'text' | 'long' | 'number' | 'flag' | 'element' }
  | { kind: 'choice'; choices: readonly string[]; prefix: string }
);

/** A list of rows of a plan, each with its fields; rows are added, taken away and put in order. */
export function RowsField<T extends object>({
  path,
  rows,
  columns,
  add,
  make,
  onRows,
}: {
  path: string;
  rows: T[];
  columns: readonly Column<T>[];
  add: TextKey;
  make: () => T;
  onRows: (rows: T[]) => void;
}): ReactElement {
  const { t } = useLanguage();
  const { broken, locked } = useContext(PlanForm);
  const moved = (from: number, to: number): T[] => {
    const next = [...rows];
    const [row] = next.splice(from, 1);
    if (row) next.splice(to, 0, row);
    return next;
  };
  return (
    <div className="rows">
      {broken
        .filter((each) => each.path === `$.${path}`)
        .map((rule) => (
          <p key={rule.code} className="bad">
            <RuleText rule={rule} />
          </p>
        ))}
      {rows.length > 0 && (
        <ol>
          {rows.map((row, i) => (
            // Rows have no name of their own in every list; their place is what people order them by.
            <li key={i}>
              <Folded
                name={nameOf(row, columns)}
                broken={broken.some((each) => each.path.startsWith(`$.${path}[${i}]`))}
              >
                {columns.map((column) => (
                  <Cell
                    key={column.key}
                    path={`${path}[${i}].${column.key}`}
                    column={column}
                    value={row[column.key]}
                    onValue={(value) => {
                      onRows(rows.map((other, j) => (j === i ? { ...other, [column.key]: value } : other)));
                    }}
                  />
                ))}
              </Folded>
              {!locked && (
                <span className="btns">
                  <button
                    type="button"
                    className="btn"
                    aria-label={t('dplUp', { number: i + 1 })}
                    disabled={i === 0}
                    onClick={() => {
                      onRows(moved(i, i - 1));
                    }}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    className="btn"
                    aria-label={t('dplTakeAway', { number: i + 1 })}
                    onClick={() => {
                      onRows(rows.filter((_, j) => j !== i));
                    }}
                  >
                    ×
                  </button>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {!locked && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            onRows([...rows, make()]);
          }}
        >
          {t(add)}
        </button>
      )}
    </div>
  );
}

/** What a row is called: its first column. */
function nameOf<T extends object>(row: T, columns: readonly Column<T>[]): string {
  const [first] = columns;
  const value = first ? row[first.key] : '';
  return typeof value === 'string' ? value.trim() : '';
}

/** The fields of a row; a phone shows its name and opens it when asked, unless it has none yet or breaks a rule. */
function Folded({ name, broken, children }: { name: string; broken: boolean; children: ReactNode }): ReactElement {
  const [narrow] = useState(() => window.matchMedia('(width < 800px)').matches);
  const [open, setOpen] = useState(name === '');
  if (!narrow) return <div className="cells">{children}</div>;
  return (
    <details
      className="folded"
      open={open || broken}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{name || '–'}</summary>
      <div className="cells">{children}</div>
    </details>
  );
}

function Cell<T>({
  path,
  column,
  value,
  onValue,
}: {
  path: string;
  column: Column<T>;
  value: unknown;
  onValue: (value: unknown) => void;
}): ReactElement {
  const { t } = useLanguage();
  const label = t(column.label);
  switch (column.kind) {
    case 'flag':
      return <Tick label={label} value={value === true} onValue={onValue} />;
    case 'choice':
      return (
        <ChoiceField
          path={path}
          label={label}
          value={String(value)}
          choices={column.choices}
          prefix={column.prefix}
          onValue={onValue}
        />
      );
    case 'element':
      return (
        <ElementsField
          path={path}
          label={label}
          value={typeof value === 'string' ? [value] : []}
          most={1}
          onValue={(chosen) => {
            onValue(chosen[0] ?? null);
          }}
        />
      );
    case 'number':
      return (
        <TextField
          path={path}
          label={label}
          type="number"
          value={typeof value === 'number' ? String(value) : ''}
          onValue={(text) => {
            onValue(text === '' ? null : Number(text));
          }}
        />
      );
    case 'text':
    case 'long':
      return (
        <TextField
          path={path}
          label={label}
          long={column.kind === 'long'}
          value={typeof value === 'string' ? value : ''}
          onValue={onValue}
        />
      );
  }
}
