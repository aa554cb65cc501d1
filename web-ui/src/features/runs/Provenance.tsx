import type { ReactElement } from 'react';
import type { Result, RunInfo } from '../../lib/api';
import { count, moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { Card } from './Numbers';

/** How anyone runs it again to the same bytes. */
export function Provenance({
  run,
  info,
  result,
}: {
  run: string;
  info: RunInfo | undefined;
  result: Result;
}): ReactElement {
  const { language, t } = useLanguage();
  return (
    <Card title={t('provenance')}>
      <dl className="wide">
        <dt>{t('run')}</dt>
        <dd>
          {run}
          {info?.finishedAt && `, ${moment(info.finishedAt, language)}`}
        </dd>
        <dt>{t('runTrialsAndSeed')}</dt>
        <dd>
          {count(result.trials, language)}, {result.seed}
        </dd>
        <dt>{t('engine')}</dt>
        <dd>{result.engine}</dd>
        <dt>{t('digest')}</dt>
        <dd className="mono">{result.model.digest}</dd>
      </dl>
      <p className="noprint downloads">
        <a className="link" href={`/api/runs/${run}/model`} download={`run-${run}.json`}>
          {t('downloadModel')}
        </a>
        <a className="link" href={`/api/runs/${run}/result`} download={`result-${run}.json`}>
          {t('downloadResult')}
        </a>
      </p>
      <p className="sub">{t('again')}</p>
      <code className="mono">{`./holdfast simulate run-${run}.json --scenario ${result.scenario} --trials ${result.trials} --seed ${result.seed} --format json`}</code>
    </Card>
  );
}
