import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useParams } from 'react-router';
import { ApprovalPanel } from '../../components/ApprovalPanel';
import { EvidencePanel } from '../../components/evidence/EvidencePanel';
import { Fault } from '../../components/Fault';
import { State } from '../../components/State';
import { isMeanwhile } from '../../lib/answer';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import { useStay } from '../../lib/stay';
import { type Content, getReport, reportPath, type ReportView, saveReport } from './api';
import { Attendance } from './Attendance';
import { Findings } from './Findings';
import { Judgement, Words } from './Judgement';
import { Comparison, Course } from './Sections';
import './drillreport.css';

/** The report of a drill: what filled itself, what people add, approval, documents. */
export function ReportPage(): ReactElement {
  const { id = '' } = useParams();
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['drill-report', id, language],
    queryFn: () => getReport(id, language),
    retry: false,
  });
  usePage({ label: t('reportTests'), to: '/drills/tests' }, { label: `D-${id}` });
  return data ? <One key={data.plan} view={data} /> : <State error={error} retry={() => void refetch()} />;
}

function One({ view }: { view: ReportView }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Partial<Content>>({});
  const [seen, setSeen] = useState<ReportView | null>(null); // what stood here when somebody began to type
  const content = { ...view.content, ...typed };
  const dirty = JSON.stringify(content) !== JSON.stringify(view.content);
  const may = useMay('plan-drills');
  const locked = view.locked || !may;
  const id = String(view.plan);
  const refresh = (): Promise<unknown> =>
    Promise.all(
      [['drill-report', id], ['approval'], ['drill-tests']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  const save = useMutation({
    mutationFn: () => saveReport(meanwhile ? view : (seen ?? view), content, language),
    onError: (error) => {
      if (isMeanwhile(error)) void refresh(); // theirs is shown beside what is typed
    },
    onSuccess: async (stored) => {
      setTyped({});
      setSeen(null);
      queries.setQueryData(['drill-report', id, language], stored);
      await refresh();
    },
  });
  const meanwhile: boolean = isMeanwhile(save.error);
  useStay(dirty);
  const change = (part: Partial<Content>): void => {
    setSeen(dirty && seen ? seen : view);
    setTyped({ ...typed, ...part });
  };
  const { text, filled } = view;
  return (
    <article className="drillreport">
      <div className="head">
        <div className="grow">
          <h1>{t('reportHead', { number: text.number, title: text.title, result: text.result })}</h1>
          <p className="lede">{`${text.types} · ${text.period}${text.ended ? ` · ${text.ended}` : ''}`}</p>
        </div>
        <span className="btns noprint">
          {(['pdf', 'docx'] as const).map((format) => (
            <a
              key={format}
              className="btn"
              href={`${reportPath(view.plan)}/document?language=${language}&format=${format}`}
              {...(format === 'docx' ? { download: true } : { target: '_blank', rel: 'noreferrer' })}
            >
              {format.toUpperCase()}
            </a>
          ))}
        </span>
      </div>
      {!view.locked && may && (
        <div className={dirty ? 'bar dirty noprint' : 'bar noprint'}>
          <span role="status">{t(dirty ? 'reportUnsaved' : 'reportOpen')}</span>
          <span className="btns">
            {dirty && (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  setTyped({});
                  setSeen(null);
                  save.reset();
                  void refresh();
                }}
              >
                {t('reportDiscard')}
              </button>
            )}
            <button
              type="button"
              className="btn pri"
              disabled={!dirty || save.isPending || (meanwhile && seen?.version === view.version)}
              onClick={() => {
                save.mutate();
              }}
            >
              {t(meanwhile ? 'saveOverTheirs' : 'reportSave')}
            </button>
          </span>
          <Fault error={save.error} />
        </div>
      )}
      {view.locked && <p className="sub">{t(view.stage === 'closed' ? 'reportClosed' : 'reportWaits')}</p>}
      <div className="reportcolumns">
        <div className="stack">
          <Comparison text={text} filled={filled} />
          <Judgement view={view} content={content} locked={locked} onChange={change} />
          <Findings view={view} content={content} locked={locked} dirty={dirty} onChange={change} onRaised={refresh} />
          <Words content={content} locked={locked} onChange={change} />
          <Course text={text} />
        </div>
        <div className="stack">
          {view.missing.length > 0 && !view.locked && (
            <p className="card sub">
              {t('reportMissing', {
                what: view.missing.map((key) => t(`reportField-${key}` as 'reportField-summary')).join(t('comma')),
              })}
            </p>
          )}
          <ApprovalPanel
            path={reportPath(view.plan)}
            permission="plan-drills"
            unsaved={dirty}
            seen={view.version}
            onSubmitted={refresh}
          />
          <Attendance view={view} content={content} locked={locked} onChange={change} />
          <EvidencePanel subjectType="drill" subject={id} />
          <p className="sub">{t('reportKept', { date: text.keptUntil, plan: text.planVersion })}</p>
        </div>
      </div>
    </article>
  );
}
