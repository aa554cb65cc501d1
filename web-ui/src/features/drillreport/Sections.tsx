import type { ReactElement, ReactNode } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Filled, Text } from './api';
import { Band } from './Band';
import { axisOf } from './model';

/** A card that is left out where there is nothing in it. */
export function Card({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Planned, predicted and actual, one line a figure; on a phone one block a figure. */
export function Comparison({ text, filled }: { text: Text; filled: Filled }): ReactElement {
  const { t } = useLanguage();
  const hours = axisOf(filled.elements.map((each) => each.recovery));
  const ages = axisOf(filled.elements.map((each) => each.dataAge));
  const lines = [
    { name: t('reportAll'), said: text.duration, figure: filled.duration, end: axisOf([filled.duration]) },
    ...text.recovered.flatMap((each, i) => {
      const element = filled.elements[i];
      if (!element) return [];
      const age = { name: t('reportRpa', { name: each.name }), said: each.dataAge, figure: element.dataAge, end: ages };
      return [
        { name: t('reportRta', { name: each.name }), said: each.recovery, figure: element.recovery, end: hours },
        ...(element.dataAge.actual === null && element.dataAge.target === null ? [] : [age]),
      ];
    }),
  ];
  return (
    <Card title={t('reportComparison')}>
      <ul className="compared">
        {lines.map((line) => (
          <li key={line.name}>
            <b>{line.name}</b>
            <Band figure={line.figure} end={line.end} label={line.name} />
            <dl>
              {(['planned', 'predicted', 'actual'] as const).map((key) => (
                <div key={key}>
                  <dt>{t(`reportCompared-${key}`)}</dt>
                  <dd>{line.said[key]}</dd>
                </div>
              ))}
            </dl>
            <span className={line.figure.met === false || line.figure.place === 'above' ? 'bad' : 'sub'}>
              {line.said.verdict}
            </span>
          </li>
        ))}
      </ul>
      <p className="sub">{t('reportBandHint')}</p>
    </Card>
  );
}

/** A table whose lines become blocks on a phone. */
export function Lines({
  title,
  heads,
  rows,
}: {
  title: string;
  heads: string[];
  rows: string[][];
}): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <Card title={title}>
      <table className="plain list">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={`${r}-${row[0] ?? ''}`}>
              {row.map((cell, c) =>
                c === 0 ? (
                  <th key={heads[c]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={heads[c]} data-head={heads[c]}>
                    {cell || '–'}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** What was done and who was told. */
export function Course({ text }: { text: Text }): ReactElement {
  const { t } = useLanguage();
  const head = (key: string): string => t(`approvalField-${key}` as 'approvalField-name');
  return (
    <>
      <Lines
        title={t('reportCourse-criteria')}
        heads={[head('name'), head('chance'), head('measured'), head('verdict')]}
        rows={text.criteria.map((each) => [each.name, each.chance, each.measured, each.verdict])}
      />
      <Lines
        title={t('reportCourse-steps')}
        heads={[head('name'), head('role'), head('planned'), head('actual'), head('outcome')]}
        rows={text.steps.map((each) => [each.name, each.role, each.planned, each.actual, each.outcome])}
      />
      <Lines
        title={t('reportCourse-notified')}
        heads={[head('name'), head('channel'), head('deadline'), head('after')]}
        rows={text.notified.map((each) => [each.name, each.channel, each.deadline, each.after])}
      />
      <Lines
        title={t('reportCourse-injects')}
        heads={[head('name'), head('planned'), head('delivered'), head('answer')]}
        rows={text.injects.map((each) => [each.name, each.planned, each.delivered, each.answer])}
      />
      <Lines
        title={t('reportCourse-played')}
        heads={['name', 'element', 'target', 'asDecided', 'undecided', 'between'].map(head)}
        rows={text.played.map((each) => [
          each.name,
          each.element,
          each.planned,
          each.asDecided,
          each.undecided,
          each.between,
        ])}
      />
      {text.deviations.length > 0 && (
        <Card title={t('reportCourse-deviations')}>
          <ul className="said">
            {text.deviations.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
