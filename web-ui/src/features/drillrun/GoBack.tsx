import { type ReactElement, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import { Sheet } from './Sheet';
import { useRun } from './useRun';

/** Stop, roll back, go on, end: each says what follows, and can be undone. */
export function GoBack({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const { content, state, sync } = useRun();
  const [text, setText] = useState('');
  const say = (kind: string): void => {
    const words = text.trim();
    void sync.mark(kind, words ? { text: words } : {}, { undoable: true }).then(onDone);
  };
  const open = state.steps.filter((step) => step.endedAt === null).length;
  return (
    <Sheet title={t(state.status === 'running' ? 'drillRunGoBackTitle' : 'drillRunHeldTitle')} onClose={onDone}>
      {content.rollback && (
        <p className="rollback">
          <b>{t('drillRunRollbackPlan')}</b> {content.rollback}
        </p>
      )}
      <label>
        <span>{t('drillRunWhy')}</span>
        <textarea
          rows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </label>
      <div className="a stack">
        {state.status !== 'rolled-back' && (
          <button
            type="button"
            className="btn warn"
            onClick={() => {
              say('rolled-back');
            }}
          >
            {t('drillRunRollBack')}
          </button>
        )}
        {state.status === 'running' && (
          <button
            type="button"
            className="btn warn"
            onClick={() => {
              say('stopped');
            }}
          >
            {t('drillRunStop')}
          </button>
        )}
        {state.status !== 'running' && (
          <button
            type="button"
            className="btn pri"
            onClick={() => {
              say('resumed');
            }}
          >
            {t('drillRunResume')}
          </button>
        )}
        <button
          type="button"
          className="btn"
          onClick={() => {
            say('ended');
          }}
        >
          {open > 0 ? t('drillRunEndOpen', { count: open }) : t('drillRunEndIt')}
        </button>
      </div>
    </Sheet>
  );
}
