import type { ReactElement } from 'react';
import { moment } from '../lib/format';
import { useLanguage } from '../lib/i18n';

/** How anyone runs it again to the same bytes: what was run, on which model, and the command. */
export function Provenance({
  run,
  finishedAt,
  settings,
  result,
  command,
}: {
  run: string;
  finishedAt: string | null | undefined;
  settings: { label: string; value: string };
  result: { engine: string; model: { digest: string } };
  command: string;
}): ReactElement {
  const { language, t } = useLanguage();
  return (
    <section className="card">
      <header>
        <h2>{t('provenance')}</h2>
      </header>
      <dl className="wide">
        <dt>{t('run')}</dt>
        <dd>
          {run}
          {finishedAt && `, ${moment(finishedAt, language)}`}
        </dd>
        <dt>{settings.label}</dt>
        <dd>{settings.value}</dd>
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
      <code className="mono">{command}</code>
    </section>
  );
}
