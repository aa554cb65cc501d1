import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { hours as time } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { getRows } from './api';
import { StateMark } from './StateMark';

const MOST = 60;

/** The other analyses beside the one that is open, the most urgent first; on narrow windows the list is a page of its own. */
export function SideList({ current }: { current: string }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const [letters, setLetters] = useState('');
  const { data } = useQuery({
    queryKey: ['bia', 'rows', 'side', letters],
    queryFn: () => getRows(new URLSearchParams({ size: String(MOST), ...(letters ? { q: letters } : {}) })),
    placeholderData: (before) => before,
  });
  return (
    <nav className="sidelist" aria-label={t('biaTable')}>
      <input
        type="search"
        className="field"
        aria-label={t('biaFind')}
        placeholder={t('biaFind')}
        value={letters}
        onChange={(event) => {
          setLetters(event.target.value);
        }}
      />
      <ul>
        {data?.items.map((row) => {
          const rto = row.rtoHours ?? row.proposedRtoHours;
          return (
            <li key={row.thing.id}>
              <Link
                to={`/impact/${encodeURIComponent(row.thing.id)}`}
                aria-current={row.thing.id === current ? 'page' : undefined}
              >
                <b>{nameOf(row.thing)}</b>
                <span className="num">{rto === null ? '–' : time(rto, language)}</span>
                <small>{row.tier === null ? t('biaTierNone') : t('biaTierN', { tier: row.tier })}</small>
                <StateMark row={row} />
              </Link>
            </li>
          );
        })}
      </ul>
      {data && data.total > data.items.length && (
        <Link className="link" to="/impact">
          {t('biaChainMore', { count: data.total - data.items.length })}
        </Link>
      )}
    </nav>
  );
}
