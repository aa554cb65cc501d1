import type { ReactElement } from 'react';
import { Link as To } from 'react-router';
import { hours as time } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import type { PromiseCheck, Link, SupplierGap, Thing, View } from './api';
import { Verdict } from './LevelsPage';
import { atBest, doubt, promise } from './model';

/** Whether what is needed to run carries what is promised: availability, longest outage, data. */
export function Chain({ view }: { view: View }): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="card" aria-label={t('slaChain')}>
      <header>
        <h2>{t('slaChain')}</h2>
        <span className="r">{t('slaChainHint')}</span>
      </header>
      {view.checks.map((check) => (
        <Check key={check.measure} check={check} />
      ))}
    </section>
  );
}

function promisedKey(check: PromiseCheck): TextKey {
  if (check.composite !== null) return check.missingTotal > 0 ? 'slaCheckAtBest' : 'slaCheck';
  return `slaCheck-${doubt(check)}`;
}

function Check({ check }: { check: PromiseCheck }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const shares = check.measure === 'availability';
  const value = (each: number): string => (shares ? promise(each) : time(each, language));
  const best = check.composite === null ? '–' : shares ? atBest(check.composite) : time(check.composite, language);
  return (
    <div className="check">
      <h3>
        {t(`slaMeasure-${check.measure as 'data'}`)} <Verdict verdict={check.verdict} />
      </h3>
      <p>
        {check.promised !== null
          ? t(promisedKey(check), { promised: value(check.promised), best })
          : check.composite === null
            ? t('slaCheckNothing')
            : t('slaCheckUnpromised', { best })}
      </p>
      {check.reason && (
        <p className="sub" lang="en">
          {check.reason}
        </p>
      )}
      {check.links.length > 0 && (
        <div
          className="scroll"
          tabIndex={0}
          role="region"
          aria-label={`${t('slaLinks')} · ${t(`slaMeasure-${check.measure as 'data'}`)}`}
        >
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('slaLink')}</th>
                <th scope="col">{t('slaBy')}</th>
                <th scope="col" className="num">
                  {t('slaPromise')}
                </th>
                <th scope="col" className="num">
                  {shares ? t('slaCost') : t('slaDecides')}
                </th>
              </tr>
            </thead>
            <tbody>
              {check.links.map((link) => (
                <LinkRow
                  key={`${link.thing.id} ${link.agreement}`}
                  link={link}
                  shares={shares}
                  text={value(link.value)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {check.missingTotal > 0 && (
        <details>
          <summary>{t('slaMissing', { count: check.missingTotal })}</summary>
          <ul className="missing-links">
            {check.missing.map((gap) => (
              <li key={gap.thing.id}>
                <To className="link" to={`/levels/${encodeURIComponent(gap.thing.id)}`}>
                  {nameOf(gap.thing)}
                </To>
                <small className="sub">
                  <Way way={gap.way} />
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {check.shared.length > 0 && (
        <p className="sub">
          {t('slaShared', {
            names: check.shared
              .slice(0, 4)
              .map((each) => nameOf(each))
              .join(language === 'en' ? ', ' : '、'),
            count: check.shared.length,
          })}
        </p>
      )}
    </div>
  );
}

/** From what needs to what is needed. */
function Way({ way }: { way: Thing[] }): ReactElement {
  const { nameOf } = useLanguage();
  return <>{way.map((each) => nameOf(each)).join(' › ')}</>;
}

function LinkRow({ link, shares, text }: { link: Link; shares: boolean; text: string }): ReactElement {
  const { t, nameOf } = useLanguage();
  return (
    <tr>
      <th scope="row">
        <To className="link" to={`/levels/${encodeURIComponent(link.thing.id)}`}>
          {nameOf(link.thing)}
        </To>
        {link.weakest && <span className="chip warn">{t(shares ? 'slaWeakest' : 'slaLongest')}</span>}
        <small className="sub">
          <Way way={link.way.slice(0, -1)} />
        </small>
      </th>
      <td>
        {t(`slaShort-${link.kind as 'ola'}`)}
        <small className="sub">
          {link.counterparty ?? '–'} · {t(link.whole ? 'slaCovers-whole' : 'slaCovers-own')}
        </small>
      </td>
      <td className="num">
        {text}
        {link.period && <small className="sub">{t(`slaPer-${link.period as 'month'}`)}</small>}
        {link.worstInPeriod !== null && (
          <small className="bad">{t('slaWorst', { share: promise(Number(link.worstInPeriod.toFixed(6))) })}</small>
        )}
      </td>
      <td className="num">
        {shares ? `${Number((link.cost * 100).toPrecision(3))}\u00a0%` : link.cost > 0 ? t('slaYes') : '–'}
      </td>
    </tr>
  );
}

/** What suppliers promise against the targets of what needs them, and on whom they rely themselves. */
export function Suppliers({ view }: { view: View }): ReactElement | null {
  const { t, nameOf } = useLanguage();
  if (view.gaps.length === 0 && view.subcontracts.length === 0) return null;
  return (
    <section className="card" aria-label={t('slaSupplier')}>
      <header>
        <h2>{t('slaSupplier')}</h2>
        <span className="r">{t('slaSupplierHint')}</span>
      </header>
      {view.gaps.map((gap) => (
        <Gap key={gap.agreement} gap={gap} />
      ))}
      {view.subcontracts.length > 0 && (
        <>
          <h3>{t('slaSubs')}</h3>
          <ul className="missing-links">
            {view.subcontracts.map((each) => (
              <li key={`${each.from} ${each.to} ${each.role}`} style={{ paddingLeft: (each.depth - 1) * 16 }}>
                {each.from} ›{' '}
                {each.element ? (
                  <To className="link" to={`/levels/${encodeURIComponent(each.element.id)}`}>
                    {nameOf(each.element)}
                  </To>
                ) : (
                  each.to
                )}{' '}
                <small className="sub">{each.role}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Gap({ gap }: { gap: SupplierGap }): ReactElement {
  const { t, language } = useLanguage();
  const value = (each: number | null): string => (each === null ? '–' : time(each, language));
  return (
    <div className="check">
      <h3>
        {gap.agreement}{' '}
        {gap.gaps.length === 0 ? (
          <span className="chip ok">{t('slaGapNone')}</span>
        ) : (
          <span className="chip warn">{t('slaGapCount', { count: gap.gaps.length })}</span>
        )}
      </h3>
      <table className="plain">
        <thead>
          <tr>
            <td />
            <th scope="col" className="num">
              {t('slaTarget')}
            </th>
            <th scope="col" className="num">
              {t('slaContract')}
            </th>
            <th scope="col" className="num">
              {t('slaPlan')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              RTO{' '}
              <small className="sub">
                <Way way={gap.rtoWay} />
              </small>
            </th>
            <td className="num">{value(gap.targetRtoHours)}</td>
            <td className="num">{value(gap.promisedRtoHours)}</td>
            <td className="num">{value(gap.planRtoHours)}</td>
          </tr>
          <tr>
            <th scope="row">
              RPO{' '}
              <small className="sub">
                <Way way={gap.rpoWay} />
              </small>
            </th>
            <td className="num">{value(gap.targetRpoHours)}</td>
            <td className="num">{value(gap.promisedRpoHours)}</td>
            <td className="num">{value(gap.planRpoHours)}</td>
          </tr>
        </tbody>
      </table>
      {gap.gaps.length > 0 && (
        <ul className="supplier-gaps">
          {gap.gaps.map((each) => (
            <li key={each} className="bad">
              {t(`slaGap-${each as 'rto-later'}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
