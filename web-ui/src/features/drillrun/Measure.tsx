import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { figure } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { measureOf, useDraft } from './drafts';
import { clockTime } from './model';
import { Sheet } from './Sheet';
import { useRun } from './useRun';

/** Reads the values that stop the drill, and shows those that were read. */
export function Measure({ first, onDone }: { first: string; onDone: () => void }): ReactElement {
  const { t, language } = useLanguage();
  const { content, state, sync } = useRun();
  const [criterion, setCriterion] = useState(first);
  const [typed, setTyped] = useDraft(measureOf(criterion));
  const planned = content.stopCriteria.find((each) => each.id === criterion);
  const readings = state.measurements.find((each) => each.criterion === criterion)?.readings ?? [];
  const value = Number(typed.replace(',', '.'));
  const sound = typed.trim() !== '' && Number.isFinite(value);
  return (
    <Sheet
      title={t('drillRunMeasure')}
      typed={typed.trim() !== ''}
      onThrowAway={() => {
        setTyped('');
      }}
      onClose={onDone}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (sound)
            void sync.mark('measured', { criterion, value }).then(
              () => {
                setTyped('');
                onDone();
              },
              () => undefined,
            );
        }}
      >
        {content.stopCriteria.length > 1 && (
          <label>
            <span>{t('drillRunCriterion')}</span>
            <select
              value={criterion}
              onChange={(event) => {
                setCriterion(event.target.value);
              }}
            >
              {content.stopCriteria.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.text}
                </option>
              ))}
            </select>
          </label>
        )}
        <p>{planned?.text}</p>
        <label>
          <span>
            {planned?.measure ?? t('drillRunValue')}
            {planned?.unit ? t('drillRunInBrackets', { text: planned.unit }) : ''}
          </span>
          <input
            inputMode="decimal"
            autoFocus
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        </label>
        {typed.trim() !== '' && !sound && <Fault error={new Error(t('drillRunNoNumber'))} />}
        <div className="a stack">
          <button type="submit" className="btn pri" disabled={!sound}>
            {t('drillRunMeasureKeep')}
          </button>
        </div>
      </form>
      <ul className="readings">
        {[...readings].reverse().map((reading) => (
          <li key={reading.at} className={reading.past ? 'bad' : ''}>
            {clockTime(reading.at)} <b>{figure(reading.value, language)}</b> {planned?.unit} {reading.by}
            {reading.past ? `${t('drillRunColon')}${t('drillRunPast')}` : ''}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
