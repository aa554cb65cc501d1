import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { fieldName, type MappedRow, type MappedTable, type Mapping, shownFields, wrongWith } from './mapping';

function Cell({
  table,
  mapping,
  row,
  field,
}: {
  table: MappedTable;
  mapping: Mapping;
  row: MappedRow;
  field: string;
}): ReactElement {
  const heading = mapping.columns.find((each) => each.field === field)?.heading;
  const wrong = heading === undefined ? undefined : wrongWith(table, row.row, heading);
  const text = row.cells[field];
  return (
    <td className={wrong ? 'wrong' : ''} title={wrong?.message}>
      {wrong ? wrong.value : (text ?? '–')}
    </td>
  );
}

/** How the first rows come out, with what is wrong marked. */
export function FirstRows({ table, mapping }: { table: MappedTable; mapping: Mapping }): ReactElement | null {
  const { t } = useLanguage();
  if (table.rows.length === 0) return null;
  const fields = shownFields(table);
  const wrong = mapping.columns.flatMap((each) =>
    each.field !== null &&
    !fields.includes(each.field) &&
    table.rows.some((row) => wrongWith(table, row.row, each.heading))
      ? [each.field]
      : [],
  );
  const all = [...fields, ...wrong];
  return (
    <section className="card">
      <h2>{t('importMapFirst')}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('importMapFirst')}>
        <table className="plain first-rows">
          <thead>
            <tr>
              <th scope="col">{t('importRow')}</th>
              <th scope="col">{t('importListEntry')}</th>
              {all.map((each) => (
                <th key={each} scope="col">
                  {fieldName(each, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, i) => (
              <tr key={i}>
                <td className="mono">{row.row}</td>
                <th scope="row">
                  <span className="mono">{row.id}</span>
                  {row.isNew && <span className="chip">{t('importListAdded')}</span>}
                </th>
                {all.map((each) => (
                  <Cell key={each} table={table} mapping={mapping} row={row} field={each} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
