import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { violationsOf } from '../../lib/answer';
import { useLanguage } from '../../lib/i18n';
import { CountTable } from './CountTable';
import { Defaults } from './Defaults';
import { Details } from './Details';
import { Kinds } from './Kinds';
import { NoPreview, NotImported } from './Faults';
import { HowTo } from './HowTo';
import { choices, filesOf, headline } from './model';
import { send } from './send';
import type { Files, ImportReport, Options, Source, Violation } from './types';

/** The second step: what would happen, and the choices that are left; then the import itself. */
export function Preview({
  source,
  files,
  onBack,
  onDone,
}: {
  source: Source;
  files: Files;
  onBack: () => void;
  onDone: (report: ImportReport) => void;
}): ReactElement {
  const { language, t } = useLanguage();
  const queries = useQueryClient();
  const [options, setOptions] = useState<Options>({});
  const [systems, setSystems] = useState<string[]>([]);
  const own = filesOf(source, files);
  const preview = useQuery({
    queryKey: [
      'import-preview',
      source,
      ...Object.values(own).map((file) => [file.name, file.size, file.lastModified]),
      options,
    ],
    queryFn: () => send('/api/imports/preview', own, options),
    placeholderData: (before) => before,
    retry: false,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const apply = useMutation({
    mutationFn: (report: ImportReport) => send('/api/imports', own, { ...options, expect: report.before }),
    onSuccess: async (report) => {
      onDone(report);
      await queries.invalidateQueries();
    },
  });
  const violations = violationsOf(preview.error) as Violation[];
  const choose = choices(violations);
  const change = (next: Options): void => {
    apply.reset();
    setOptions({ ...options, ...next });
  };
  const back = (
    <button type="button" className="btn" onClick={onBack}>
      {t('importOthers')}
    </button>
  );
  if (choose.length > 0) {
    return (
      <section className="card">
        <h1>{t('importSystem')}</h1>
        <p className="lede">{t('importSystemChoose')}</p>
        <p className="btns">
          {choose.map((system) => (
            <button
              key={system}
              type="button"
              className="btn"
              onClick={() => {
                setSystems(choose);
                change({ system });
              }}
            >
              {system}
            </button>
          ))}
          {back}
        </p>
      </section>
    );
  }
  if (preview.error) return <NoPreview error={preview.error}>{back}</NoPreview>;
  const report = preview.data;
  if (!report) {
    return (
      <h1 className="loading" role="status">
        {t('importReading')}
      </h1>
    );
  }
  return (
    <div className="import" aria-busy={preview.isFetching}>
      <div className="head">
        <div className="grow">
          <h1>{headline(report, t, language)}</h1>
        </div>
        <p className="btns">
          {back}
          <button
            type="button"
            className="btn pri"
            disabled={!report.changes || apply.isPending || preview.isFetching}
            onClick={() => {
              apply.mutate(report);
            }}
          >
            {t(apply.isPending ? 'importApplying' : 'importApply')}
          </button>
        </p>
      </div>
      {apply.error && (
        <NotImported
          error={apply.error}
          onAgain={() => {
            apply.reset();
            void preview.refetch();
          }}
        />
      )}
      <div className="pair">
        <CountTable report={report} />
        <HowTo source={source} report={report} options={options} systems={systems} onChange={change} />
      </div>
      <Details report={report} />
      <Kinds roles={report.roles} chosen={options.kinds ?? {}} onChange={change} />
      <Defaults kinds={report.kinds} chosen={options.recoveryFor} onChange={change} />
    </div>
  );
}
