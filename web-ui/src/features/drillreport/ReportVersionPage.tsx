import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { AsSubmitted } from '../../components/AsSubmitted';
import { State } from '../../components/State';
import { getJson } from '../../lib/api';
import { fieldOf } from '../../lib/approval';
import { useLanguage } from '../../lib/i18n';
import { reportPath, type Submitted, type Text } from './api';
import { Course, Lines } from './Sections';
import './drillreport.css';

const WORDS = [
  'types',
  'purpose',
  'objectives',
  'scenario',
  'planVersion',
  'period',
  'ended',
  'result',
  'summary',
  'integrity',
  'operations',
  'assets',
  'people',
  'lessons',
  'recommendations',
  'planChanges',
  'retestOn',
  'keptUntil',
] as const satisfies readonly (keyof Text)[];

/** A report as it was submitted as a version. */
export function ReportVersionPage(): ReactElement {
  const { id = '', number = '' } = useParams();
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['drill-report', id, 'version', number, language],
    queryFn: () => getJson<Submitted>(`${reportPath(id)}/versions/${number}?language=${language}`),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const { report } = data;
  const compared = [
    [t('reportAll'), report.duration] as const,
    ...report.recovered.flatMap((each) => [
      [t('reportRta', { name: each.name }), each.recovery] as const,
      [t('reportRpa', { name: each.name }), each.dataAge] as const,
    ]),
  ];
  return (
    <article className="drillreport">
      <h1>{data.version.title}</h1>
      <AsSubmitted version={data.version} label={t('reportTests')} to="/drills/tests" />
      <p className="btns noprint">
        {(['pdf', 'docx'] as const).map((format) => (
          <a
            key={format}
            className="btn"
            href={`${reportPath(id)}/versions/${number}/document?language=${language}&format=${format}`}
            {...(format === 'docx' ? { download: true } : { target: '_blank', rel: 'noreferrer' })}
          >
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      <section className="card">
        <dl className="wide">
          {WORDS.filter((key) => report[key] !== '').map((key) => (
            <div key={key} className="pair">
              <dt>{fieldOf(key, t)}</dt>
              <dd className="said">{report[key]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Lines
        title={t('reportComparison')}
        heads={[
          '',
          t('reportCompared-planned'),
          t('reportCompared-predicted'),
          t('reportCompared-actual'),
          fieldOf('verdict', t),
        ]}
        rows={compared.map(([name, each]) => [name, each.planned, each.predicted, each.actual, each.verdict])}
      />
      <Course text={report} />
      <Lines
        title={t('reportFindings')}
        heads={['name', 'severity', 'category', 'element', 'text', 'action'].map((key) => fieldOf(key, t))}
        rows={report.findings.map((each) => [
          each.name,
          each.severity,
          each.category,
          each.element,
          each.text,
          each.action,
        ])}
      />
      <Lines
        title={t('reportPeople')}
        heads={['name', 'role', 'signedIn', 'assessment', 'note'].map((key) => fieldOf(key, t))}
        rows={report.attendance.map((each) => [each.name, each.role, each.signedIn, each.assessment, each.note])}
      />
      <Lines
        title={fieldOf('evidence', t)}
        heads={['name', 'taken', 'sha256'].map((key) => fieldOf(key, t))}
        rows={report.evidence.map((each) => [each.name, each.taken, each.sha256])}
      />
    </article>
  );
}
