import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { evidenceOf, shapeOf } from '../../lib/distribution';
import { figure, hours, share } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import type { ModelElement } from '../../lib/model';

/** Targets that hold for an element, stated or taken over; hours, and a share. */
export interface Targets {
  mtpdHours: number | null;
  rtoHours: number | null;
  rpoHours: number | null;
  mbco: number | null;
  wrtHours: number | null;
}

const TARGETS: [keyof Targets, string, TextKey][] = [
  ['rtoHours', 'rto', 'rto'],
  ['mtpdHours', 'mtpd', 'mtpd'],
  ['wrtHours', 'wrt', 'registerWrt'],
  ['rpoHours', 'rpo', 'registerRpo'],
  ['mbco', 'mbco', 'registerMbco'],
];

interface Props {
  element: ModelElement;
  targets: Targets;
  from: string | null;
  named: (id: string) => string;
}

/** Who answers for it, what it can do, and its targets with where they come from. */
export function Facts({ element, targets, from, named }: Props): ReactElement {
  const { language, t } = useLanguage();
  const amount = (of: { unit: string; amount: number }): string => `${figure(of.amount, language)}\u00a0${of.unit}`;
  const facts: [TextKey, string | undefined][] = [
    ['registerOwner', element.owner && named(element.owner)],
    ['registerTier', element.tier?.toString()],
    ['registerCapacity', element.capacity && amount(element.capacity)],
    ['registerDemand', element.demand && amount(element.demand)],
    ['registerMtbf', element.failure && hours(element.failure.mtbf, language)],
    [
      'registerRestart',
      element.restart === undefined
        ? undefined
        : `${hours(shapeOf(element.restart).p50, language)} (${t(evidenceOf(element.restart))})`,
    ],
    [
      'registerSla',
      element.sla?.availability === undefined ? undefined : `${(element.sla.availability * 100).toString()}\u00a0%`,
    ],
    ['registerKey2', element.externalKey],
    ['registerTags', element.tags?.join(', ')],
  ];
  const stated = (key: string): boolean => element.objectives !== undefined && key in element.objectives;
  return (
    <section className="card">
      <header>
        <h2>{t('registerTargets')}</h2>
      </header>
      {TARGETS.every(([key]) => targets[key] === null) && <p className="sub">{t('registerNoTargets')}</p>}
      <dl className="targets">
        {TARGETS.map(([key, own, text]) => {
          const value = targets[key];
          return (
            value !== null && (
              <div key={key}>
                <dt>{t(text)}</dt>
                <dd>
                  <b>{key === 'mbco' ? share(value) : hours(value, language)}</b>
                </dd>
                <dd className="sub">
                  {stated(own) ? (
                    t('registerStatedHere')
                  ) : key === 'rtoHours' && from !== null && from !== element.id ? (
                    <>
                      {t('registerFrom')}{' '}
                      <Link className="link" to={`/register/${from}`}>
                        {named(from)}
                      </Link>
                    </>
                  ) : (
                    t('registerTakenOver')
                  )}
                </dd>
              </div>
            )
          );
        })}
      </dl>
      <dl className="about">
        {facts.map(
          ([text, value]) =>
            value && (
              <div key={text}>
                <dt>{t(text)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {element.note && <p className="sub">{element.note}</p>}
    </section>
  );
}
