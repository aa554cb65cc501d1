import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { State } from '../../components/State';
import type { Cell, Column, Row } from '../../lib/api';
import { chanceBin, hours, interval, percent } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { isRare, isReached } from './model';

/** One service or process under one scenario: P95, coloured by the chance to be in time. */
export function MatrixCell({ cell, row, column }: { cell: Cell | undefined; row: Row; column: Column }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  if (!cell)
    return (
      <td>
        <State error={null} />
      </td>
    );
  if (cell.runId === null || !cell.disrupted)
    return (
      <td className="cell quiet" title={t('notRun')}>
        –
      </td>
    );
  if (!isReached(cell))
    return (
      <td className="cell quiet" title={t('notHit')}>
        <span aria-label={t('notHit')}>·</span>
      </td>
    );
  const rare = isRare(cell);
  const time = rare ? cell.p95WhenDisrupted : cell.p95;
  const p95 = time === null || time === undefined ? t('never') : hours(time, language);
  const within = cell.withinRto;
  const classes = [
    'cell',
    within ? `c${chanceBin(within.estimate)}` : 'neutral',
    (cell.guesses ?? 0) > 0.5 ? 'hatched' : '',
  ];
  const then = cell.withinRtoWhenDisrupted;
  const title = within
    ? t('cellTitle', {
        name: nameOf(row),
        scenario: nameOf(column),
        chance: percent(within.estimate),
        interval: interval(within.low, within.high, t('to')),
        p95,
        guesses: percent(cell.guesses ?? 0),
      })
    : t('noTarget');
  return (
    <td className={classes.join(' ')}>
      <Link to={`/runs/${cell.runId}/${row.id}`} title={title + (cell.stale ? ` (${t('stale')})` : '')}>
        <b>{p95}</b>
        {rare && then && (
          <small>{t('rare', { hit: percent(cell.disrupted.estimate), then: percent(then.estimate) })}</small>
        )}
      </Link>
    </td>
  );
}
