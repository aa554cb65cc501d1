import { RuleText } from '../../components/RuleText';
import { type ReactElement, useId, useState } from 'react';
import { Fault } from '../../components/Fault';
import { violationsOf } from '../../lib/answer';
import type { EvidenceItem } from '../../lib/evidence';
import { day } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { dayOfMoment } from '../../lib/zone';
import { type Line, STATES, type Violation } from './api';
import { type Desk, draftOf, type Entry, isComplete, isDirty } from './desk';

interface Props {
  line: Line;
  entry: Entry | undefined;
  desk: Desk;
  files: readonly EvidenceItem[];
  locked: boolean;
  version: number;
}

/** One item: what is asked, what was found, why, what it rests on and when to look again. */
export function Item({ line, entry, desk, files, locked, version }: Props): ReactElement {
  const { t, language } = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { item } = line;
  const draft = entry?.draft ?? draftOf(line.answer);
  const needsReason = !isComplete(draft);
  const shown = open || needsReason || (entry !== undefined && isDirty(entry) && entry.error !== null);
  const change = (part: Partial<typeof draft>, typing = false): void => {
    desk.change(item.number, part, typing);
  };
  return (
    <li className={line.overdue || line.stale ? 'item late' : 'item'}>
      <p className="asked" id={id}>
        <b className="num">{item.number}</b> <span>{item.texts[language]}</span>
      </p>
      <p className="marks">
        <span className={item.strength === 'shall' ? 'chip acc' : 'chip'}>
          {t(`checklistStrength-${item.strength}`)}
        </span>
        {item.clause && <span className="chip">{item.clause}</span>}
        <span className="sub">{t(item.guideline ? 'checklistGuideline' : 'checklistOurs')}</span>
        {line.overdue && <span className="chip warn">{t('checklistOverdueOne')}</span>}
        {line.stale && <span className="chip warn">{t('checklistStaleOne')}</span>}
      </p>
      <fieldset className="seg states" aria-labelledby={id} disabled={locked}>
        {STATES.map((state) => (
          <label key={state} className={draft.state === state ? `on ${state}` : ''}>
            <input
              type="radio"
              name={id}
              checked={draft.state === state}
              onChange={() => {
                change({ state });
              }}
            />
            {t(`checklistState-${state}`)}
          </label>
        ))}
      </fieldset>
      <p className="told sub">
        {entry?.stored ? (
          <>
            {t('checklistTold', {
              date: day(entry.stored.checkedOn, language),
              who: entry.stored.checkedBy,
              count: entry.stored.evidence.length,
            })}
            {entry.stored.nextCheck && ` · ${t('checklistNextOn', { date: day(entry.stored.nextCheck, language) })}`}
            {entry.stored.templateVersion !== version &&
              ` · ${t('checklistOldVersion', { version: entry.stored.templateVersion })}`}
          </>
        ) : (
          t('checklistOpen')
        )}
        {!shown && draft.reason !== '' && <q>{draft.reason}</q>}{' '}
        <button
          type="button"
          className="textlink"
          aria-expanded={shown}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {t(shown ? 'checklistLess' : 'checklistDetails')}
          <span className="vh"> {item.number}</span>
        </button>
      </p>
      {shown && (
        <div className="more">
          <label className="labelled wide">
            <span>{t(draft.state === null || draft.state === 'met' ? 'checklistNote' : 'checklistReason')}</span>
            <textarea
              className="field"
              rows={2}
              maxLength={2000}
              disabled={locked}
              value={draft.reason}
              aria-invalid={needsReason || undefined}
              onChange={(event) => {
                change({ reason: event.target.value }, true);
              }}
              onBlur={() => void desk.save(item.number)}
            />
            {needsReason && <small className="bad">{t('checklistReasonMissing')}</small>}
          </label>
          <label className="labelled">
            <span>{t('checklistCheckedOn')}</span>
            <input
              type="date"
              className="field"
              disabled={locked || draft.state === null}
              value={draft.checkedOn}
              onChange={(event) => {
                change({ checkedOn: event.target.value }, true);
              }}
            />
          </label>
          <label className="labelled">
            <span>{t('checklistNextCheck', { months: item.everyMonths })}</span>
            <input
              type="date"
              className="field"
              disabled={locked || draft.state === null}
              value={draft.nextCheck}
              onChange={(event) => {
                change({ nextCheck: event.target.value }, true);
              }}
            />
          </label>
          <fieldset className="ticks" disabled={locked || draft.state === null}>
            <legend>{t('checklistEvidence')}</legend>
            {files.length === 0 && <span className="sub">{t('checklistNoFiles')}</span>}
            {files.map((file) => (
              <label key={file.id} className="tick">
                <input
                  type="checkbox"
                  checked={draft.evidence.includes(file.id)}
                  onChange={(event) => {
                    change({
                      evidence: event.target.checked
                        ? [...draft.evidence, file.id]
                        : draft.evidence.filter((each) => each !== file.id),
                    });
                  }}
                />
                {file.fileName} <span className="sub">{day(dayOfMoment(file.collectedAt), language)}</span>
              </label>
            ))}
          </fieldset>
          {entry?.stored && !locked && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                setOpen(false);
                change(draftOf(null));
              }}
            >
              {t('checklistTakeBack')}
            </button>
          )}
        </div>
      )}
      {entry && <Trouble entry={entry} number={item.number} desk={desk} />}
    </li>
  );
}

/** What stands between an answer and the service, with the ways on. */
function Trouble({ entry, number, desk }: { entry: Entry; number: string; desk: Desk }): ReactElement | null {
  const { t } = useLanguage();
  if (entry.theirs !== undefined)
    return (
      <div className="clash" role="alert">
        <p>
          {entry.theirs === null
            ? t('checklistClashGone', { number })
            : t('checklistClash', {
                number,
                who: entry.theirs.checkedBy,
                state: t(`checklistState-${entry.theirs.state}`),
                reason: entry.theirs.reason ?? '–',
              })}
        </p>
        <p className="btns">
          <button
            type="button"
            className="btn pri"
            onClick={() => {
              desk.keepMine(number);
            }}
          >
            {t('checklistKeepMine')}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => {
              desk.takeTheirs(number);
            }}
          >
            {t('checklistTakeTheirs')}
          </button>
        </p>
      </div>
    );
  if (!entry.error) return null;
  const broken = violationsOf(entry.error) as Violation[];
  return (
    <div className="clash">
      <Fault error={entry.error} />
      {broken.map((each) => (
        <small key={each.path} className="bad">
          <RuleText rule={each} />
        </small>
      ))}
      <p className="btns">
        <button type="button" className="btn" onClick={() => void desk.save(number)}>
          {t('tryAgain')}
        </button>
      </p>
    </div>
  );
}
