import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { startToTakeBack } from './fold';
import { pending } from './model';
import { useRun } from './useRun';

/** After a start by mistake: takes it back, with the step that began with it, while nobody has gone on. */
export function StartByMistake(): ReactElement | null {
  const { t } = useLanguage();
  const { kept, account, sync, may } = useRun();
  const ids = startToTakeBack([...kept.events, ...pending(kept.queue, account)]);
  if (!may || ids.length === 0) return null;
  const takeBack = async (): Promise<void> => {
    for (const id of ids) await sync.withdraw(id, { undoable: true });
  };
  return (
    <p className="run-mistake">
      {t('drillRunByMistake')}
      <button type="button" className="btn" onClick={() => void takeBack()}>
        {t('drillRunTakeStartBack')}
      </button>
    </p>
  );
}
