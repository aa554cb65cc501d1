import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Cell, Column, Row } from '../../lib/api';
import { chance, chanceBin, hours, interval, share, shortChance } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { isRare, isReached } from './model';

interface Props {
  cell: Cell | undefined;
  row: Row;
  column: Column;
  selected: boolean;
  onSelect: (cell: Cell) => void;
}

/** One service or process under one scenario: P95, coloured by the chance to be in time. */
export function MatrixCell({ cell, row, column, selected, onSelect }: Props): ReactElement {
  const { language, t, nameOf } = useLanguage();
  if (!cell || cell.runId === null || !cell.disrupted)
    return (
      <td className="cell quiet">
        <span title={t('notRun')}>
          <span aria-hidden="true">–</span>
          <span className="vh">{t('notRun')}</span>
        </span>
      </td>
    );
  if (!isReached(cell))
    return (
      <td className="cell quiet">
        <span title={t('notHit')}>
          <span aria-hidden="true">·</span>
          <span className="vh">{t('notHit')}</span>
        </span>
      </td>
    );
  const rare = isRare(cell);
  const time = rare ? cell.p95WhenDisrupted : cell.p95;
  const p95 = time === null ? t('never') : hours(time, language);
  const within = cell.withinRto;
  const then = cell.withinRtoWhenDisrupted;
  const hit = shortChance(cell.disrupted);
  const thenText = then ? shortChance(then) : '';
  const facts = { name: nameOf(row), scenario: nameOf(column), p95, guesses: share(cell.guesses ?? 0) };
  const verdict = within
    ? t('cellTitle', {
        ...facts,
        chance: chance(within, language),
        interval: interval(within.low, within.high, t('to')),
      })
    : t('cellTitleNoTarget', facts);
  const rarely = rare && then ? t('rare', { hit, then: thenText }) : null;
  const title = [verdict, rarely, cell.stale ? t('stale') : null].filter(Boolean).join('\n');
  const classes = [
    'cell',
    within ? `c${chanceBin(within.estimate)}` : 'neutral',
    (cell.guesses ?? 0) > 0.5 ? 'hatched' : '',
    selected ? 'sel' : '',
  ];
  const select = (): void => {
    onSelect(cell);
  };
  return (
    <td className={classes.join(' ')}>
      <Link to={`/runs/${cell.runId}/${row.id}`} title={title} onFocus={select} onMouseEnter={select}>
        <span className="t">
          <b>{p95}</b> {rarely && <small>{t('rareHit', { hit })}</small>}
        </span>
        {rarely && <small>{t('rareThen', { then: thenText })}</small>}
        <span className="vh">{verdict}</span>
      </Link>
    </td>
  );
}
