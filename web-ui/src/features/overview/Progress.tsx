import { useMutation, useQueryClient } from '@tanstack/react-query';
import { May } from '../../components/May';
import type { ReactElement } from 'react';
import { type Cell, type Overview, postJson, type RunInfo } from '../../lib/api';
import { count } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';

/** Runs that wait or work, each with a way to stop it. */
export function Progress({ overview }: { overview: Overview }): ReactElement | null {
  const { language, t, nameOf } = useLanguage();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: (run: number) => postJson<RunInfo>(`/api/runs/${run}/cancel`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['overview'] }),
  });
  const open = new Map<number, Cell>();
  for (const cell of overview.cells) {
    if (cell.run && (cell.run.status === 'queued' || cell.run.status === 'running')) open.set(cell.run.id, cell);
  }
  if (open.size === 0) return null;
  return (
    <section className="card" aria-live="polite">
      <h2>{t('running', { count: open.size })}</h2>
      <ul className="runs">
        {[...open.values()].map(
          ({ run, column }) =>
            run && (
              <li key={run.id}>
                <span>
                  {t('progress', {
                    scenario: nameOf(overview.columns.find((each) => each.id === column) ?? { id: column }),
                    percent: `${Math.round((run.trialsDone / run.trials) * 100)} %`,
                    trials: count(run.trials, language),
                  })}
                </span>
                <progress value={run.trialsDone} max={run.trials} aria-label={column} />
                <May permission="run">
                  <button
                    type="button"
                    className="btn"
                    onClick={() => {
                      cancel.mutate(run.id);
                    }}
                  >
                    {t('cancel')}
                  </button>
                </May>
              </li>
            ),
        )}
      </ul>
    </section>
  );
}
