import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { postJson } from '../lib/api';
import type { components } from '../lib/api/schema';
import { useLanguage } from '../lib/i18n';
import { Said } from './Fault';
import { May } from './May';

type View = components['schemas']['PlanView'];

/** Begins the plan of a drill that is scheduled or written down, and goes to it. */
export function PlanIt({
  from,
  name,
}: {
  from: { scheduled: string } | { written: string; year: number };
  name: string;
}): ReactElement {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: () => postJson<View>(`/api/drill-plans/drafts?language=${language}`, from),
    onSuccess: async (view) => {
      await queries.invalidateQueries({ queryKey: ['drill-plans'] });
      await navigate(`/drills/plans/${view.id}`);
    },
  });
  return (
    <May permission="plan-drills" everywhere>
      <button
        type="button"
        className="btn"
        disabled={begin.isPending}
        aria-label={t('dplPlanItOf', { name })}
        onClick={() => {
          begin.mutate();
        }}
      >
        {t('dplPlanIt')}
      </button>
      {begin.error && (
        <span className="bad" role="alert">
          <Said error={begin.error} />
        </span>
      )}
    </May>
  );
}
