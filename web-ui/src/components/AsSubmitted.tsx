import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { subjectPage, type Version, versionPage } from '../lib/approval';
import { moment } from '../lib/format';
import { useLanguage } from '../lib/i18n';
import { usePage } from '../lib/page';
import './approval.css';

/** Says above a version that it is one, and where it stands. */
export function AsSubmitted({ version, label, to }: { version: Version; label: string; to: string }): ReactElement {
  const { t, language } = useLanguage();
  usePage({ label, to }, { label: `${version.title} · ${t('approvalVersion', { number: version.number })}` });
  return (
    <section className="card approvalpanel" aria-label={t('approvalPanel')}>
      <h2>{t('approvalAsSubmitted', { number: version.number, date: moment(version.submittedAt, language) })}</h2>
      <p className="facts">
        <span>
          {version.decidedAt
            ? t(`approvalBy-${version.state}`, {
                name: version.decidedBy ?? '',
                date: moment(version.decidedAt, language),
              })
            : t(`approvalState-${version.state}`)}
        </span>
        <Link className="link" to={versionPage(version)}>
          {t('approvalHistory')}
        </Link>
        <Link className="link" to={subjectPage(version)}>
          {t('approvalNow')}
        </Link>
      </p>
    </section>
  );
}
