import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { AsSubmitted } from '../../components/AsSubmitted';
import { State } from '../../components/State';
import { getJson } from '../../lib/api';
import { useLanguage } from '../../lib/i18n';
import { planPath, type Submitted } from './api';
import { PlanForm } from './Fields';
import { PlanFields } from './PlanFields';
import { PredictionBody } from './PredictionCard';
import './drillplans.css';

/** A plan as it was submitted as a version, with what the model said of it then. */
export function PlanVersionPage(): ReactElement {
  const { id = '', number = '' } = useParams();
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['drill-plan', id, 'version', number, language],
    queryFn: () => getJson<Submitted>(`${planPath(id)}/versions/${number}?language=${language}`),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const { plan, prediction, names } = data.approved;
  return (
    <PlanForm value={{ broken: [], locked: true }}>
      <article className="drillplan">
        <h1>{data.version.title}</h1>
        <AsSubmitted version={data.version} label={t('dplTitle')} to="/drills/plans" />
        <div className="pair-of-cards">
          <div className="stack">
            <PlanFields content={plan} onChange={() => undefined} />
          </div>
          <div className="stack">
            {prediction && (
              <section className="card" aria-label={t('dplPrediction')}>
                <h2>{t('dplPrediction')}</h2>
                <PredictionBody
                  content={plan}
                  prediction={prediction}
                  criteria={data.criteria}
                  calledOf={(element) => names[element] ?? element}
                />
              </section>
            )}
          </div>
        </div>
      </article>
    </PlanForm>
  );
}
