import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Difference } from '../../components/Difference';
import { Only, PagedList } from '../../components/PagedList';
import { State } from '../../components/State';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { usePages } from '../../lib/pages';
import { type DifferenceView, getBaselines } from './api';
import './changes.css';

const KINDS = ['all', 'added', 'removed', 'changed'] as const;
const ELEMENTS = ['assets', 'services', 'processes'];

/** What differs between a baseline and another one, or the register as it is now, entry by entry. */
export function BaselinePage(): ReactElement {
  const { id = '' } = useParams();
  const { t, language } = useLanguage();
  const [query, setQuery] = useSearchParams();
  const against = query.get('against') ?? 'now';
  const [kind, setKind] = useState<(typeof KINDS)[number]>('all');
  const pages = usePages<DifferenceView>(
    ['baseline', id],
    `/api/baselines/${encodeURIComponent(id)}/difference`,
    new URLSearchParams({ against, ...(kind === 'all' ? {} : { kind }) }),
    (entry) => `${entry.section}/${entry.id}`,
  );
  const data = pages.first;
  const others = useQuery({ queryKey: ['baselines'], queryFn: getBaselines });
  usePage(
    { label: t('changeTitle'), to: '/changes' },
    { label: t('changeBaselines'), to: '/baselines' },
    { label: data?.before.name ?? id },
  );
  if (!data) return <State error={pages.error} retry={pages.retry} />;
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
        <div className="narrowing">
          <label>
            <span>{t('changeBaselineAgainst')}</span>
            <select
              className="field"
              value={against}
              onChange={(event) => {
                setQuery({ against: event.target.value });
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
          <Only
            label={t('changeEntries')}
            choices={KINDS}
            chosen={kind}
            onChoose={setKind}
            text={(each) => t(`changeDiffKind-${each}`)}
          />
        </div>
        <PagedList pages={pages}>{(items) => <Entries items={items} />}</PagedList>
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
