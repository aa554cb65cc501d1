import { type ReactElement, useEffect, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import { useDraft } from './drafts';
import { clockTime, dueInjects } from './model';
import { Sheet } from './Sheet';
import { useRun } from './useRun';

/** Injects that are due and wait for an answer; whoever sees one first delivers it. */
export function Injects(): ReactElement {
  const { t } = useLanguage();
  const { content, state, now, sync, may } = useRun();
  const [answering, setAnswering] = useState<string | null>(null);
  const due = state.status === 'ended' ? [] : dueInjects(state, now);
  const undelivered = due.filter((inject) => inject.deliveredAt === null).map((inject) => inject.id);
  const key = may ? undelivered.join(' ') : '';
  useEffect(() => {
    for (const inject of key.split(' ').filter((each) => each !== '')) void sync.mark('inject-delivered', { inject });
  }, [key, sync]);
  return (
    <>
      {due.length > 0 && (
        <section className="injects" aria-label={t('drillRunInjects')} role="log">
          {due.map((inject) => {
            const number = content.injects.findIndex((each) => each.id === inject.id);
            const planned = content.injects[number];
            return (
              <div key={inject.id} className="inject">
                <div>
                  <small>
                    {t('drillRunInject', {
                      number: number + 1,
                      time: clockTime(inject.dueAt ?? inject.deliveredAt ?? now),
                    })}
                    {planned?.to ? ` → ${planned.to}` : ''}
                  </small>
                  <p>
                    <b>{planned?.title}</b> {planned?.text}
                  </p>
                </div>
                {may && (
                  <button
                    type="button"
                    className="btn"
                    onClick={() => {
                      setAnswering(inject.id);
                    }}
                  >
                    {t('drillRunAnswer')}
                  </button>
                )}
              </div>
            );
          })}
        </section>
      )}
      {answering !== null && (
        <Answer
          inject={answering}
          onDone={() => {
            setAnswering(null);
          }}
        />
      )}
    </>
  );
}

/** What was done about an inject; it stays although somebody else answers it meanwhile, or the drill ends. */
function Answer({ inject, onDone }: { inject: string; onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const { content, state, sync } = useRun();
  const [text, setText] = useDraft(`answer ${inject}`);
  const planned = content.injects.find((each) => each.id === inject);
  const is = state.injects.find((each) => each.id === inject);
  /** Marks an answer; where it is not what was typed, that stays, and so does the sheet with it. */
  const say = (words: string): void => {
    void sync.mark('inject-answered', { inject, ...(words.trim() ? { text: words.trim() } : {}) }).then(
      () => {
        if (words === text) setText('');
        if (words === text || text.trim() === '') onDone();
      },
      () => undefined,
    );
  };
  return (
    <Sheet
      title={planned?.title ?? ''}
      typed={text.trim() !== ''}
      onThrowAway={() => {
        setText('');
      }}
      onClose={onDone}
    >
      <p>{planned?.text}</p>
      {is?.answeredAt != null && (
        <p className="meanwhile" role="status">
          {t('drillRunAnswerMeanwhile', {
            by: is.answeredBy ?? '–',
            time: clockTime(is.answeredAt),
            answer: is.answer ?? '–',
          })}
        </p>
      )}
      {planned?.expected && is?.answeredAt == null && (
        <button
          type="button"
          className="btn wide"
          onClick={() => {
            say(planned.expected);
          }}
        >
          {t('drillRunAsExpected', { text: planned.expected })}
        </button>
      )}
      <label>
        <span>{t('drillRunAnswerWhat')}</span>
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
        <button
          type="button"
          className="btn pri"
          disabled={!text.trim()}
          onClick={() => {
            say(text);
          }}
        >
          {t('drillRunAnswerKeep')}
        </button>
      </div>
    </Sheet>
  );
}
