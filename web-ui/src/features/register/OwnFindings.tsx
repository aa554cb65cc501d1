import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { FindingLines } from '../../components/FindingLines';
import { type FindingView, getJson, type Listing } from '../../lib/api';
import { count } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';

const MOST = 20;

/** The rules that one element breaks, or has a part in breaking. */
export function OwnFindings({ element }: { element: string }): ReactElement | null {
  const { language, t } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['findings', 'of', element],
    queryFn: () => getJson<Listing<FindingView>>(`/api/findings?size=${MOST}&element=${encodeURIComponent(element)}`),
    retry: 1,
  });
  if (!data) return error ? <Fault error={error} /> : null;
  return (
    <section className="card" aria-label={t('findingPage')}>
      <header>
        <h2>{t('findingPage')}</h2>
        <span className="sub">{t('findingOwnHint')}</span>
      </header>
      {data.total === 0 ? <p className="sub">{t('findingOwnNone')}</p> : <FindingLines findings={data.items} marked />}
      {data.total > MOST && (
        <p className="sub">
          {t('registerCount', { shown: count(MOST, language), total: count(data.total, language) })}{' '}
          <Link className="link" to="/register/findings">
            {t('findingAllLink')}
          </Link>
        </p>
      )}
    </section>
  );
}
