import type { ReactElement } from 'react';
import { hours } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { METHOD_TEXT, STATE_TEXT } from '../../lib/methods';
import type { Play, Stage, StageElement } from './api';
import { nameIn, sinceEvent, standingOf, type StandingWord, standingsOf, type Stood } from './model';

/** Shapes, so that no colour is needed to tell them apart. */
const SIGN: Record<StandingWord, string> = {
  up: '●',
  bridged: '◐',
  working: '▶',
  restarting: '↻',
  waiting: '◷',
  held: '▮▮',
  down: '✕',
};

/** What is known now of each element. */
export function Standings({ stage, play }: { stage: Stage; play: Play }): ReactElement {
  const { t } = useLanguage();
  const { scope, seen, down } = standingsOf(stage, play);
  return (
    <section className="card" aria-label={t('playKnown')}>
      <h2>{t('playKnown')}</h2>
      <Some of={[...scope, ...seen]} at={play.clock.atMillis} />
      {down.length > 0 && (
        <details>
          <summary>{t('playAlsoDown', { count: down.length })}</summary>
          <Some of={down} at={play.clock.atMillis} />
        </details>
      )}
    </section>
  );
}

function Some({ of, at }: { of: readonly Stood[]; at: number }): ReactElement {
  return (
    <ul className="standings">
      {of.map((each) => (
        <One key={each.element.named.id} stood={each} at={at} />
      ))}
    </ul>
  );
}

function One({ stood, at }: { stood: Stood; at: number }): ReactElement {
  const { t, language } = useLanguage();
  const { element, now } = stood;
  const word = standingOf(now);
  const method = now
    ? element.methods[now.working >= 0 ? now.working : now.waiting >= 0 ? now.waiting : now.runsOn]
    : undefined;
  const of = method ? (nameOf(method.named, language) ?? t(METHOD_TEXT[method.kind] ?? 'methodOther')) : '';
  const since = now?.working !== undefined && now.working >= 0 ? now.workingSinceMillis : now?.waitingSinceMillis;
  return (
    <li className={`s-${word}`}>
      <span className="sign" aria-hidden="true">
        {SIGN[word]}
      </span>
      <span className="who">
        <b className={element.inScope ? undefined : 'other'}>{nameIn(element.named, language)}</b>
        <small>
          {t(`playIs-${word}` as TextKey, { method: of, since: since == null ? '' : sinceEvent(since) })}
          {now?.state && STATE_TEXT[now.state] && word !== 'up'
            ? t('playInState', { state: t(STATE_TEXT[now.state] as TextKey) })
            : ''}
        </small>
      </span>
      <Targets stood={stood} at={at} />
    </li>
  );
}

/** The name of a method where the model gives it one. */
export const nameOf = (named: StageElement['named'], language: string): string | null =>
  language === 'zh-Hant' ? named.zhHant : named.en;

/** How much of the target is left while it is down, or that it is over: counted from its first fall, as the model does. */
function Targets({ stood, at }: { stood: Stood; at: number }): ReactElement | null {
  const { t, language } = useLanguage();
  const rto = stood.element.rtoHours;
  if (rto == null || stood.countsFrom === null) return null;
  const left = rto - (at - stood.countsFrom) / 3_600_000;
  return (
    <small className={left < 0 ? 'left bad' : 'left'}>
      {left < 0
        ? t('playRtoOver', { time: hours(-left, language), rto: hours(rto, language) })
        : t('playRtoLeft', { time: hours(left, language), rto: hours(rto, language) })}
    </small>
  );
}
