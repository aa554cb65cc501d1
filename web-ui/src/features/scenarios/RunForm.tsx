import type { ReactElement } from 'react';
import { RunFields } from '../../components/RunFields';
import { useLanguage } from '../../lib/i18n';
import { MOST_TRIALS } from '../../lib/run';
import { useRunActions } from './useRuns';

/** Runs a scenario with trials and a seed; the same seed gives the same result. */
export function RunForm({ scenario, compact = false }: { scenario: string; compact?: boolean }): ReactElement {
  const { t } = useLanguage();
  const { start } = useRunActions();
  return (
    <RunFields
      usual="100000"
      countLabel={t('scenariosTrials')}
      runLabel={t('scenariosRun')}
      badLabel={t('scenariosBadTrials', { most: MOST_TRIALS })}
      busy={start.isPending}
      error={start.error}
      compact={compact}
      onRun={(wanted) => {
        start.mutate({ scenario, ...wanted });
      }}
    />
  );
}
