import type { ReactElement, ReactNode } from 'react';
import { useLanguage } from '../../lib/i18n';

/** A part of the page with its name. */
export function Card({
  title,
  sub,
  id,
  children,
}: {
  title: string;
  sub?: string;
  id?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <section className="card" id={id}>
      <header>
        <h2>{title}</h2>
        {sub && <span className="sub">{sub}</span>}
      </header>
      {children}
    </section>
  );
}

/** The table behind a chart. */
export function Numbers({ head, rows }: { head: string[]; rows: string[][] }): ReactElement {
  const { t } = useLanguage();
  return (
    <details className="noprint">
      <summary>{t('table')}</summary>
      <table className="plain">
        <thead>
          <tr>
            {head.map((each, i) => (
              <th key={each} scope="col" className={i > 0 ? 'num' : ''}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]}>
              {cells.map((cell, i) => (
                <td key={head[i]} className={i > 0 ? 'num' : ''}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
