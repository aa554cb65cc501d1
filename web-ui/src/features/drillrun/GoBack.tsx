import type { ReactElement } from 'react';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { GO_BACK, useDraft } from './drafts';
import type { RunState } from './fold';
import { clockTime } from './model';
import { Sheet } from './Sheet';
import { useRun } from './useRun';

const TITLES: Partial<Record<RunState['status'], TextKey>> = {
  running: 'drillRunGoBackTitle',
  ended: 'drillRunEndedTitle',
};

/**
 * Stop, roll back, go on, end: each says what follows, and can be undone. Where somebody else has ended the drill meanwhile, what was
 * typed can be kept as a note.
 */
export function GoBack({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const { content, state, sync } = useRun();
  const [text, setText] = useDraft(GO_BACK);
  const done = (): void => {
    setText('');
    onDone();
  };
  const say = (kind: string): void => {
    const words = text.trim();
    void sync.mark(kind, words ? { text: words } : {}, { undoable: true }).then(done, () => undefined);
  };
  const ended = state.status === 'ended';
  const open = state.steps.filter((step) => step.endedAt === null).length;
  return (
    <Sheet
      title={t(TITLES[state.status] ?? 'drillRunHeldTitle')}
      typed={text.trim() !== ''}
      onThrowAway={() => {
        setText('');
      }}
      onClose={onDone}
    >
      {ended && (
        <p className="meanwhile" role="status">
          {t('drillRunEndMeanwhile', { time: clockTime(state.endedAt ?? 0) })}
        </p>
      )}
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
        {ended && (
          <button
            type="button"
            className="btn pri"
            disabled={!text.trim()}
            onClick={() => {
              void sync.mark('note', { text: text.trim() }).then(done, () => undefined);
            }}
          >
            {t('drillRunNoteKeep')}
          </button>
        )}
        {!ended && state.status !== 'rolled-back' && (
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
        {(state.status === 'stopped' || state.status === 'rolled-back') && (
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
        {!ended && (
          <button
            type="button"
            className="btn"
            onClick={() => {
              say('ended');
            }}
          >
            {open > 0 ? t('drillRunEndOpen', { count: open }) : t('drillRunEndIt')}
          </button>
        )}
      </div>
    </Sheet>
  );
}
