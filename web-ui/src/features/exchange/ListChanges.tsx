import type { ReactElement } from 'react';
import { type TextKey, useLanguage } from '../../lib/i18n';
import type { CellChange, RowChange } from './lists';

const WHAT: Record<RowChange['what'], TextKey> = {
  added: 'importListAdded',
  changed: 'importListChanged',
  removed: 'importListRemoved',
};

function Cell({ change }: { change: CellChange }): ReactElement {
  const { t } = useLanguage();
  return (
    <li>
      <span className="mono">{change.column}</span>
      {change.stored !== '' && (
        <>
          {' '}
          <del>
            <span className="vh">{t('importListBefore')} </span>
            {change.stored}
          </del>
        </>
      )}
      {change.sent !== '' && (
        <>
          {' '}
          <ins>
            <span className="vh">{t('importListAfter')} </span>
            {change.sent}
          </ins>
        </>
      )}
    </li>
  );
}

/** Rows of a table with what becomes of them, cell by cell. */
export function ListChanges({ title, rows, total }: { title: string; rows: RowChange[]; total: number }): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="card">
      <h2>{title}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="plain list-changes">
          <thead>
            <tr>
              <th scope="col">{t('importRow')}</th>
              <th scope="col">{t('importListEntry')}</th>
              <th scope="col">{t('importListWhat')}</th>
              <th scope="col">{t('importListCells')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.row > 0 ? row.row : '–'}</td>
                <th scope="row">
                  {row.name ?? row.id}
                  {row.name !== null && <span className="sub mono">{row.id}</span>}
                </th>
                <td>{t(WHAT[row.what])}</td>
                <td>
                  <ul>
                    {row.changes
                      .filter((change) => change.column !== 'id')
                      .map((change) => (
                        <Cell key={change.column} change={change} />
                      ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > rows.length && <p className="sub">{t('importListMore', { count: total - rows.length })}</p>}
    </section>
  );
}
