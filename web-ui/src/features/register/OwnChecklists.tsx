import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { getJson, type Listing } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { useLanguage } from '../../lib/i18n';

type Row = components['schemas']['ChecklistRow'];

/** The checklists about one element, and the way to begin another. */
export function OwnChecklists({ element }: { element: string }): ReactElement | null {
  const { language, t } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['checklists', 'of', element],
    queryFn: () => getJson<Listing<Row>>(`/api/checklists?size=50&subject=${encodeURIComponent(element)}`),
    retry: 1,
  });
  if (!data) return error ? <Fault error={error} /> : null;
  if (data.total === 0) return null;
  return (
    <section className="card" aria-label={t('checklistRoom')}>
      <header>
        <h2>{t('checklistRoom')}</h2>
        <Link className="link r" to={`/checklists?subject=${encodeURIComponent(element)}`}>
          {t('checklistAll')}
        </Link>
      </header>
      <ul className="rows">
        {data.items.map((row) => (
          <li key={`${row.template}/${row.variant ?? ''}`}>
            {row.score ? (
              <Link
                className="link"
                to={`/checklists/${row.template}/${encodeURIComponent(element)}${row.variant ? `?variant=${row.variant}` : ''}`}
              >
                {row.templateNames[language] ?? row.template}
              </Link>
            ) : (
              <span>{row.templateNames[language] ?? row.template}</span>
            )}
            <span className="sub">
              {row.score
                ? t('checklistScore', { met: row.score.met, of: row.score.asked - row.score.notApplicable })
                : t('checklistNotBegun')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
