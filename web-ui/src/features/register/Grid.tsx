import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { SmallAxis, SmallGlyph } from '../../components/Glyph';
import { Icon } from '../../components/Icon';
import { timesOf } from '../../lib/estimate';
import { chance, count, hours, share } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import { type Line, mainEvidence, type Sort, type Wish } from './rows';

const STEP = 100;
const COLUMNS: [Sort, TextKey, string][] = [
  ['name', 'registerName', 'name'],
  ['kind', 'registerKind', ''],
  ['site', 'registerSite', ''],
  ['owner', 'registerOwner', ''],
  ['needs', 'registerNeeds', 'num'],
  ['neededBy', 'registerNeededBy', 'num'],
  ['rto', 'rto', 'num'],
  ['chance', 'registerChance', 'num'],
  ['guesses', 'registerEvidence', ''],
];

interface Props {
  lines: Line[];
  wish: Wish;
  change: (part: Partial<Wish>) => void;
}

/** The list itself: rows on a laptop, cards on a phone; more rows come on request. */
export function Grid({ lines, wish, change }: Props): ReactElement {
  const { language, t } = useLanguage();
  const [most, setMost] = useState(STEP);
  const shown = lines.slice(0, most);
  const sort = (column: Sort): void => {
    const again = wish.sort === column;
    change(again && wish.falling ? { sort: null, falling: false } : { sort: column, falling: again });
  };
  if (lines.length === 0)
    return (
      <p className="nothing">
        {t('registerNone')}{' '}
        <button
          type="button"
          className="btn"
          onClick={() => {
            change({ show: 'all', q: '', kind: '', site: '' });
          }}
        >
          {t('registerShowAll')}
        </button>
      </p>
    );
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('register')}>
        <table className="tb" aria-rowcount={lines.length}>
          <thead>
            <tr>
              {COLUMNS.map(([column, text, cls]) => {
                const on = wish.sort === column;
                return (
                  <th
                    key={column}
                    scope="col"
                    className={`c-${column} ${cls}`}
                    aria-sort={on ? (wish.falling ? 'descending' : 'ascending') : 'none'}
                  >
                    <button
                      type="button"
                      onClick={() => {
                        sort(column);
                      }}
                    >
                      {t(text)}
                      {on && <Icon name={wish.falling ? 'down' : 'up'} size={11} />}
                    </button>
                    {column === 'chance' && <SmallAxis />}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Row key={line.row.id} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < lines.length && (
        <p className="more">
          {t('registerTooMany', { shown: count(shown.length, language), total: count(lines.length, language) })}{' '}
          <button
            type="button"
            className="btn"
            onClick={() => {
              setMost(most + STEP);
            }}
          >
            {t('registerMore', { more: count(Math.min(STEP, lines.length - shown.length), language) })}
          </button>
        </p>
      )}
      <p className="sub key">{t('registerKey')}</p>
    </>
  );
}

function Row({ line }: { line: Line }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const { row, worst } = line;
  const evidence = mainEvidence(row);
  const within = worst?.recovery.withinRto;
  return (
    <tr>
      <th scope="row" className="name">
        <Link to={`/register/${row.id}`}>{nameOf(row)}</Link>
        {line.spof && <span className="chip warn">{t('registerSpofShort')}</span>}
        <small className="mono">{row.id}</small>
      </th>
      <td data-label={t('registerKind')}>{kindText(row.kind, t)}</td>
      <td data-label={t('registerSite')}>{line.site || '–'}</td>
      <td data-label={t('registerOwner')}>{line.owner || '–'}</td>
      <td className="num" data-label={t('registerNeeds')}>
        {row.needsCount}
      </td>
      <td className="num" data-label={t('registerNeededBy')}>
        {row.neededByCount}
      </td>
      <td className="num" data-label={t('rto')}>
        {row.rtoHours === null ? '–' : hours(row.rtoHours, language)}
      </td>
      <td className="num g" data-label={t('registerChance')}>
        {worst ? (
          <Link to={`/runs/${worst.run}/${row.id}`} title={worst.scenario}>
            <span>{within ? chance(within, language) : t('noTarget')}</span>
            <SmallGlyph {...timesOf(worst)} />
          </Link>
        ) : (
          <span className="sub">{t('notHit')}</span>
        )}
      </td>
      <td data-label={t('registerEvidence')}>
        {evidence ? (
          <span className="ev">
            <i className={`ev-${evidence}`} />
            {t(evidence)}
            {line.guesses !== null && line.guesses > 0 && (
              <small>{t('registerGuessed', { share: share(line.guesses) })}</small>
            )}
          </span>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}
