import { type ReactElement, useMemo } from 'react';
import type { RegisterSummary } from '../../lib/api';
import { count } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import { columnOf } from './grid/columns';
import { Views } from './Views';
import { belongs, COLUMNS, type Line, type Show, SHOWS, USUAL, type Wish } from './rows';

const LABELS: Record<Show, TextKey> = {
  all: 'registerAll',
  services: 'registerServices',
  processes: 'registerProcesses',
  assets: 'registerAssets',
  spof: 'registerSpof',
  guesses: 'registerGuesses',
};

interface Props {
  all: readonly Line[];
  /** How many there are, before all of them are there. */
  total: number;
  shown: number;
  wish: Wish;
  change: (part: Partial<Wish>) => void;
  summary: RegisterSummary | undefined;
  /** Whether there is room for columns. */
  wide: boolean;
  filtering: boolean;
  setFiltering: (on: boolean) => void;
}

/** Tabs, search and filters above the list, with how many of all are shown. */
export function Filters(props: Props): ReactElement {
  const { all, total, shown, wish, change, summary, wide } = props;
  const { language, t, nameOf } = useLanguage();
  const counts = useMemo(
    () => new Map(SHOWS.map((show) => [show, all.filter((line) => belongs(line, show)).length])),
    [all],
  );
  const filtered = Object.keys(wish.filters).length;
  return (
    <>
      <div className="tabs scroll" role="group" aria-label={t('registerShow')}>
        {SHOWS.map((show) => (
          <button
            key={show}
            type="button"
            aria-pressed={wish.show === show}
            onClick={() => {
              change({ show });
            }}
          >
            {t(LABELS[show])} <span>{count(show === 'all' ? total : (counts.get(show) ?? 0), language)}</span>
          </button>
        ))}
      </div>
      <div className="flt">
        <input
          type="search"
          className="field"
          aria-label={t('registerSearch')}
          placeholder={t('registerSearch')}
          value={wish.q}
          onChange={(event) => {
            change({ q: event.target.value });
          }}
        />
        <select
          className="field"
          aria-label={t('registerKind')}
          value={wish.kind}
          onChange={(event) => {
            change({ kind: event.target.value });
          }}
        >
          <option value="">{t('registerAnyKind')}</option>
          {Object.entries(summary?.kinds ?? {}).map(([kind, many]) => (
            <option key={kind} value={kind}>
              {`${kindText(kind, t)} (${many})`}
            </option>
          ))}
        </select>
        {summary && summary.sites.length > 0 && (
          <select
            className="field"
            aria-label={t('registerSite')}
            value={wish.site}
            onChange={(event) => {
              change({ site: event.target.value });
            }}
          >
            <option value="">{t('registerAnySite')}</option>
            {summary.sites.map((site) => (
              <option key={site.id} value={site.id}>
                {nameOf(site)}
              </option>
            ))}
          </select>
        )}
        {wide && <Wide {...props} />}
        <Views wish={wish} change={change} />
        {filtered > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => {
              change({ filters: {} });
            }}
          >
            {t('registerClearFilters', { count: filtered })}
          </button>
        )}
        <span className="sub of" role="status">
          {t('registerCount', { shown: count(shown, language), total: count(total, language) })}
        </span>
      </div>
    </>
  );
}

/** Which columns there are, and whether each has a filter. */
function Wide({ wish, change, filtering, setFiltering }: Props): ReactElement {
  const { t } = useLanguage();
  return (
    <>
      <button
        type="button"
        className="btn"
        aria-pressed={filtering}
        onClick={() => {
          setFiltering(!filtering);
        }}
      >
        {t('registerFilters')}
      </button>
      <details className="gmenu">
        <summary>{t('registerColumns')}</summary>
        <fieldset>
          <legend className="vh">{t('registerColumns')}</legend>
          {COLUMNS.map((key) => (
            <label key={key} className="tick">
              <input
                type="checkbox"
                checked={wish.columns.includes(key)}
                disabled={key === 'id'}
                onChange={(event) => {
                  const on = event.target.checked;
                  change({ columns: COLUMNS.filter((each) => (each === key ? on : wish.columns.includes(each))) });
                }}
              />
              {t(columnOf(key).text)}
            </label>
          ))}
          <button
            type="button"
            className="link"
            onClick={() => {
              change({ columns: USUAL });
            }}
          >
            {t('registerUsualColumns')}
          </button>
        </fieldset>
      </details>
    </>
  );
}
