import type { ReactElement } from 'react';
import type { RegisterSummary } from '../../lib/api';
import { count } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import { belongs, type Line, type Show, SHOWS, type Wish } from './rows';

const LABELS: Record<Show, TextKey> = {
  all: 'registerAll',
  services: 'registerServices',
  processes: 'registerProcesses',
  assets: 'registerAssets',
  spof: 'registerSpof',
  guesses: 'registerGuesses',
};

interface Props {
  all: Line[];
  shown: number;
  wish: Wish;
  change: (part: Partial<Wish>) => void;
  summary: RegisterSummary;
}

/** Tabs, search and filters above the list, with how many of all are shown. */
export function Filters({ all, shown, wish, change, summary }: Props): ReactElement {
  const { language, t, nameOf } = useLanguage();
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
            {t(LABELS[show])} <span>{count(all.filter((line) => belongs(line, show)).length, language)}</span>
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
          {Object.entries(summary.kinds).map(([kind, many]) => (
            <option key={kind} value={kind}>
              {`${kindText(kind, t)} (${many})`}
            </option>
          ))}
        </select>
        {summary.sites.length > 0 && (
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
        <span className="sub of" role="status">
          {t('registerCount', { shown: count(shown, language), total: count(all.length, language) })}
        </span>
      </div>
    </>
  );
}
