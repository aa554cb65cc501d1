import type { ReactElement } from 'react';
import { Said } from '../../components/Fault';
import { Problem } from '../../lib/answer';
import { dropEvents, type KeptEvent } from '../../lib/kept';
import { useLanguage } from '../../lib/i18n';
import { inOrder, type RunEvent, when } from './fold';
import { clockTime, pending } from './model';
import { useRun } from './useRun';

/** Everything that happened, the newest first; what is only on this device says so. */
export function Log(): ReactElement {
  const { t } = useLanguage();
  const { kept, account, state } = useRun();
  const waiting = new Set(kept.queue.map((each) => each.id));
  const sent = new Set(kept.events.map((each) => each.id));
  const all = [...kept.events, ...pending(kept.queue, account).filter((each) => !sent.has(each.id))]
    .sort(inOrder)
    .reverse();
  const mistakes = new Set(state.withdrawn);
  return (
    <details className="run-part" open>
      <summary>
        <h2>{t('drillRunLog')}</h2>
        <span>{all.length}</span>
      </summary>
      {all.length === 0 && <p className="sub">{t('drillRunLogEmpty')}</p>}
      <ol className="run-log">
        {all.map((event) => (
          <li key={event.id} className={mistakes.has(event.id) ? 'second' : ''}>
            <span className="time">{clockTime(when(event))}</span>
            <span>
              <Sentence event={event} />
              <small>
                {event.by}
                {waiting.has(event.id) && !sent.has(event.id) ? `${t('drillRunComma')}${t('drillRunOnlyHere')}` : ''}
                {mistakes.has(event.id) ? `${t('drillRunComma')}${t('drillRunTakenBack')}` : ''}
              </small>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Sentence({ event }: { event: RunEvent }): ReactElement {
  const { t } = useLanguage();
  const { content } = useRun();
  const about =
    content.steps.find((each) => each.id === event.step)?.title ??
    content.injects.find((each) => each.id === event.inject)?.title ??
    content.notifications.find((each) => each.id === event.notification)?.to ??
    [...content.successCriteria, ...content.stopCriteria].find((each) => each.id === event.criterion)?.text ??
    event.person;
  const judged = event.outcome === 'met' || event.outcome === 'not-met' ? t(`drillRunJudged-${event.outcome}`) : null;
  const words = [about, event.value, judged, event.text]
    .filter((each) => each != null && each !== '')
    .join(t('drillRunColon'));
  const kind = t(`drillRunKind-${event.kind as 'note'}`);
  return (
    <>
      {kind}
      {words === '' ? '' : ` · ${words}`}
      {event.kind === 'photo' && event.evidence != null && (
        <>
          {' '}
          <a className="link" href={`/api/evidence/${event.evidence}/file?inline=true`} target="_blank" rel="noopener">
            {t('drillRunShowPhoto')}
          </a>
        </>
      )}
    </>
  );
}

/** Why the service did not take something, as it said it. */
const reasonOf = ({ refused = '', refusedCode = 'unknown' }: KeptEvent): Problem =>
  new Problem(refused, refusedCode, 422, { detail: refused });

/** What the service did not take: it stays here until somebody decides. */
export function Refused(): ReactElement | null {
  const { t } = useLanguage();
  const { kept, sync } = useRun();
  const refused = kept.queue.filter((each) => each.refused !== undefined && each.goesAt === undefined);
  if (refused.length === 0 && !kept.problem) return null;
  const asNote = async (each: KeptEvent): Promise<void> => {
    await sync.mark('note', { text: JSON.stringify(each.event) });
    await dropEvents([each.id]);
    sync.wake();
  };
  return (
    <section className="refused" role="alert">
      {kept.problem && (
        <p>
          {t('drillRunNotTaken')} <Said error={kept.problem} />
        </p>
      )}
      {refused.map((each) => (
        <div key={each.id}>
          <p>
            <b>
              {t(`drillRunKind-${each.event['kind'] as 'note'}`)}
              {each.photoName ? ` ${each.photoName}` : ''}
            </b>{' '}
            <Said error={reasonOf(each)} own={{ 'bad-moment': 'drillRunBadMoment' }} />
          </p>
          <p className="btns">
            <button type="button" className="btn" onClick={() => void sync.retry(each.id)}>
              {t('drillRunRetry')}
            </button>
            {!each.photo && (
              <button type="button" className="btn" onClick={() => void asNote(each)}>
                {t('drillRunAsNote')}
              </button>
            )}
            <button type="button" className="btn" onClick={() => void sync.remove(each.id)}>
              {t('drillRunRemove')}
            </button>
          </p>
        </div>
      ))}
    </section>
  );
}
