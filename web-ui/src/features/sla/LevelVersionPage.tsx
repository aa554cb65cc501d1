import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { AsSubmitted } from '../../components/AsSubmitted';
import { State } from '../../components/State';
import { getJson } from '../../lib/api';
import { fieldOf } from '../../lib/approval';
import { count, hours as time } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { levelPath, type Submitted } from './api';
import { promise } from './model';
import './sla.css';

/** Agreements as they were submitted as a version, however the register has changed since. */
export function LevelVersionPage(): ReactElement {
  const { id = '', number = '' } = useParams();
  const { language, t } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['sla', id, 'version', number, language],
    queryFn: () => getJson<Submitted>(`${levelPath(id)}/versions/${number}?language=${language}`),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const { agreements: said } = data;
  return (
    <article className="level">
      <h1>{data.version.title}</h1>
      <AsSubmitted version={data.version} label={t('slaTitle')} to="/levels" />
      {said.serviceLevel && <Facts title={fieldOf('serviceLevel', t)} of={said.serviceLevel} />}
      {said.agreements.map((each) => (
        <Facts key={each.id} title={each.name} of={each} />
      ))}
    </article>
  );
}

/** Every key that says something, with its word. */
function Facts({ title, of }: { title: string; of: object }): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <dl className="facts">
        {Object.entries(of as Record<string, unknown>)
          .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
          .map(([key, value]) => (
            <div key={key} className="pair">
              <dt>{fieldOf(key, t)}</dt>
              <dd>
                <Value name={key} value={value} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

const SHARES = new Set(['availability', 'below', 'feeShare']);

function Value({ name, value }: { name: string; value: unknown }): ReactElement {
  const { t, language } = useLanguage();
  if (Array.isArray(value))
    return (
      <>
        {(value as unknown[]).map((each, i) => (
          <span key={i} className="said">
            <Value name={name} value={each} />
          </span>
        ))}
      </>
    );
  if (typeof value === 'object' && value !== null)
    return (
      <>
        {Object.entries(value as Record<string, unknown>)
          .filter(([, each]) => each !== null)
          .map(([key, each], i) => (
            <span key={key}>
              {i > 0 && ' · '}
              {fieldOf(key, t)} <Value name={key} value={each} />
            </span>
          ))}
      </>
    );
  if (typeof value === 'number')
    return (
      <>{SHARES.has(name) ? promise(value) : name.endsWith('Hours') ? time(value, language) : count(value, language)}</>
    );
  return <>{typeof value === 'string' ? value : JSON.stringify(value)}</>;
}
