import type { ReactElement, ReactNode } from 'react';
import { useLanguage } from '../../lib/i18n';
import { useDraft } from './drafts';
import { clockTime, minutesText } from './model';
import { useRun } from './useRun';

function Part({
  title,
  count,
  open,
  children,
}: {
  title: string;
  count: string;
  open?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <details className="run-part" open={open}>
      <summary>
        <h2>{title}</h2>
        <span>{count}</span>
      </summary>
      {children}
    </details>
  );
}

/** Who is there, who was told, how it is judged. */
export function Side(): ReactElement {
  return (
    <>
      <Present />
      <Notified />
      <Judged />
    </>
  );
}

/** What somebody in the plan is called: the person, else the team. */
const calledOf = (each: { person: string; team: string }): string => each.person || each.team;

function Present(): ReactElement {
  const { t } = useLanguage();
  const { content, state, sync, may } = useRun();
  const [name, setName] = useDraft('arrival');
  const here = new Map(state.attendance.map((each) => [each.person, each]));
  const planned = content.participants.map(calledOf);
  const others = state.attendance.filter((each) => !planned.includes(each.person));
  const ended = state.status === 'ended';
  return (
    <Part
      title={t('drillRunPresent')}
      count={`${state.attendance.length} / ${planned.length + others.length}`}
      open={state.startedAt === null}
    >
      <ul>
        {content.participants.map((each) => {
          const called = calledOf(each);
          const came = here.get(called);
          return (
            <li key={`${called} ${each.role}`}>
              <span>
                {called}
                <small>
                  {t(`drillRunRole-${each.role as 'leader'}`)}
                  {each.team && each.team !== called ? `${t('drillRunComma')}${each.team}` : ''}
                  {each.contact ? `${t('drillRunComma')}${each.contact}` : ''}
                </small>
              </span>
              {came ? (
                <span className="time">{clockTime(came.at)}</span>
              ) : (
                may &&
                !ended && (
                  <button type="button" className="btn" onClick={() => void sync.mark('arrived', { person: called })}>
                    {t('drillRunIsHere')}
                  </button>
                )
              )}
            </li>
          );
        })}
        {others.map((each) => (
          <li key={each.person}>
            <span>{each.person}</span>
            <span className="time">{clockTime(each.at)}</span>
          </li>
        ))}
      </ul>
      {may && !ended && (
        <form
          className="adding"
          onSubmit={(event) => {
            event.preventDefault();
            if (!name.trim()) return;
            void sync.mark('arrived', { person: name.trim() }).then(
              () => {
                setName('');
              },
              () => undefined, // told above the steps; the name stays
            );
          }}
        >
          <input
            value={name}
            maxLength={200}
            aria-label={t('drillRunOther')}
            placeholder={t('drillRunOther')}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
          <button type="submit" className="btn" disabled={!name.trim()}>
            {t('drillRunIsHere')}
          </button>
        </form>
      )}
    </Part>
  );
}

function Notified(): ReactElement | null {
  const { t, language } = useLanguage();
  const { content, state, sync, may } = useRun();
  if (content.notifications.length === 0) return null;
  const made = state.notifications.filter((each) => each.at !== null).length;
  return (
    <Part title={t('drillRunNotifications')} count={`${made} / ${content.notifications.length}`}>
      <p className="sub">{t('drillRunSimulated')}</p>
      <ul>
        {content.notifications.map((each, i) => {
          const is = state.notifications[i];
          return (
            <li key={each.id}>
              <span>
                {each.to}
                <small>
                  {each.channel}
                  {each.withinMinutes != null
                    ? `${t('drillRunComma')}${t('drillRunWithin', { time: minutesText(each.withinMinutes, language) })}`
                    : ''}
                  {each.text ? `${t('drillRunColon')}${each.text}` : ''}
                </small>
              </span>
              {is?.at != null ? (
                <span className={is.inTime === false ? 'time bad' : 'time'}>
                  {clockTime(is.at)}
                  {is.minutes !== null && (
                    <small>{t('drillRunAfter', { time: minutesText(is.minutes, language) })}</small>
                  )}
                </span>
              ) : (
                may &&
                state.startedAt !== null &&
                state.endedAt === null && (
                  <button
                    type="button"
                    className="btn"
                    onClick={() => void sync.mark('notified', { notification: each.id })}
                  >
                    {t('drillRunNotify')}
                  </button>
                )
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Judged(): ReactElement | null {
  const { t } = useLanguage();
  const { content, state, sync, may } = useRun();
  if (content.successCriteria.length === 0) return null;
  const done = state.criteria.filter((each) => each.met !== null).length;
  return (
    <Part title={t('drillRunCriteria')} count={`${done} / ${content.successCriteria.length}`}>
      <ul>
        {content.successCriteria.map((each, i) => {
          const is = state.criteria[i];
          return (
            <li key={each.id}>
              <span>
                {each.text}
                {is?.at != null && (
                  <small>
                    {clockTime(is.at)}
                    {t('drillRunComma')}
                    {is.by}
                  </small>
                )}
              </span>
              <span className="seg" role="group" aria-label={each.text}>
                {(['met', 'not-met'] as const).map((outcome) => (
                  <button
                    key={outcome}
                    type="button"
                    disabled={!may || state.startedAt === null}
                    aria-pressed={is?.met === (outcome === 'met')}
                    onClick={() => void sync.mark('criterion-judged', { criterion: each.id, outcome })}
                  >
                    {t(`drillRunJudged-${outcome}`)}
                  </button>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
