import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import type { Cell, Overview } from '../../lib/api';
import { frequency, hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { MatrixCell } from './MatrixCell';
import { byOrigin, type Part, rowsOf, weakest } from './model';
import { Strip } from './Strip';

const BINS = ['≥ 99', '95', '90', '80', '65', '50', '< 50'];
const PARTS: Part[] = ['all', 'service', 'process'];
const LABELS = { all: 'overviewAll', service: 'overviewServices', process: 'overviewProcesses' } as const;

/** Services and processes against scenarios; the strip below says more of the cell in focus, at first the weakest. */
export function Matrix({ overview }: { overview: Overview }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const [part, setPart] = useState<Part>('all');
  const [chosen, setChosen] = useState<Cell | null>(null);
  const groups = byOrigin(overview.columns);
  const columns = groups.flatMap((group) => group.columns);
  const cells = new Map(overview.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const worst = weakest(overview.cells);
  const shown = chosen ?? worst;
  return (
    <section className="card mx">
      <header>
        <h2>{t('question')}</h2>
        <span className="seg" role="group" aria-label={t('element')}>
          {PARTS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={part === each}
              onClick={() => {
                setPart(each);
              }}
            >
              {t(LABELS[each])} {rowsOf(overview.rows, each).length}
            </button>
          ))}
        </span>
        <span className="scale">
          {t('overviewScale')}
          <ol>
            {BINS.map((bin, i) => (
              <li key={bin} className={`c${6 - i}`}>
                {bin}
              </li>
            ))}
          </ol>
        </span>
        <span className="sub hint">{t('cellHint')}</span>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('question')}>
        <table className="matrix">
          <colgroup>
            <col className="first" />
            <col className="rto" />
            <col span={columns.length} />
          </colgroup>
          <thead>
            <tr className="origins">
              <td colSpan={2} />
              {groups.map((group) => (
                <th key={group.origin} scope="colgroup" colSpan={group.columns.length}>
                  <span>{t(group.origin)}</span>
                </th>
              ))}
            </tr>
            <tr className="names">
              <th scope="col" className="first">
                {t('element')}
              </th>
              <th scope="col" className="num rto">
                {t('rto')}
              </th>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  <Link to={`/scenarios/${column.id}`}>{nameOf(column)}</Link>
                  {column.frequency !== null && <small>{frequency(column.frequency, language)}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(overview.rows, part).map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to={`/register/${row.id}`}>{nameOf(row)}</Link>
                </th>
                <td className="num rto">{row.rtoHours === null ? '–' : hours(row.rtoHours, language)}</td>
                {columns.map((column) => (
                  <MatrixCell
                    key={column.id}
                    row={row}
                    column={column}
                    cell={cells.get(`${row.id} ${column.id}`)}
                    selected={shown?.row === row.id && shown.column === column.id}
                    onSelect={setChosen}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown && <Strip overview={overview} cell={shown} isWeakest={shown === worst} />}
    </section>
  );
}
