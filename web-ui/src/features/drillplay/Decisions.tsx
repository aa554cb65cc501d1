import { type ReactElement, useState } from 'react';
import { hours, percent } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { METHOD_TEXT } from '../../lib/methods';
import type { Method, Play, Possible, Stage } from './api';
import { nameIn, type Offer, offersOf } from './model';
import { nameOf } from './Standings';

/** What can be decided now, with what the model states of it; what it brings on this day nobody knows. */
export function Decisions({
  stage,
  play,
  busy,
  onDecide,
}: {
  stage: Stage;
  play: Play;
  busy: boolean;
  onDecide: (possible: Possible, note: string, onDone: () => void) => void;
}): ReactElement {
  const { t } = useLanguage();
  const [note, setNote] = useState('');
  const declare = play.possible.find((each) => each.kind === 'declare');
  const offers = offersOf(stage, play);
  const near = offers.filter(isNear);
  const far = offers.filter((each) => !isNear(each));
  const make = (possible: Possible): void => {
    onDecide(possible, note, () => {
      setNote('');
    });
  };
  return (
    <section className="card decisions" aria-label={t('playDecide')}>
      <h2>{t('playDecide')}</h2>
      {!declare && offers.length === 0 ? (
        <p className="sub">{t('playNothingToDecide')}</p>
      ) : (
        <>
          <label className="why">
            {t('playWhy')}
            <input
              className="field"
              type="text"
              maxLength={500}
              value={note}
              onChange={(event) => {
                setNote(event.target.value);
              }}
            />
          </label>
          {declare && (
            <div className="offer">
              <button
                type="button"
                className="btn pri"
                aria-disabled={busy}
                onClick={() => {
                  make(declare);
                }}
              >
                {t('playDeclare')}
              </button>
              <small>{t('playDeclareHint')}</small>
            </div>
          )}
          {near.map((offer) => (
            <One key={offer.element.named.id} offer={offer} stage={stage} busy={busy} open onMake={make} />
          ))}
          {far.length > 0 && (
            <details>
              <summary>{t('playOthersToDecide', { count: far.length })}</summary>
              {far.map((offer) => (
                <One key={offer.element.named.id} offer={offer} stage={stage} busy={busy} onMake={make} />
              ))}
            </details>
          )}
        </>
      )}
    </section>
  );
}

/** What the drill is about, and where another method could be taken. */
const isNear = ({ element, possible }: Offer): boolean =>
  element.inScope || possible.some((each) => each.kind === 'choose' || each.kind === 'resume');

function One({
  offer,
  stage,
  busy,
  open = false,
  onMake,
}: {
  offer: Offer;
  stage: Stage;
  busy: boolean;
  open?: boolean;
  onMake: (possible: Possible) => void;
}): ReactElement {
  const { t, language } = useLanguage();
  const { element, possible } = offer;
  return (
    <details open={open}>
      <summary>
        {nameIn(element.named, language)} <span className="sub">{t('playOptions', { count: possible.length })}</span>
      </summary>
      {possible.map((each) => {
        const method = each.method < 0 ? undefined : element.methods[each.method];
        return (
          <div className="offer" key={`${each.kind}${each.method}`}>
            <button
              type="button"
              className="btn"
              aria-disabled={busy}
              onClick={() => {
                onMake(each);
              }}
            >
              {method
                ? (nameOf(method.named, language) ?? t(METHOD_TEXT[method.kind] ?? 'methodOther'))
                : t(`playDecision-${each.kind}` as TextKey)}
            </button>
            <small>
              {method ? <Means method={method} stage={stage} /> : t(`playDecisionHint-${each.kind}` as TextKey)}
            </small>
          </div>
        );
      })}
    </details>
  );
}

function Means({ method, stage }: { method: Method; stage: Stage }): ReactElement {
  const { t, language } = useLanguage();
  const teams = Object.entries(method.crew).map(([team, people]) => {
    const known = stage.teams.find((each) => each.named.id === team);
    return t('playCrew', { team: known ? nameIn(known.named, language) : team, people });
  });
  const said = [
    t('playTakes', { p50: hours(method.p50Hours, language), p90: hours(method.p90Hours, language) }),
    method.success < 1 ? t('playSucceeds', { chance: percent(method.success) }) : null,
    method.capacity < 1 ? t('playDelivers', { share: percent(method.capacity) }) : null,
    method.lastsP50Hours == null ? null : t('playKeepsUp', { time: hours(method.lastsP50Hours, language) }),
    method.lagP50Hours == null ? null : t('playLacks', { time: hours(method.lagP50Hours, language) }),
    method.backupEveryHours == null ? null : t('playBackups', { time: hours(method.backupEveryHours, language) }),
    teams.length > 0 ? teams.join(t('comma')) : t('playNobody'),
  ];
  return <>{said.filter((each) => each !== null).join(' · ')}</>;
}
