import type { ReactElement } from 'react';
import { evidenceOf } from '../../lib/distribution';
import { hours, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { METHOD_TEXT, STATE_TEXT } from '../../lib/methods';
import type { Method } from '../../lib/model';
import { Density } from './Density';
import { Needs } from './Needs';

interface Props {
  methods: Method[];
  named: (id: string) => string;
  single: Set<string>;
}

/** Recovery methods in the order in which they are tried, each with the density of its duration. */
export function Methods({ methods, named, single }: Props): ReactElement {
  return (
    <ol className="methods">
      {methods.map((method, i) => (
        <li key={method.id ?? i}>
          <One method={method} place={i + 1} named={named} single={single} />
        </li>
      ))}
    </ol>
  );
}

function One({
  method,
  place,
  named,
  single,
}: { method: Method; place: number } & Omit<Props, 'methods'>): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const evidence = evidenceOf(method.duration);
  const source = typeof method.duration === 'number' ? undefined : method.duration.source;
  const word = t(METHOD_TEXT[method.method] ?? 'methodOther');
  const every = method.data?.['every'];
  const facts: [string, string][] = [
    [t('registerSucceeds'), share(method.success ?? 1)],
    [t('registerDelivers'), share(method.capacity ?? 1)],
    [t('registerStarts'), t(method.automatic ? 'registerAutomatic' : 'registerByPeople')],
    ...Object.entries(method.crew ?? {}).map(([team, size]): [string, string] => [
      t('registerCrew'),
      t('registerCrewOf', { team: named(team), size }),
    ]),
    ...(method.answers
      ? [
          [
            t('registerAnswers'),
            method.answers.map((s) => t(STATE_TEXT[s] ?? 'stateDamaged')).join(language === 'en' ? ', ' : '、'),
          ] as [string, string],
        ]
      : []),
    ...(typeof every === 'number' ? [[t('registerBackup'), hours(every, language)] as [string, string]] : []),
  ];
  return (
    <>
      <p className="mh">
        <span className="sub">{place}</span> <b>{word}</b> {nameOf({ id: '', ...method })}
        <span className="ev">
          <i className={`ev-${evidence}`} />
          {t(evidence)}
        </span>
      </p>
      <Density duration={method.duration} label={word} />
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name + value}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {method.needs && method.needs.length > 0 && (
        <>
          <p className="sub">{t('registerRunsOn')}</p>
          <Needs needs={method.needs} named={named} single={single} />
        </>
      )}
      {method.alsoNeeds && method.alsoNeeds.length > 0 && (
        <>
          <p className="sub">{t('registerToStart')}</p>
          <Needs needs={method.alsoNeeds} named={named} single={single} />
        </>
      )}
      {source && <p className="sub">{t('registerSource', { source })}</p>}
    </>
  );
}
