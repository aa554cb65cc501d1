import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Difference } from '../../components/Difference';
import { Labelled } from '../../components/Labelled';
import { State } from '../../components/State';
import { Due, Validity } from '../../components/Validity';
import { getJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { readingPage, subjectPage, type Version, versionPage } from '../../lib/approval';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import './approvals.css';
import { Decide } from './Decide';

type Detail = components['schemas']['ApprovalController.Detail'];
type Versions = components['schemas']['ApprovalController.Versions'];

/** One version: who submitted it, what differs, and the decision. */
export function VersionPage(): ReactElement {
  const { id = '', number = '' } = useParams();
  const { language } = useLanguage();
  const [against, setAgainst] = useState('');
  const compared = against === '' ? '' : `&against=${against}`;
  const detail = useQuery({
    queryKey: ['approvals', id, number, against, language],
    queryFn: () => getJson<Detail>(`/api/approvals/${id}/versions/${number}?language=${language}${compared}`),
    placeholderData: (before, query) => (query?.queryKey[2] === number ? before : undefined),
  });
  const all = useQuery({
    queryKey: ['approvals', id, language],
    queryFn: () => getJson<Versions>(`/api/approvals/${id}?language=${language}`),
  });
  if (!detail.data || !all.data)
    return (
      <State error={detail.error ?? all.error} retry={() => void Promise.all([detail.refetch(), all.refetch()])} />
    );
  return <Shown detail={detail.data} all={all.data} onAgainst={setAgainst} />;
}

function Shown({
  detail,
  all,
  onAgainst,
}: {
  detail: Detail;
  all: Versions;
  onAgainst: (number: string) => void;
}): ReactElement {
  const { t, language } = useLanguage();
  const { version } = detail;
  usePage(
    { label: t('approvalRoom'), to: '/approvals' },
    { label: `${version.title} · ${t('approvalVersion', { number: version.number })}` },
  );
  const headline: TextKey = version.mayDecide ? 'approvalVersionYours' : `approvalVersionIs-${version.state}`;
  const earlier = all.versions.filter((each) => each.number < version.number);
  return (
    <article className="version">
      <div className="head">
        <div className="grow">
          <h1>{t(headline, { title: version.title, number: version.number, name: version.decidedBy ?? '' })}</h1>
          <p className="lede">
            {t('approvalBy-submitted', { name: version.submittedBy, date: moment(version.submittedAt, language) })}
          </p>
          {version.note !== '' && <p className="quote">{version.note}</p>}
        </div>
        <p className="btns">
          <Link className="btn" to={readingPage(version)}>
            {t('approvalReadWhole')}
          </Link>
          <Link className="btn" to={subjectPage(version)}>
            {t('approvalNow')}
          </Link>
        </p>
      </div>
      <Decide key={`${version.document} ${version.number}`} version={version} />
      <section className="card" aria-label={t('approvalDifference')}>
        <header>
          <h2>{t('approvalDifference')}</h2>
          <span className="r">{detail.against !== null && t('approvalLines', { count: detail.lines.length })}</span>
        </header>
        {detail.against === null ? (
          <p className="sub">{t('approvalFirst')}</p>
        ) : (
          <>
            <div className="compare">
              <Labelled label={t('approvalAgainst')}>
                <select
                  className="field"
                  value={detail.against}
                  onChange={(event) => {
                    onAgainst(event.target.value);
                  }}
                >
                  {earlier.map((each) => (
                    <option key={each.number} value={each.number}>
                      {t('approvalVersion', { number: each.number })} · {t(`approvalState-${each.state}`)}
                    </option>
                  ))}
                </select>
              </Labelled>
            </div>
            <Difference lines={detail.lines} />
          </>
        )}
      </section>
      <Facts version={version} />
      <History versions={all.versions} current={version.number} due={all.due} />
    </article>
  );
}

function Facts({ version }: { version: Version }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <section className="card" aria-label={t('approvalFacts')}>
      <header>
        <h2>{t('approvalFacts')}</h2>
      </header>
      <dl className="wide">
        <dt>{t('approvalState')}</dt>
        <dd>
          {version.decidedAt
            ? t(`approvalBy-${version.state}`, {
                name: version.decidedBy ?? '',
                date: moment(version.decidedAt, language),
              })
            : t(`approvalState-${version.state}`)}
          {version.decidedFor && ` ${t('approvalDeputy', { name: version.decidedFor })}`}
          {version.reason && <p className="quote">{version.reason}</p>}
        </dd>
        <dt>{t('approvalValidity')}</dt>
        <dd>
          <Validity version={version} />
        </dd>
        <dt>{t('approvalUnit')}</dt>
        <dd>{version.unit ?? t('approvalNoUnit')}</dd>
        <dt>{t('approvalHash')}</dt>
        <dd className="mono">{version.hash}</dd>
      </dl>
    </section>
  );
}

function History({
  versions,
  current,
  due,
}: {
  versions: Version[];
  current: number;
  due: Versions['due'];
}): ReactElement {
  const { t, language } = useLanguage();
  return (
    <section className="card" aria-label={t('approvalHistory')}>
      <header>
        <h2>{t('approvalHistory')}</h2>
      </header>
      <Due reasons={due} />
      <ul className="lines">
        {versions.map((each) => (
          <li key={each.number}>
            {each.number === current ? (
              <b>{t('approvalVersion', { number: each.number })}</b>
            ) : (
              <Link className="link" to={versionPage(each)}>
                {t('approvalVersion', { number: each.number })}
              </Link>
            )}
            <span className="sub">
              {t(`approvalState-${each.state}`)} · {moment(each.decidedAt ?? each.submittedAt, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
