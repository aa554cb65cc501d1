import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { AsSubmitted } from '../../components/AsSubmitted';
import { State } from '../../components/State';
import { getJson } from '../../lib/api';
import type { Version } from '../../lib/approval';
import { useLanguage } from '../../lib/i18n';
import { type Plan, planPath } from './api';
import { PlanArticle } from './PlanPage';

/** A plan as it was submitted as a version, however the model has changed since. */
export function PlanVersionPage(): ReactElement {
  const { element = '', scenario = '', number = '' } = useParams();
  const { language, t } = useLanguage();
  const path = `${planPath(element, scenario)}/versions/${number}`;
  const { data, error, refetch } = useQuery({
    queryKey: ['plan', element, scenario, 'version', number, language],
    queryFn: () => getJson<{ plan: Plan; version: Version }>(`${path}?language=${language}`),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return (
    <PlanArticle
      plan={{ ...data.plan, run: data.plan.run && { ...data.plan.run, stale: false } }}
      pdf={`${path}/plan.pdf`}
    >
      <AsSubmitted version={data.version} label={t('planTitle')} to="/plans" />
    </PlanArticle>
  );
}
