import { type ReactElement, type SyntheticEvent, useRef, useState } from 'react';
import { figure } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { useDraft } from './drafts';
import { GoBack } from './GoBack';
import { Measure } from './Measure';
import { clockTime } from './model';
import { Undo } from './Undo';
import { useRun } from './useRun';

/**
 * What is at hand at any time: when to stop, the way back, a remark, a picture. After the end remarks and pictures stay possible until
 * the report is approved; a sheet that is open stays open whatever others mark, with what was typed in it.
 */
export function Foot(): ReactElement {
  const { t } = useLanguage();
  const { answer, state, may, content } = useRun();
  const [back, setBack] = useState(false);
  const [measured, setMeasured] = useState<string | null>(null);
  const ended = state.status === 'ended';
  const begun = state.status !== 'not-started';
  const [hadBegun, setHadBegun] = useState(begun);
  if (begun && !hadBegun) setHadBegun(true);
  // where somebody takes the start back, what is being typed stays
  if (!may || !hadBegun || (ended && answer.stage === 'closed')) return <Undo />;
  return (
    <footer className={ended || !begun ? 'run-foot ended' : 'run-foot'}>
      <Undo />
      {!ended && begun && (
        <div className="stop">
          {content.stopCriteria.length === 0 ? <span>{t('drillRunNoStop')}</span> : <StopLine onOpen={setMeasured} />}
          <button
            type="button"
            className="goback"
            onClick={() => {
              setBack(true);
            }}
          >
            {t(state.status === 'running' ? 'drillRunGoBack' : 'drillRunHeld')}
          </button>
        </div>
      )}
      <Say />
      {measured !== null && (
        <Measure
          first={measured}
          onDone={() => {
            setMeasured(null);
          }}
        />
      )}
      {back && (
        <GoBack
          onDone={() => {
            setBack(false);
          }}
        />
      )}
    </footer>
  );
}

/** The stop criterion that matters now, with its last reading; a press enters another one. */
function StopLine({ onOpen }: { onOpen: (criterion: string) => void }): ReactElement {
  const { t, language } = useLanguage();
  const { content, state } = useRun();
  const past = state.measurements.findIndex((each) => each.past);
  const at = Math.max(0, past);
  const criterion = content.stopCriteria[at];
  const reading = state.measurements[at]?.readings.at(-1);
  if (!criterion) return <span />;
  const more = content.stopCriteria.length - 1;
  return (
    <button
      type="button"
      className={past >= 0 ? 'line bad' : 'line'}
      onClick={() => {
        onOpen(criterion.id);
      }}
    >
      <span>
        {criterion.limit == null
          ? criterion.text
          : t(criterion.atLeast ? 'drillRunStopBelow' : 'drillRunStopAbove', {
              limit: `${figure(criterion.limit, language)}${criterion.unit ? `\u00a0${criterion.unit}` : ''}`,
              measure: criterion.measure ?? criterion.text,
            })}
        {t('drillRunSemicolon')}
        {reading ? (
          <>
            <b>
              {figure(reading.value, language)}
              {criterion.unit ? `\u00a0${criterion.unit}` : ''}
            </b>{' '}
            {t('drillRunAt', { time: clockTime(reading.at) })}
          </>
        ) : (
          t('drillRunNotMeasured')
        )}
        {more > 0 && ` ${t('drillRunMoreStop', { more })}`}
      </span>
    </button>
  );
}

/** A remark and a picture. */
function Say(): ReactElement {
  const { t } = useLanguage();
  const { sync, now, state } = useRun();
  const [text, setText] = useDraft('note');
  const photo = useRef<HTMLInputElement>(null);
  const step = state.steps.find((each) => each.result === 'running')?.id;
  const about = step === undefined ? {} : { step };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const words = text.trim();
    if (!words) return;
    void sync.mark('note', { text: words, ...about }).then(
      () => {
        setText('');
      },
      () => undefined, // told by the badge; the words stay
    );
  };
  return (
    <form className="say" onSubmit={send}>
      <input
        value={text}
        maxLength={4000}
        aria-label={t('drillRunNote')}
        placeholder={t('drillRunNoteFor', { time: clockTime(now) })}
        enterKeyHint="send"
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <input
        ref={photo}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={t('drillRunPhoto')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          const words = text.trim();
          if (!file) return;
          void sync.mark('photo', { ...about, ...(words ? { text: words } : {}) }, { photo: file }).then(
            () => {
              setText('');
            },
            () => undefined,
          );
        }}
      />
      <button
        type="button"
        aria-label={t('drillRunPhoto')}
        onClick={() => {
          photo.current?.click();
        }}
      >
        <svg width="20" height="20" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden>
          <path d="M2 5h3l1-2h4l1 2h3v8H2z" />
          <circle cx="8" cy="9" r="2.3" />
        </svg>
      </button>
      <button type="submit" aria-label={t('drillRunNoteKeep')} disabled={!text.trim()}>
        <svg width="20" height="20" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden>
          <path d="M8 13V3M4 7l4-4 4 4" />
        </svg>
      </button>
    </form>
  );
}
