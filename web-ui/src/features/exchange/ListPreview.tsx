import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { violationsOf } from '../../lib/answer';
import { useLanguage } from '../../lib/i18n';
import { NoPreview, NotImported } from './Faults';
import { ListChanges } from './ListChanges';
import { figures, isLocked, isReady, type List, type ListOptions, type ListReport, sendList } from './lists';
import type { Violation } from './types';
import { Warnings } from './Warnings';

/** What a filled-in table would change, and the button that takes it over. */
export function ListPreview({
  list,
  file,
  onDone,
  onOther,
}: {
  list: List;
  file: File;
  onDone: (report: ListReport) => void;
  onOther: () => void;
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [options, setOptions] = useState<ListOptions>({
    removeMissing: false,
    overwrite: false,
    reopen: false,
  });
  const preview = useQuery({
    queryKey: ['list-preview', list, file.name, file.size, file.lastModified, options],
    queryFn: () => sendList(list, file, options),
    placeholderData: (before) => before,
    retry: false,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const apply = useMutation({
    mutationFn: (report: ListReport) => sendList(list, file, options, report.before),
    onSuccess: async (report) => {
      onDone(report);
      await queries.invalidateQueries();
    },
  });
  const other = (
    <button type="button" className="btn" onClick={onOther}>
      {t('importListOther')}
    </button>
  );
  const change = (next: Partial<ListOptions>): void => {
    apply.reset();
    setOptions({ ...options, ...next });
  };
  if (preview.error) {
    return (
      <NoPreview error={preview.error}>
        {isLocked(violationsOf(preview.error) as Violation[]) && !options.reopen && (
          <button
            type="button"
            className="btn"
            onClick={() => {
              change({ reopen: true });
            }}
          >
            {t('importListReopen')}
          </button>
        )}
        {other}
      </NoPreview>
    );
  }
  const report = preview.data;
  if (!report) {
    return (
      <p className="loading" role="status">
        {t('importReading')}
      </p>
    );
  }
  const total = report.added + report.changed + report.removed;
  return (
    <div className="import" aria-busy={preview.isFetching}>
      <section className="card" role="status">
        <h2>
          {t(total === 0 && report.conflicts.length === 0 ? 'importListNothing' : 'importListWould', figures(report))}
        </h2>
        <p className="choices">
          <label className="check">
            <input
              type="checkbox"
              checked={options.removeMissing}
              onChange={(event) => {
                change({ removeMissing: event.target.checked });
              }}
            />
            {t('importListRemoveMissing')}
          </label>
          {(report.conflicts.length > 0 || options.overwrite) && (
            <label className="check">
              <input
                type="checkbox"
                checked={options.overwrite}
                onChange={(event) => {
                  change({ overwrite: event.target.checked });
                }}
              />
              {t('importListOverwrite')}
            </label>
          )}
          {options.reopen && (
            <label className="check">
              <input
                type="checkbox"
                checked
                onChange={() => {
                  change({ reopen: false });
                }}
              />
              {t('importListReopen')}
            </label>
          )}
        </p>
        <p className="btns">
          <button
            type="button"
            className="btn pri"
            disabled={!isReady(report) || apply.isPending || preview.isFetching}
            onClick={() => {
              apply.mutate(report);
            }}
          >
            {t(apply.isPending ? 'importApplying' : 'importListApply')}
          </button>
          {other}
        </p>
      </section>
      {apply.error && (
        <NotImported
          error={apply.error}
          onAgain={() => {
            apply.reset();
            void preview.refetch();
          }}
        />
      )}
      <Warnings warnings={report.warnings} />
      {report.conflicts.length > 0 && (
        <ListChanges title={t('importListConflicts')} rows={report.conflicts} total={report.conflicts.length} />
      )}
      {report.rows.length > 0 && <ListChanges title={t('importListDifference')} rows={report.rows} total={total} />}
    </div>
  );
}
