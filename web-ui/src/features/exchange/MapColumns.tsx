import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import { ColumnTable } from './ColumnTable';
import { NoPreview, NotImported } from './Faults';
import { ListChanges } from './ListChanges';
import { isLocked, type ListReport } from './lists';
import { FirstRows } from './FirstRows';
import { MapChoices } from './MapChoices';
import { headline, isReady, look, type MappedTable, type Mapping, take } from './mapping';
import { WrongCells } from './WrongCells';

/** The step between a table of any shape and the register: what each column means, and how its rows come out. */
export function MapColumns({
  file,
  onBack,
  onDone,
}: {
  file: File;
  onBack: () => void;
  onDone: (report: ListReport) => void;
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Mapping>();
  const [of, setOf] = useState<string>();
  const [reopen, setReopen] = useState(false);
  const preview = useQuery({
    queryKey: ['map-columns', file.name, file.size, file.lastModified, of, chosen, reopen],
    queryFn: () => look(file, chosen, of, reopen),
    placeholderData: (before) => before,
    retry: false,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const apply = useMutation({
    mutationFn: ({ mapping, report }: MappedTable) => take(file, mapping, reopen, report?.before ?? ''),
    onSuccess: async (report) => {
      onDone(report);
      await queries.invalidateQueries();
    },
  });
  const back = (
    <button type="button" className="btn" onClick={onBack}>
      {t('importOthers')}
    </button>
  );
  if (preview.error) return <NoPreview error={preview.error}>{back}</NoPreview>;
  const table = preview.data;
  if (!table) {
    return (
      <h1 className="loading" role="status">
        {t('importReading')}
      </h1>
    );
  }
  const mapping = chosen ?? table.mapping;
  const change = (next: Mapping): void => {
    apply.reset();
    setChosen(next);
  };
  const report = table.report;
  const total = report ? report.added + report.changed + report.removed : 0;
  return (
    <div className="import mapping" aria-busy={preview.isFetching}>
      <div className="head">
        <div className="grow" role="status">
          <h1>{headline(table, t)}</h1>
          <p className="lede">{t('importMapLede')}</p>
        </div>
        <p className="btns">
          {back}
          {isLocked(table.violations) && !reopen && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                apply.reset();
                setReopen(true);
              }}
            >
              {t('importListReopen')}
            </button>
          )}
          <button
            type="button"
            className="btn pri"
            disabled={!isReady(table) || apply.isPending || preview.isFetching}
            onClick={() => {
              apply.mutate(table);
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
      <MapChoices
        mapping={mapping}
        onChange={change}
        onTarget={(target) => {
          apply.reset();
          setChosen(undefined);
          setOf(target);
        }}
      />
      <ColumnTable table={table} mapping={mapping} onChange={change} />
      <WrongCells violations={table.violations} warnings={table.warnings} />
      <FirstRows table={table} mapping={mapping} />
      {report && report.rows.length > 0 && (
        <ListChanges title={t('importListDifference')} rows={report.rows} total={total} />
      )}
    </div>
  );
}
