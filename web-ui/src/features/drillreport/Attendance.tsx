import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { moment } from '../../lib/format';
import type { Content, ReportView } from './api';
import { ASSESSMENTS, withPerson } from './model';
import { Card } from './Sections';

/** Who took part: sign-in from the drill itself, corrected where somebody forgot, and how they did. */
export function Attendance({
  view,
  content,
  locked,
  onChange,
}: {
  view: ReportView;
  content: Content;
  locked: boolean;
  onChange: (part: Pick<Content, 'attendees'>) => void;
}): ReactElement {
  const { t, language } = useLanguage();
  return (
    <Card title={t('reportPeople')}>
      {view.filled.people.length === 0 && <p className="sub">{t('reportNobody')}</p>}
      <ul className="personlist">
        {view.filled.people.map((person) => {
          const told = content.attendees.find((each) => each.person === person.person);
          return (
            <li key={person.person}>
              <span>
                <b>{person.person}</b>{' '}
                <small className="sub">
                  {[
                    person.team,
                    person.role === null ? t('reportUnplanned') : t(`reportRole-${person.role}` as 'reportRole-leader'),
                    person.signedAt ? moment(person.signedAt, language) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <label className="tick">
                <input
                  type="checkbox"
                  disabled={locked}
                  checked={told?.present ?? person.signedAt !== null}
                  onChange={(event) => {
                    onChange(withPerson(content, person.person, { present: event.target.checked }));
                  }}
                />
                {t('reportPresent')}
              </label>
              <select
                className="field"
                aria-label={t('reportAssessmentOf', { name: person.person })}
                disabled={locked}
                value={told?.assessment ?? 'not-assessed'}
                onChange={(event) => {
                  onChange(
                    withPerson(content, person.person, {
                      assessment: event.target.value as (typeof ASSESSMENTS)[number],
                    }),
                  );
                }}
              >
                {ASSESSMENTS.map((each) => (
                  <option key={each} value={each}>
                    {t(`reportAssessment-${each}`)}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
