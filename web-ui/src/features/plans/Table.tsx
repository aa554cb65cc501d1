import type { ReactElement, ReactNode } from 'react';

export interface ColumnHead {
  text: string;
  figure?: boolean;
}

/** A plain table; on a phone each row becomes a block with its heads beside the cells, unless it is narrow. */
export function Table({
  heads,
  rows,
  label,
  narrow = false,
}: {
  heads: ColumnHead[];
  rows: { key: string; cells: ReactNode[] }[];
  label: string;
  narrow?: boolean;
}): ReactElement {
  return (
    <table className={narrow ? 'plain narrow' : 'plain blocks'} aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.text} scope="col" className={head.figure ? 'num' : ''}>
              {head.text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, i) => (
              <td key={heads[i]?.text} data-head={heads[i]?.text} className={heads[i]?.figure ? 'num' : ''}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
