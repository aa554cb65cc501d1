import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { KindList } from './KindList';
import {
  choicesOf,
  columnOf,
  fieldName,
  formOf,
  type FoundColumn,
  type MappedTable,
  type Mapping,
  ownField,
  UNITS,
  withColumn,
  withDefault,
  withValue,
} from './mapping';
import { Typed } from './Typed';

const EXAMPLES = 3;

interface Props {
  table: MappedTable;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

function FieldChoice({ table, mapping, onChange, found }: Props & { found: FoundColumn }): ReactElement {
  const { t } = useLanguage();
  const field = columnOf(mapping, found.heading).field;
  const { known, more } = choicesOf(table);
  const own = field !== null && !known.includes(field) && !more.includes(field) ? field : ownField(found.heading);
  return (
    <select
      aria-label={t('importMapFieldOf', { heading: found.heading })}
      className={field === null ? 'off' : ''}
      value={field ?? ''}
      onChange={(event) => {
        const next = event.target.value === '' ? null : event.target.value;
        const hours = formOf(table, next) === 'hours';
        onChange(withColumn(mapping, found.heading, { field: next, unit: hours ? 'h' : null, values: {} }));
      }}
    >
      <option value="">{t('importMapIgnored')}</option>
      {known.map((each) => (
        <option key={each} value={each}>
          {fieldName(each, t)}
        </option>
      ))}
      {mapping.of !== 'relations' && (
        <optgroup label={t('importMapMore')}>
          <option value={own}>{t('importMapOwn', { field: own })}</option>
          {more.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

/** What single values of a column are here. */
function Values({ table, mapping, onChange, found }: Props & { found: FoundColumn }): ReactElement | null {
  const { t } = useLanguage();
  const column = columnOf(mapping, found.heading);
  const said = Object.keys(column.values);
  const values = [...found.values, ...said.filter((each) => !found.values.includes(each))];
  if (column.field === null || values.length === 0) return null;
  const kinds = formOf(table, column.field) === 'text' && column.field === 'kind';
  return (
    <details>
      <summary>{said.length > 0 ? t('importMapValuesSaid', { count: said.length }) : t('importMapValues')}</summary>
      <ul className="map-values">
        {values.map((value) => (
          <li key={value}>
            <span className="value">{value}</span>
            <span aria-hidden="true">→</span>
            <Typed
              value={column.values[value] ?? ''}
              placeholder={value}
              label={t('importMapValueOf', { value, heading: found.heading })}
              {...(kinds ? { list: 'kinds' } : {})}
              onType={(text) => {
                onChange(withValue(mapping, found.heading, value, text));
              }}
            />
          </li>
        ))}
      </ul>
      {found.different > found.values.length && (
        <p className="sub">{t('importListMore', { count: found.different - found.values.length })}</p>
      )}
    </details>
  );
}

function Row(props: Props & { found: FoundColumn }): ReactElement {
  const { t } = useLanguage();
  const { table, mapping, onChange, found } = props;
  const column = columnOf(mapping, found.heading);
  const field = column.field;
  return (
    <tr className={field === null ? 'off' : ''}>
      <th scope="row">{found.heading}</th>
      <td className="examples" data-label={t('importMapExamples')}>
        {found.values.slice(0, EXAMPLES).join(' · ') || '–'}
        <span className="sub">{t('importMapFilled', { filled: found.filled, different: found.different })}</span>
      </td>
      <td data-label={t('importMapField')}>
        <FieldChoice {...props} />
      </td>
      <td data-label={t('importMapHow')}>
        {formOf(table, field) === 'hours' && (
          <select
            aria-label={t('importMapUnitOf', { heading: found.heading })}
            value={column.unit ?? 'h'}
            onChange={(event) => {
              onChange(withColumn(mapping, found.heading, { unit: event.target.value }));
            }}
          >
            {UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {t(`importUnit_${unit}`)}
              </option>
            ))}
          </select>
        )}
        <Values {...props} />
      </td>
      <td data-label={t('importMapEmpty')}>
        {field !== null && !['id', 'externalKey', 'name', 'from', 'to'].includes(field) && (
          <Typed
            value={mapping.defaults[field] ?? ''}
            label={t('importMapEmptyOf', { heading: found.heading })}
            placeholder={t('importMapStays')}
            {...(field === 'kind' ? { list: 'kinds' } : {})}
            onType={(text) => {
              onChange(withDefault(mapping, field, text));
            }}
          />
        )}
      </td>
    </tr>
  );
}

/** The columns of the table, each with what it means. */
export function ColumnTable(props: Props): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="card">
      <h2>{t('importMapColumns')}</h2>
      <KindList />
      <table className="plain map-columns">
        <thead>
          <tr>
            <th scope="col">{t('importColumn')}</th>
            <th scope="col">{t('importMapExamples')}</th>
            <th scope="col">{t('importMapField')}</th>
            <th scope="col">{t('importMapHow')}</th>
            <th scope="col">{t('importMapEmpty')}</th>
          </tr>
        </thead>
        <tbody>
          {props.table.columns.map((found) => (
            <Row key={found.heading} {...props} found={found} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
