import type { ReactElement } from 'react';
import { hours, share } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { METHOD_TEXT, STATE_TEXT } from '../../lib/methods';
import type { Play, Stage } from './api';
import { type Line, linesOf, nameIn, sinceEvent, toneOf } from './model';
import { nameOf } from './Standings';

const NAMED = 4;

/** What happened until now, the newest first; when the play has ended, also what would still have come. */
export function Happened({ stage, play }: { stage: Stage; play: Play }): ReactElement {
  const { t } = useLanguage();
  const lines = linesOf(play);
  const later = lines.filter((line) => line.after);
  return (
    <section className="card happened" aria-label={t('playHappened')}>
      <h2 tabIndex={-1}>{t('playHappened')}</h2>
      {!play.replayed && <p className="sub">{t('playNotReplayed')}</p>}
      <ol reversed aria-live="polite" aria-relevant="additions">
        {lines
          .filter((line) => !line.after)
          .reverse()
          .map((line) => (
            <One key={line.key} line={line} stage={stage} play={play} />
          ))}
      </ol>
      {later.length > 0 && (
        <details>
          <summary>{t('playLater')}</summary>
          <ol>
            {later.map((line) => (
              <One key={line.key} line={line} stage={stage} play={play} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function One({ line, stage, play }: { line: Line; stage: Stage; play: Play }): ReactElement {
  const said = useSaid(line, stage, play);
  return (
    <li className={`l-${toneOf(line.kind)}`}>
      <time>{sinceEvent(line.atMillis)}</time>
      <span>
        {said.text}
        {said.more && <small>{said.more}</small>}
      </span>
    </li>
  );
}

function useSaid(line: Line, stage: Stage, play: Play): { text: string; more: string } {
  const { t, language } = useLanguage();
  const { happening, inject } = line;
  if (inject)
    return { text: `${inject.title}${t('playColon')}${inject.text}`, more: t('playInjectTo', { to: inject.to }) };
  if (!happening) return { text: '', more: '' };
  const called = (id: string): string => {
    const found = [...stage.elements, ...stage.teams].find((each) => each.named.id === id);
    return found ? nameIn(found.named, language) : id;
  };
  const methodOf = (element: string | null, number: number): string => {
    const method = stage.elements.find((each) => each.named.id === element)?.methods[number];
    return method ? (nameOf(method.named, language) ?? t(METHOD_TEXT[method.kind] ?? 'methodOther')) : '';
  };
  const names = line.of.slice(0, NAMED).map(called).join(t('comma'));
  const of = line.of.length > NAMED ? t('playAndMore', { names, count: line.of.length - NAMED }) : names;
  if (happening.kind === 'decided') {
    const decision = play.decisions[happening.decision];
    if (!decision) return { text: '', more: '' };
    const method = methodOf(decision.element, decision.method);
    const unnamed = decision.kind === 'choose' && method === '';
    return {
      text: t((unnamed ? 'playMade-choose-number' : `playMade-${decision.kind}`) as TextKey, {
        element: decision.element ? called(decision.element) : '',
        method,
        number: decision.method + 1,
      }),
      more: [decision.by, decision.note].filter((each) => each !== '').join(t('playColon')),
    };
  }
  return {
    text: t(
      (happening.kind === 'data' && happening.lostHours == null
        ? 'playHappens-data-all'
        : `playHappens-${happening.kind}`) as TextKey,
      {
        of,
        method: methodOf(happening.element, happening.method),
        state: t(STATE_TEXT[happening.state ?? ''] ?? 'stateOutage'),
        share: share(happening.share ?? 0),
        time: hours(happening.lostHours ?? 0, language),
      },
    ),
    more: '',
  };
}
