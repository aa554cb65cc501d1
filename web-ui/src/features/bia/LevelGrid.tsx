import { type KeyboardEvent, type ReactElement, useContext, useRef, useState } from 'react';
import { figure, hours as time, money } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { en } from '../../lib/texts';
import type { BiaRecord, Scales } from './api';
import { FormState, NumberField, TextField, useBroken } from './Fields';
import {
  amountAt,
  amountsOf,
  columnsOf,
  highestAt,
  type KindRow,
  kindsOf,
  levelAt,
  levelsOf,
  withAmount,
  withLevel,
  withPasted,
  withValue,
} from './model';

interface Props {
  record: BiaRecord;
  scales: Scales;
  currency: string;
  onRecord: (record: BiaRecord) => void;
}

/** The word of a unit in the reader's language; a unit of the organisation's own as it is written. */
export function useUnit(): (unit: string) => string {
  const { t } = useLanguage();
  return (unit) => (`biaUnit-${unit}` in en ? t(`biaUnit-${unit}` as TextKey) : unit);
}

/** Which colour of the scale a level has: the intolerable ones alone are warm. */
export function shadeOf(level: number, scales: Scales): string {
  if (level >= scales.intolerableFrom) return 'lv4';
  return `lv${Math.min(3, Math.round((level / scales.intolerableFrom) * 4))}`;
}

/** Kinds of impact by time points: a level in each cell, set with keys, by paste, or with the palette below. */
export function LevelGrid({ record, scales, currency, onRecord }: Props): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const unitOf = useUnit();
  const { locked } = useContext(FormState);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const columns = columnsOf(record, scales);
  const kinds = kindsOf(record, scales);
  const most = scales.levels.length - 1;
  const row = Math.min(at.row, kinds.length - 1);
  const column = Math.min(at.column, columns.length - 1);
  const broken = useBroken('$.impact.levels');
  const hourText = (hours: number): string => (hours === 0 ? t('biaAtOnce') : time(hours, language));
  const go = (r: number, c: number): void => {
    const next = {
      row: Math.max(0, Math.min(r, kinds.length - 1)),
      column: Math.max(0, Math.min(c, columns.length - 1)),
    };
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };
  const set = (kind: KindRow | undefined, hours: number | undefined, level: number | null): void => {
    if (kind && hours !== undefined && !locked) onRecord(withLevel(record, kind.id, hours, level));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, [number, number]> = {
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      Home: [row, 0],
      End: [row, columns.length - 1],
    };
    const move = moves[event.key];
    const digit = /^\d$/.test(event.key) ? Number(event.key) : -1;
    if (move) go(...move);
    else if (digit >= 0 && digit <= most) set(kinds[row], columns[column], digit);
    else if (event.key === 'Delete' || event.key === 'Backspace') set(kinds[row], columns[column], null);
    else return;
    event.preventDefault();
  };
  const levelName = (level: number): string => scales.levels[level]?.names[language] ?? '';
  const chosen = kinds[row];
  const chosenHours = columns[column];
  return (
    <>
      <div className="scroll">
        <table
          className="levels"
          role="grid"
          aria-label={t('biaGrid')}
          aria-invalid={broken ? true : undefined}
          ref={table}
          onKeyDown={onKey}
          onPaste={(event) => {
            event.preventDefault();
            if (!locked)
              onRecord(
                withPasted(record, event.clipboardData.getData('text/plain'), { row, column }, kinds, columns, most),
              );
          }}
        >
          <thead>
            <tr role="row">
              <th scope="col" role="columnheader">
                <span className="vh">{t('biaGridKind')}</span>
              </th>
              {columns.map((hours) => (
                <th key={hours} scope="col" role="columnheader">
                  {hourText(hours)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind, r) => (
              <tr key={kind.id} role="row">
                <th scope="row" role="rowheader">
                  {nameOf(kind)}
                  <small>
                    {!kind.known ? t('biaGridUnknown') : kind.unit ? unitOf(kind.unit) : t('biaGridQuality')}
                  </small>
                </th>
                {columns.map((hours, c) => {
                  const cell = levelAt(levelsOf(record, kind.id), hours);
                  const amount = amountAt(amountsOf(record, kind), hours);
                  return (
                    <td
                      key={hours}
                      role="gridcell"
                      data-cell={`${r}-${c}`}
                      tabIndex={r === row && c === column ? 0 : -1}
                      aria-selected={r === row && c === column}
                      aria-readonly={locked}
                      className={`${shadeOf(cell.level, scales)}${cell.carried ? ' carried' : ''}`}
                      aria-label={t(cell.carried ? 'biaGridCellCarried' : 'biaGridCell', {
                        kind: nameOf(kind),
                        hours: hourText(hours),
                        level: cell.level,
                        name: levelName(cell.level),
                      })}
                      onFocus={() => {
                        setAt({ row: r, column: c });
                      }}
                      onClick={() => {
                        go(r, c);
                      }}
                    >
                      {cell.carried && <i aria-hidden="true">–</i>}
                      {cell.level}
                      {amount !== null && (
                        <small>
                          {kind.unit === 'money' ? money(amount, currency, language) : figure(amount, language)}
                        </small>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr className="highest" role="row">
              <th scope="row" role="rowheader">
                {t('biaGridHighest')}
              </th>
              {columns.map((hours) => (
                <td key={hours} role="gridcell" className={shadeOf(highestAt(record, hours), scales)}>
                  {highestAt(record, hours)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {!locked && chosen && chosenHours !== undefined && (
        <div className="palette">
          <fieldset>
            <legend>{t('biaGridChosen', { kind: nameOf(chosen), hours: hourText(chosenHours) })}</legend>
            <span className="seg">
              {scales.levels.map((level, i) => (
                <button
                  key={level.names['en']}
                  type="button"
                  title={level.means[language]}
                  aria-pressed={levelAt(levelsOf(record, chosen.id), chosenHours).level === i}
                  onClick={() => {
                    set(chosen, chosenHours, i);
                  }}
                >
                  <i className={`swatch ${shadeOf(i, scales)}`} aria-hidden="true" />
                  {i} {level.names[language]}
                </button>
              ))}
              <button
                type="button"
                onClick={() => {
                  set(chosen, chosenHours, null);
                }}
              >
                – {t('biaGridClear')}
              </button>
            </span>
          </fieldset>
          <div className="beside">
            {chosen.unit && (
              <NumberField
                key={`${chosen.id} ${chosenHours}`}
                label={t('biaGridAmount', { unit: unitOf(chosen.unit) })}
                path={chosen.unit === 'money' ? '$.impact.loss' : `$.x-bia.kinds.${chosen.id}.amounts`}
                value={amountAt(amountsOf(record, chosen), chosenHours) ?? undefined}
                onValue={(amount) => {
                  onRecord(withAmount(record, chosen, chosenHours, amount ?? null));
                }}
              />
            )}
            <TextField
              key={chosen.id}
              label={t('biaGridWhy', { kind: nameOf(chosen) })}
              path={`$.x-bia.kinds.${chosen.id}.reason`}
              value={record['x-bia']?.kinds?.[chosen.id]?.reason}
              onValue={(reason) => {
                onRecord(withValue(record, ['x-bia', 'kinds', chosen.id, 'reason'], reason));
              }}
            />
          </div>
          <p className="sub">{t('biaGridKeys')}</p>
        </div>
      )}
    </>
  );
}
