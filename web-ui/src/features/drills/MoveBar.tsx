import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { Drill, Schedule } from './api';
import { dayText, titleOf } from './model';
import type { Moving } from './moving';
import { TYPE_TEXT } from './words';

/** Says the day to which a drill was taken, or on which it stays, for whom does not see it move; the words of the rules come with the bar. */
export function MovedTo({ schedule, moving }: { schedule: Schedule; moving: Moving }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const uid = moving.move?.uid ?? moving.left;
  const drill = schedule.drills.find((each) => each.uid === uid);
  return (
    <p className="vh" aria-live="polite">
      {drill &&
        t(moving.move ? 'drillsMovedTo' : 'drillsMoveLeft', {
          name: titleOf(drill, schedule, nameOf, t('drillsJoin')),
          day: dayText(moving.move?.date ?? drill.date, language),
        })}
    </p>
  );
}

/** Where a drill would lie, what the rules say of it, and the way to keep it there. */
export function MoveBar({ schedule, moving }: { schedule: Schedule; moving: Moving }): ReactElement | null {
  const drill = schedule.drills.find((each) => each.uid === moving.move?.uid);
  if (!drill || !moving.move) return null;
  return <Bar key={drill.uid} drill={drill} schedule={schedule} moving={moving} />;
}

function Bar({ drill, schedule, moving }: { drill: Drill; schedule: Schedule; moving: Moving }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const [reason, setReason] = useState(drill.pin?.reason ?? '');
  const move = moving.move ?? drill;
  const title = `${titleOf(drill, schedule, nameOf, t('drillsJoin'))} · ${drill.types.map((type) => t(TYPE_TEXT[type])).join(' + ')}`;
  const stays = move.date === drill.date && move.start === drill.start;
  const busy = moving.pin.isPending || moving.unpin.isPending;
  const keep = (): void => {
    moving.pin.mutate({ move: { uid: drill.uid, date: move.date, start: move.start }, reason });
  };
  const again = (): void => {
    if (moving.pin.error) keep();
    else if (moving.unpin.error) moving.unpin.mutate(drill.uid);
    else moving.again();
  };
  return (
    <section className="card movebar" aria-label={t('drillsMoveLabel', { drill: title })}>
      <div className="grow">
        <b>{title}</b>
        <span className="sub">
          {stays
            ? t('drillsMoveAt', { day: dayText(drill.date, language), start: drill.start })
            : t('drillsMoveFrom', {
                from: `${dayText(drill.date, language)} ${drill.start}`,
                to: `${dayText(move.date, language)} ${move.start}`,
              })}
        </span>
        {drill.pin && (
          <span className="sub">
            {t('drillsPinnedBy', { by: drill.pin.by, at: moment(drill.pin.at, language, schedule.timeZone) })}
            {drill.pin.reason && ` ${t('drillsPinnedWhy', { reason: drill.pin.reason })}`}
          </span>
        )}
        <p role="status" className={moving.verdict && !moving.verdict.allowed ? 'bad' : undefined}>
          {!moving.asking && moving.verdict
            ? moving.verdict.allowed
              ? t('drillsMoveAllowed')
              : moving.verdict.broken.map((each) => each.text).join(' ')
            : (moving.asking || !moving.problem) && t('drillsMoveAsking')}
        </p>
        <Fault error={moving.problem} />
        {moving.problem && (
          <button type="button" className="btn" disabled={busy || moving.asking} onClick={again}>
            {t('tryAgain')}
          </button>
        )}
      </div>
      <div className="btns">
        <input
          type="date"
          className="field"
          aria-label={t('drillsMoveDay')}
          value={move.date}
          min={`${schedule.year}-01-01`}
          max={`${schedule.year}-12-31`}
          onChange={(event) => {
            if (event.target.value) moving.to({ date: event.target.value });
          }}
        />
        <input
          type="time"
          className="field"
          step={900}
          aria-label={t('drillsMoveStart')}
          value={move.start}
          onChange={(event) => {
            if (event.target.value) moving.to({ start: event.target.value });
          }}
        />
        <May permission="plan-drills" everywhere>
          <input
            className="field why"
            aria-label={t('drillsMoveWhy')}
            placeholder={t('drillsMoveWhy')}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
          <button
            type="button"
            className="btn pri"
            disabled={busy || moving.asking || moving.verdict?.allowed !== true}
            onClick={keep}
          >
            {t(stays ? 'drillsPinHere' : 'drillsMoveHere')}
          </button>
          {drill.pin && (
            <button
              type="button"
              className="btn"
              disabled={busy}
              onClick={() => {
                moving.unpin.mutate(drill.uid);
              }}
            >
              {t('drillsUnpin')}
            </button>
          )}
        </May>
        <button type="button" className="btn" onClick={moving.end}>
          {t('drillsMoveLeave')}
        </button>
      </div>
    </section>
  );
}
