import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { AsSubmitted } from '../../components/AsSubmitted';
import { State } from '../../components/State';
import { getJson } from '../../lib/api';
import { fieldOf } from '../../lib/approval';
import { hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { changePath, type Submitted } from './api';
import './changes.css';

type Content = Submitted['change'];

/** A change as it was submitted as a version, with the impact of that moment. */
export function ChangeVersionPage(): ReactElement {
  const { id = '', number = '' } = useParams();
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['change', id, 'version', number, language],
    queryFn: () => getJson<Submitted>(`${changePath(id)}/versions/${number}?language=${language}`),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const { change } = data;
  const joined = (list: string[]): string => list.join(t('comma'));
  const affected = (list: Content['lost']): string =>
    joined(
      list.map((each) => `${each.name}${each.rtoHours === null ? '' : ` (RTO ${hours(each.rtoHours, language)})`}`),
    );
  const lines: [string, string][] = [
    ...(['title', 'description', 'kind', 'route', 'reason', 'benefit', 'risk', 'riskReason'] as const).map(
      (key): [string, string] => [key, change[key]],
    ),
    ['touched', joined(change.touched)],
    ...(['window', 'implementer', 'authorisedBy', 'backOut', 'testAfter'] as const).map((key): [string, string] => [
      key,
      change[key],
    ]),
    ['lost', affected(change.lost)],
    ['weakened', affected(change.weakened)],
    ['singlePoints', joined(change.singlePoints)],
    ['date', change.release.date],
    ['deliverables', joined(change.release.deliverables)],
    ['relatedChanges', joined(change.release.relatedChanges)],
    ['knownErrors', change.release.knownErrors],
    ['remedy', change.release.remedy],
    ['period', change.carriedOut?.period ?? ''],
    ['outcome', change.carriedOut?.outcome ?? ''],
    ['tested', change.carriedOut?.tested ?? ''],
    ['notes', change.carriedOut?.notes ?? ''],
  ];
  return (
    <article className="changes">
      <h1>{data.version.title}</h1>
      <AsSubmitted version={data.version} label={t('changeTitle')} to="/changes" />
      <section className="card">
        <dl className="wide">
          {lines
            .filter(([, value]) => value !== '')
            .map(([key, value]) => (
              <div key={key} className="pair">
                <dt>{fieldOf(key, t)}</dt>
                <dd className="said">{value}</dd>
              </div>
            ))}
        </dl>
      </section>
    </article>
  );
}
