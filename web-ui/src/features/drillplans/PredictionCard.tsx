import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Fault } from '../../components/Fault';
import { BandGlyph } from './BandGlyph';
import { useElementNames } from './names';
import { chance, hours, moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import {
  askPrediction,
  type Band,
  type ByType,
  type Content,
  type CriterionView,
  getPrediction,
  type Prediction,
  type View,
} from './api';

const POLL = 1000;

/** What the model says the drill will be like, and whether that is of the plan as it stands. */
export function PredictionCard({ view, dirty, may }: { view: View; dirty: boolean; may: boolean }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const key = ['drill-plan-prediction', view.id, view.version];
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => getPrediction(view.id),
    refetchInterval: (query) => (query.state.data?.status === 'running' ? POLL : false),
  });
  const ask = useMutation({
    mutationFn: () => askPrediction(view.id),
    onSuccess: (state) => {
      queries.setQueryData(key, state);
    },
  });
  const frozen = view.submittedVersion !== null && view.stage !== 'draft';
  const shown = frozen ? view.prediction : (data?.prediction ?? null);
  const running = !frozen && data?.status === 'running';
  const calledOf = useElementNames(
    (shown?.types ?? []).flatMap((type) => type.elements.map((element) => element.element)),
  );
  return (
    <section className="card" aria-label={t('dplPrediction')}>
      <h2>{t('dplPrediction')}</h2>
      <p className="sub" role="status">
        {frozen && shown
          ? t('dplPredictionFrozen', { date: moment(shown.at, language) })
          : t(`dplPrediction-${data?.status ?? 'none'}`)}
      </p>
      {shown && (
        <PredictionBody content={view.content} prediction={shown} criteria={data?.criteria ?? []} calledOf={calledOf} />
      )}
      {may && view.steps.includes('predict') && (
        <p className="btns">
          <button
            type="button"
            className={data?.status === 'ready' ? 'btn' : 'btn pri'}
            disabled={dirty || running || ask.isPending}
            onClick={() => {
              ask.mutate();
            }}
          >
            {t(running ? 'dplPredicting' : 'dplPredict')}
          </button>
        </p>
      )}
      <Fault error={ask.error} />
    </section>
  );
}

/** A prediction, type by type, with the chances of the plan's own criteria. */
export function PredictionBody({
  content,
  prediction,
  criteria,
  calledOf,
}: {
  content: Content;
  prediction: Prediction;
  criteria: CriterionView[];
  /** What an element is called. */
  calledOf: (element: string) => string;
}): ReactElement {
  const { t, language } = useLanguage();
  return (
    <div className="predicted">
      {prediction.problem && <p className="bad">{prediction.problem}</p>}
      {prediction.types.map((type) => (
        <TypeOf key={type.type} type={type} planned={plannedHours(content)} calledOf={calledOf} />
      ))}
      {criteria.length > 0 && (
        <>
          <h3>{t('dplField-successCriteria')}</h3>
          <table className="plain">
            <tbody>
              {criteria.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{content.successCriteria.find((other) => other.id === each.id)?.text ?? each.id}</th>
                  <td className="num">
                    {each.chance
                      ? chance({ estimate: each.chance.value, ...each.chance }, language)
                      : t('dplNotPredicted')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

const plannedHours = (content: Content): number | null => {
  const minutes = content.timing?.minutes ?? content.window?.minutes;
  return minutes === undefined ? null : minutes / 60;
};

function TypeOf({
  type,
  planned,
  calledOf,
}: {
  type: ByType;
  planned: number | null;
  calledOf: (element: string) => string;
}): ReactElement {
  const { t, language } = useLanguage();
  const title = t(`dplType-${type.type}` as TextKey);
  const { duration, passed, peopleHours, production } = type;
  if (!duration || !passed || !peopleHours || !production)
    return (
      <p>
        <b>{title}</b> <span className="bad">{t('dplTypeImpossible')}</span>
      </p>
    );
  const time = (value: number | null): string => (value === null ? t('never') : hours(value, language));
  const band = (of: Band): string => `${time(of.p10)} – ${time(of.p90)}`;
  return (
    <div className="predictedtype">
      <h3>{title}</h3>
      <BandGlyph band={duration} planned={planned} />
      <p className="sub">{t('dplBandIs')}</p>
      <dl>
        <dt>{t('dplDuration')}</dt>
        <dd>{band(duration)}</dd>
        <dt>{t('dplPassed')}</dt>
        <dd>{chance({ estimate: passed.value, ...passed }, language)}</dd>
        <dt>{t('dplPeopleHours')}</dt>
        <dd>{band(peopleHours)}</dd>
        <dt>{t('dplProduction')}</dt>
        <dd>
          {production.why === 'simulated'
            ? chance({ estimate: production.atRisk.value, ...production.atRisk }, language)
            : t('dplNoRisk')}
        </dd>
        {type.elements.map((element) => (
          <div key={element.element} className="pair">
            <dt title={element.element}>{calledOf(element.element)}</dt>
            <dd>{band(element.recovery)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
