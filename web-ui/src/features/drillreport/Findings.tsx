import { useMutation } from '@tanstack/react-query';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { useLanguage } from '../../lib/i18n';
import { type Content, type Finding, raiseFinding, type ReportView } from './api';
import { CATEGORIES, freshId, SEVERITIES } from './model';
import { Card } from './Sections';

/** Weak points; each becomes an action with one press. */
export function Findings({
  view,
  content,
  locked,
  dirty,
  onChange,
  onRaised,
}: {
  view: ReportView;
  content: Content;
  locked: boolean;
  dirty: boolean;
  onChange: (part: Partial<Content>) => void;
  onRaised: () => Promise<unknown>;
}): ReactElement {
  const { t } = useLanguage();
  const raise = useMutation({ mutationFn: (id: string) => raiseFinding(view, id), onSuccess: onRaised });
  const set = (id: string, part: Partial<Finding>): void => {
    onChange({ findings: content.findings.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  };
  return (
    <Card title={t('reportFindings')}>
      {content.findings.length === 0 && <p className="sub">{t('reportNoFindings')}</p>}
      <ol className="findinglist">
        {content.findings.map((finding) => (
          <li key={finding.id} className="form">
            <Labelled label={t('reportFinding')}>
              <input
                className="field"
                maxLength={200}
                disabled={locked}
                value={finding.title}
                onChange={(event) => {
                  set(finding.id, { title: event.target.value });
                }}
              />
            </Labelled>
            <Labelled label={t('reportFindingText')}>
              <textarea
                className="field"
                rows={2}
                maxLength={5000}
                disabled={locked}
                value={finding.text}
                onChange={(event) => {
                  set(finding.id, { text: event.target.value });
                }}
              />
            </Labelled>
            <div className="abreast">
              <Labelled label={t('actionSeverity')}>
                <select
                  className="field"
                  disabled={locked}
                  value={finding.severity}
                  onChange={(event) => {
                    set(finding.id, { severity: event.target.value as Finding['severity'] });
                  }}
                >
                  {SEVERITIES.map((each) => (
                    <option key={each} value={each}>
                      {t(`actionSeverity-${each}`)}
                    </option>
                  ))}
                </select>
              </Labelled>
              <Labelled label={t('actionCategory')}>
                <select
                  className="field"
                  disabled={locked}
                  value={finding.category}
                  onChange={(event) => {
                    set(finding.id, { category: event.target.value as Finding['category'] });
                  }}
                >
                  {CATEGORIES.map((each) => (
                    <option key={each} value={each}>
                      {t(`actionCategory-${each}`)}
                    </option>
                  ))}
                </select>
              </Labelled>
              <Labelled label={t('actionField-element')}>
                <select
                  className="field"
                  disabled={locked}
                  value={finding.element ?? ''}
                  onChange={(event) => {
                    set(finding.id, { element: event.target.value || null });
                  }}
                >
                  <option value="">–</option>
                  {finding.element !== null &&
                    !view.filled.elements.some((each) => each.element === finding.element) && (
                      <option value={finding.element}>{finding.element}</option>
                    )}
                  {view.filled.elements.map((each, i) => (
                    <option key={each.element} value={each.element}>
                      {view.text.recovered[i]?.name ?? each.element}
                    </option>
                  ))}
                </select>
              </Labelled>
            </div>
            <p className="btns">
              {finding.action !== null ? (
                <Link className="link" to={`/actions/${finding.action}`}>
                  {t('reportAction', { number: `A-${finding.action}` })}
                </Link>
              ) : (
                !locked && (
                  <>
                    <button
                      type="button"
                      className="btn"
                      disabled={dirty || raise.isPending}
                      title={dirty ? t('reportSaveFirst') : undefined}
                      onClick={() => {
                        raise.mutate(finding.id);
                      }}
                    >
                      {t('reportRaise')}
                    </button>
                    <button
                      type="button"
                      className="btn"
                      onClick={() => {
                        onChange({ findings: content.findings.filter((each) => each.id !== finding.id) });
                      }}
                    >
                      {t('reportRemove')}
                    </button>
                  </>
                )
              )}
            </p>
          </li>
        ))}
      </ol>
      <Fault error={raise.error} />
      {!locked && (
        <p className="btns">
          <button
            type="button"
            className="btn"
            onClick={() => {
              onChange({
                findings: [
                  ...content.findings,
                  {
                    id: freshId(content),
                    title: '',
                    severity: 'medium',
                    category: 'procedure',
                    element: null,
                    text: '',
                    action: null,
                  },
                ],
              });
            }}
          >
            {t('reportAddFinding')}
          </button>
          {dirty && <span className="sub">{t('reportSaveFirst')}</span>}
        </p>
      )}
    </Card>
  );
}
