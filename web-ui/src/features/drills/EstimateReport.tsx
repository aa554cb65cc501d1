import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Provenance } from '../../components/Provenance';
import type { Named, RunInfo } from '../../lib/api';
import { chance, count, hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { elementsOf, type ModelFile } from '../../lib/model';
import { usePage } from '../../lib/page';
import { command, type DrillEstimate, isEstimated, weakest } from './estimate';
import { EstimateType } from './EstimateType';
import { TYPE_TEXT } from './words';

/** Names of everything in a model, in the language of the page; an id where it has none. */
export type NameOf = (id: string) => string;

/** The estimate of a drill, the answer first, then type by type. Names are those of the run's own model. */
export function EstimateReport({
  run,
  result,
  model,
}: {
  run: RunInfo;
  result: DrillEstimate;
  model: ModelFile;
}): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const things = new Map<string, Named>([
    ...(model.teams ?? []).map((team): [string, Named] => [team.id, team]),
    ...elementsOf(model),
    ...(model.scenarios ?? []).map((scenario): [string, Named] => [scenario.id, scenario]),
    ...(model.drills ?? []).map((drill): [string, Named] => [drill.id, drill]),
  ]);
  const name: NameOf = (id) => nameOf(things.get(id) ?? { id });
  usePage({ label: t('drills'), to: '/drills' }, { label: name(result.drill) });
  return (
    <article className="estimate">
      <div className="head">
        <div className="grow">
          <h1>{useHeadline(result, name)}</h1>
          <p className="lede">
            <b>{t('drillsEstimateIs')}</b>{' '}
            {t(result.announced ? 'drillsEstimateAnnounced' : 'drillsEstimateUnannounced')}{' '}
            {result.scenario && t('drillsEstimateScenario', { scenario: name(result.scenario) })}{' '}
            {t('drillsEstimateTrials', { trials: count(result.trials, language), seed: result.seed })}
          </p>
        </div>
        {result.scenario && (
          <Link className="btn noprint" to={`/scenarios/${result.scenario}`}>
            {t('drillsEstimateToScenario')}
          </Link>
        )}
        <button
          type="button"
          className="btn noprint"
          onClick={() => {
            window.print();
          }}
        >
          {t('print')}
        </button>
      </div>
      {result.types.map((type) => (
        <EstimateType key={type.type} type={type} name={name} elements={elementsOf(model)} />
      ))}
      <Provenance
        run={String(run.id)}
        finishedAt={run.finishedAt}
        settings={{ label: t('runTrialsAndSeed'), value: `${count(result.trials, language)}, ${result.seed}` }}
        result={result}
        command={command(String(run.id), result, run.options)}
      />
    </article>
  );
}

function useHeadline(result: DrillEstimate, name: NameOf): string {
  const { language, t } = useLanguage();
  const least = weakest(result.types);
  if (!least) return t('drillsEstimateNothing', { name: name(result.drill) });
  const time = (value: number | null): string => (value === null ? t('never') : hours(value, language));
  const facts = {
    name: name(result.drill),
    type: t(TYPE_TEXT[least.type]),
    chance: chance(least.passed, language),
    p50: time(least.duration.p50),
    p95: time(least.duration.p95),
  };
  return result.types.filter(isEstimated).length > 1
    ? t('drillsEstimateHeadlineMany', facts)
    : t('drillsEstimateHeadline', facts);
}
