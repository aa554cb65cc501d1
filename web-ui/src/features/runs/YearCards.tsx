import { type ReactElement, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { chance, figure, hours, interval, money } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { elementsOf, type ModelFile } from '../../lib/model';
import { Card } from './Numbers';
import { availability, exhausted, type YearElement, type YearResult } from './year';

const FEW = 8;

/** How available services or processes are, whether promises are kept, and what it costs; columns that say nothing are left out. */
export function Promises({
  rows,
  title,
  model,
}: {
  rows: YearElement[];
  title: string;
  model: ModelFile;
}): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const elements = elementsOf(model);
  const currency = model.currency ?? 'TWD';
  const amount = (of: { mean: number } | null): string => (of ? money(of.mean, currency, language) : '–');
  const columns: { key: TextKey; show: boolean; cell: (each: YearElement) => ReactNode }[] = [
    { key: 'yearAvailability', show: true, cell: (each) => <Available of={each.availability} /> },
    {
      key: 'yearPromised',
      show: rows.some((each) => each.promised !== null),
      cell: (each) => (each.promised === null ? '–' : `${Number((each.promised * 100).toFixed(5))}\u00a0%`),
    },
    {
      key: 'yearMet',
      show: rows.some((each) => each.slaMet !== null),
      cell: (each) => <Kept element={each} />,
    },
    { key: 'yearOutages', show: true, cell: outages },
    {
      key: 'yearLength',
      show: true,
      cell: (each) => (each.outages.meanHours === null ? '–' : hours(each.outages.meanHours, language)),
    },
    {
      key: 'yearPaidBack',
      show: rows.some((each) => each.penalty !== null),
      cell: (each) => amount(each.penalty),
    },
    { key: 'yearLoss', show: rows.some((each) => each.loss !== null), cell: (each) => amount(each.loss) },
  ];
  const shown = columns.filter((column) => column.show);
  return (
    <Card title={title} sub={t('yearTableHint')}>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="plain years">
          <thead>
            <tr>
              <th scope="col">{t('yearName')}</th>
              {shown.map((column) => (
                <th key={column.key} scope="col" className="num">
                  {t(column.key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <Link className="link" to={`/register/${each.id}`}>
                    {nameOf(elements.get(each.id) ?? { id: each.id })}
                  </Link>
                </th>
                {shown.map((column) => (
                  <td key={column.key} className="num">
                    {column.cell(each)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Available({ of }: { of: YearElement['availability'] }): ReactElement {
  const { t } = useLanguage();
  return (
    <>
      {availability(of)}
      {of.mean < 1 && of.low !== null && of.high !== null && (
        <small>
          {availability({ mean: of.low, low: null })} {t('to')}{' '}
          {of.high >= 1 ? '100\u00a0%' : availability({ mean: of.high, low: null })}
        </small>
      )}
    </>
  );
}

/** How many outages a year; what was never seen is written by its bound. */
function outages({ outages: of }: YearElement): string {
  if (of.perYear > 0) return Number(of.perYear.toPrecision(2)).toString();
  return of.perYearHigh === null ? '0' : `<\u00a0${Number(of.perYearHigh.toPrecision(1))}`;
}

function Kept({ element }: { element: YearElement }): ReactElement {
  const { language, t } = useLanguage();
  const met = element.slaMet;
  if (!met) return <>–</>;
  return (
    <>
      <span className={met.estimate >= 0.95 ? '' : 'bad'}>{chance(met, language, 1)}</span>
      {met.estimate < 0.999 && <small>{interval(met.low, met.high, t('to'))}</small>}
    </>
  );
}

/** Capacities that growing demand exceeds in normal running. */
export function Capacities({ result, model }: { result: YearResult; model: ModelFile }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const elements = elementsOf(model);
  const rows = exhausted(result);
  const [all, setAll] = useState(false);
  return (
    <Card title={t('yearCapacity')} sub={t('yearCapacityHint')}>
      {rows.length === 0 ? (
        <p className="sub">{t('yearCapacityNone')}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('yearName')}</th>
              <th scope="col" className="num">
                {t('yearLoad')}
              </th>
              <th scope="col" className="num">
                {t('yearExhausted')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, FEW)).map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <Link className="link" to={`/register/${each.id}`}>
                    {nameOf(elements.get(each.id) ?? { id: each.id })}
                  </Link>
                </th>
                <td className="num">
                  {t('yearOf', {
                    load: figure(each.load, language),
                    amount: figure(each.amount, language),
                    unit: each.unit,
                  })}
                </td>
                <td className="num">
                  {each.exhaustedInYears === 0
                    ? t('yearNow')
                    : t('yearInYears', { years: (each.exhaustedInYears ?? 0).toFixed(1) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > FEW && !all && (
        <button
          type="button"
          className="btn noprint"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('yearAll', { count: rows.length })}
        </button>
      )}
    </Card>
  );
}
