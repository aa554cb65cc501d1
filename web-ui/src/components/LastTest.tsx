import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { getJson } from '../lib/api';
import type { components } from '../lib/api/schema';
import { moment } from '../lib/format';
import { useLanguage } from '../lib/i18n';

type Page = components['schemas']['TestController.Page'];

/** When an element was drilled last and how that came out; nothing while that is not known. */
export function LastTest({ element }: { element: string }): ReactElement | null {
  const { t, language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['drill-tests', 'last', element],
    queryFn: () => getJson<Page>(`/api/drill-tests?size=1&element=${encodeURIComponent(element)}`),
  });
  const last = data?.items[0];
  if (!data) return null;
  if (!last) return <p className="sub">{t('reportNeverTested')}</p>;
  return (
    <p className="sub">
      {t('reportLastTest', {
        date: last.heldAt ? moment(last.heldAt, language) : '',
        result: t(`reportResult-${last.result}`),
      })}{' '}
      <Link className="link" to={`/drills/plans/${last.plan}/report`}>
        {`D-${last.plan} ${last.title}`}
      </Link>
    </p>
  );
}
