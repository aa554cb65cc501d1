import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Glyph } from '../../components/Glyph';
import { type Cell, type ElementEstimate, getJson, type Named, type Overview } from '../../lib/api';
import { isRare, timesOf } from '../../lib/estimate';
import { chance, interval, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';

/** The cell in focus: its glyph, its chance, and the way on from the weakest cell. */
export function Strip({
  overview,
  cell,
  isWeakest,
}: {
  overview: Overview;
  cell: Cell;
  isWeakest: boolean;
}): ReactElement | null {
  const { language, t, nameOf } = useLanguage();
  const { data } = useQuery({
    queryKey: ['estimates', cell.row, cell.runId],
    queryFn: () => getJson<{ items: ElementEstimate[] }>(`/api/estimates?element=${encodeURIComponent(cell.row)}`),
    placeholderData: (before) => before,
  });
  const estimate = data?.items.find((each) => each.element === cell.row && each.scenario === cell.column);
  const driver = estimate?.driver?.id.split(':')[0];
  const link = useQuery({
    queryKey: ['element', driver],
    queryFn: () => getJson<{ element: Named }>(`/api/elements/${encodeURIComponent(driver ?? '')}`),
    enabled: driver !== undefined,
  });
  const row = overview.rows.find((each) => each.id === cell.row);
  const column = overview.columns.find((each) => each.id === cell.column);
  if (!row || !column) return null;
  const within = cell.withinRto;
  const rare = estimate && isRare(estimate);
  const run = `/runs/${cell.runId ?? 0}/${row.id}`;
  return (
    <div className="strip" aria-live="polite">
      <div>
        <h3>
          <Link to={run}>{nameOf(row)}</Link>
        </h3>
        <p className="sub">{t('overviewAfter', { scenario: nameOf(column) })}</p>
        {within && (
          <p>
            <b>{t('overviewInTime', { chance: chance(within, language) })}</b>{' '}
            <span className="sub">({interval(within.low, within.high, t('to'))})</span>
          </p>
        )}
        <p className="sub">{t('overviewErrorAndGuesses', { guesses: share(cell.guesses ?? 0) })}</p>
      </div>
      <div className="g">{estimate && <Glyph {...timesOf(estimate)} note={rare ? t('overviewWhenHit') : ''} />}</div>
      <ol className="stations">
        <li className={isWeakest ? 'on' : ''}>
          <i>1</i>
          <Link to={run}>{t(isWeakest ? 'overviewStepWeakest' : 'overviewStepCell')}</Link>
        </li>
        {driver && (
          <>
            <li>
              <i>2</i>
              <Link to={`${run}#driving`}>
                {t('overviewStepDriver', { name: nameOf(link.data?.element ?? { id: driver }) })}
              </Link>
            </li>
            <li>
              <i>3</i>
              <Link to={`/register/graph?focus=${driver}`}>{t('overviewStepGraph')}</Link>
            </li>
          </>
        )}
      </ol>
    </div>
  );
}
