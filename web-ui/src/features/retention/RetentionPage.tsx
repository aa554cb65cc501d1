import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { State } from '../../components/State';
import { getDue, getHolds, getPolicies } from '../../lib/evidence';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { DueList } from './DueList';
import { Holds } from './Holds';
import { PolicyTable } from './PolicyTable';
import './retention.css';

/** How long records are kept, what is held longer, and what may be deleted now. */
export function RetentionPage(): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('auditRoom'), to: '/audit' }, { label: t('evidenceRetention') });
  const policies = useQuery({ queryKey: ['retention', 'policies'], queryFn: getPolicies });
  const due = useQuery({ queryKey: ['retention', 'due'], queryFn: getDue });
  const holds = useQuery({ queryKey: ['retention', 'holds'], queryFn: getHolds });
  if (!policies.data || !due.data || !holds.data)
    return (
      <State
        error={policies.error ?? due.error ?? holds.error}
        retry={() => {
          void policies.refetch();
          void due.refetch();
          void holds.refetch();
        }}
      />
    );
  const count = due.data.length;
  return (
    <div className="retention">
      <div className="head">
        <div className="grow">
          <h1>{count === 0 ? t('evidenceRetentionNone') : t('evidenceRetentionDue', { count })}</h1>
          <p className="lede">{t('evidenceRetentionLede')}</p>
        </div>
      </div>
      {count > 0 && <DueList due={due.data} />}
      <PolicyTable policies={policies.data} />
      <Holds holds={holds.data} />
    </div>
  );
}
