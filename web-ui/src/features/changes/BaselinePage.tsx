import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Difference } from '../../components/Difference';
import { State } from '../../components/State';
import { getJson } from '../../lib/api';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { type DifferenceView, getBaselines } from './api';
import './changes.css';

const PAGE = 50;
const KINDS = ['all', 'added', 'removed', 'changed'] as const;
const ELEMENTS = ['assets', 'services', 'processes'];

/** What differs between a baseline and another one, or the register as it is now, entry by entry. */
export function BaselinePage(): ReactElement {
  const { id = '' } = useParams();
  const { t, language } = useLanguage();
  const [query, setQuery] = useSearchParams();
  const against = query.get('against') ?? 'now';
  const [kind, setKind] = useState<(typeof KINDS)[number]>('all');
  const [size, setSize] = useState(PAGE);
  const { data, error, refetch } = useQuery({
    queryKey: ['baseline', id, against, kind, size],
    queryFn: () =>
      getJson<DifferenceView>(
        `/api/baselines/${id}/difference?against=${against}&size=${size}${kind === 'all' ? '' : `&kind=${kind}`}`,
      ),
    placeholderData: (before) => before,
  });
  const others = useQuery({ queryKey: ['baselines'], queryFn: getBaselines });
  usePage(
    { label: t('changeTitle'), to: '/changes' },
    { label: t('changeBaselines'), to: '/baselines' },
    { label: data?.before.name ?? id },
  );
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const { before, after, added, removed, changed } = data;
  const none = added + removed + changed === 0;
  return (
    <div className="changes">
      <div className="head">
        <div className="grow">
          <h1>{none ? t('changeBaselineDiffNone') : t('changeBaselineDiff', { added, removed, changed })}</h1>
          <p className="lede">
            {t('changeBaselineFromTo', {
              before: before.name,
              date: moment(before.takenAt, language),
              after: after ? after.name : t('changeBaselineNow'),
            })}
          </p>
        </div>
        <a
          className="btn"
          href={`/api/baselines/${id}/difference/export?against=${against}&language=${language}`}
          download
        >
          {t('changeExport')}
        </a>
      </div>
      <section className="card" aria-label={t('changeEntries')}>
        <div className="filter">
          <label>
            <span>{t('changeBaselineAgainst')}</span>
            <select
              className="field"
              value={against}
              onChange={(event) => {
                setQuery({ against: event.target.value });
                setSize(PAGE);
              }}
            >
              <option value="now">{t('changeBaselineNow')}</option>
              {others.data?.items
                .filter((each) => String(each.id) !== id)
                .map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
            </select>
          </label>
          <span className="seg" role="group" aria-label={t('changeEntries')}>
            {KINDS.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={kind === each}
                onClick={() => {
                  setKind(each);
                  setSize(PAGE);
                }}
              >
                {t(`changeDiffKind-${each}`)}
              </button>
            ))}
          </span>
        </div>
        <Entries items={data.items} />
        {data.total > data.items.length && (
          <p className="ways">
            <button
              type="button"
              className="btn"
              onClick={() => {
                setSize(Math.min(500, size + PAGE));
              }}
            >
              {t('changeMore', { count: Math.min(PAGE, data.total - data.items.length) })}
            </button>
          </p>
        )}
      </section>
    </div>
  );
}

function Entries({ items }: { items: DifferenceView['items'] }): ReactElement {
  const { t, nameOf } = useLanguage();
  return (
    <ul className="entries">
      {items.map((each) => (
        <li key={`${each.section}/${each.id}`}>
          <h2>
            <span className={each.kind === 'removed' ? 'chip warn' : 'chip'}>{t(`changeDiffKind-${each.kind}`)}</span>{' '}
            {ELEMENTS.includes(each.section) && each.kind !== 'removed' ? (
              <Link className="link" to={`/register/${encodeURIComponent(each.id)}`}>
                {nameOf(each)}
              </Link>
            ) : (
              <b>{each.id === '' ? t('changeInSection-model') : nameOf(each)}</b>
            )}{' '}
            <span className="sub">
              {each.id !== '' && `${t(`changeInSection-${each.section}` as TextKey)} · ${each.id}`}
            </span>
          </h2>
          {each.lines.length > 0 && <Difference lines={each.lines} />}
        </li>
      ))}
    </ul>
  );
}
