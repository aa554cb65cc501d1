import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Said } from '../../components/Fault';
import { May } from '../../components/May';
import { type ReactElement, useRef, useState } from 'react';
import { violationsOf } from '../../lib/answer';
import { useLanguage } from '../../lib/i18n';
import { dayOfMoment } from '../../lib/zone';
import { type Change, type Day, type HolidayCalendar, importCalendar, type Violation } from './api';
import { dateText, monthText, spans } from './model';

const MOST_DAYS = 12;

/** What the calendar covers, and the way to import another file: preview first. */
export function CalendarPanel({ calendar }: { calendar: HolidayCalendar }): ReactElement {
  const { language, t } = useLanguage();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const preview = useMutation({ mutationFn: (chosen: File) => importCalendar(chosen, false, language) });
  const apply = useMutation({
    mutationFn: (chosen: File) => importCalendar(chosen, true, language),
    onSuccess: () => {
      preview.reset();
      setFile(null);
      return Promise.all([
        queries.invalidateQueries({ queryKey: ['calendar'] }),
        queries.invalidateQueries({ queryKey: ['drills'] }),
      ]);
    },
  });
  const covered = spans(calendar.coveredMonths).map((span) =>
    t('drillsSpan', { from: monthText(span.from, language), to: monthText(span.to, language) }),
  );
  const newest = calendar.imports[0];
  const error = apply.error ?? preview.error;
  return (
    <section className="card calendar">
      <header>
        <h2>{t('drillsCalendar')}</h2>
      </header>
      <p>
        {covered.length === 0
          ? t('drillsCalendarNone')
          : t('drillsCalendarCovers', {
              months: covered.join(t('drillsJoin')),
              count: calendar.days.length,
              days: calendar.days.length,
            })}{' '}
        {newest && (
          <span className="sub">
            {t('drillsImported', { file: newest.fileName, date: dateText(dayOfMoment(newest.importedAt), language) })}
          </span>
        )}
      </p>
      <May permission="plan-drills" everywhere>
        <p className="btns">
          <input
            ref={input}
            type="file"
            accept=".csv,.ics,text/csv,text/calendar"
            className="vh"
            tabIndex={-1}
            aria-label={t('drillsImport')}
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (!chosen) return;
              apply.reset();
              setFile(chosen);
              preview.mutate(chosen);
            }}
          />
          <button type="button" className="btn" onClick={() => input.current?.click()}>
            {t('drillsImport')}
          </button>
          <span className="sub">{t('drillsImportHint')}</span>
        </p>
      </May>
      <div aria-live="polite">
        {apply.data && <p>{t('drillsApplied', { days: apply.data.days })}</p>}
        {error && <Faults error={error} file={file?.name ?? ''} />}
        {preview.data && file && !error && (
          <Preview
            change={preview.data}
            file={file.name}
            busy={apply.isPending}
            onApply={() => {
              apply.mutate(file);
            }}
            onCancel={() => {
              preview.reset();
              setFile(null);
            }}
          />
        )}
      </div>
    </section>
  );
}

function Preview(props: {
  change: Change;
  file: string;
  busy: boolean;
  onApply: () => void;
  onCancel: () => void;
}): ReactElement {
  const { change, file, busy, onApply, onCancel } = props;
  const { t } = useLanguage();
  const nothing = change.added.length + change.removed.length + change.newlyCovered.length === 0;
  return (
    <div className="preview">
      <p>
        <b>{file}</b>
        {': '}
        {nothing
          ? t('drillsPreviewNothing', { count: change.days, days: change.days })
          : t('drillsPreview', {
              days: change.days,
              added: change.added.length,
              removed: change.removed.length,
              months: change.newlyCovered.length,
            })}
      </p>
      <Days label={t('drillsAdded')} days={change.added} />
      <Days label={t('drillsRemoved')} days={change.removed} />
      <p className="btns">
        {!nothing && (
          <button type="button" className="btn pri" disabled={busy} onClick={onApply}>
            {t('drillsApply')}
          </button>
        )}
        <button type="button" className="btn" onClick={onCancel}>
          {t('drillsDismiss')}
        </button>
      </p>
    </div>
  );
}

function Days({ label, days }: { label: string; days: Day[] }): ReactElement | null {
  const { language, t } = useLanguage();
  if (days.length === 0) return null;
  const more = days.length - MOST_DAYS;
  return (
    <p className="sub">
      {label}
      {t('drillsColon')}
      {days
        .slice(0, MOST_DAYS)
        .map((day) => `${dateText(day.date, language)} ${day.name}`)
        .join(t('drillsJoin'))}
      {more > 0 && ` ${t('drillsMore', { count: more })}`}
    </p>
  );
}

function Faults({ error, file }: { error: Error; file: string }): ReactElement {
  const { t } = useLanguage();
  const violations = violationsOf(error) as Violation[];
  return (
    <div className="failed" role="alert">
      <p>
        <b>{t('drillsRefused', { file })}</b> {violations.length === 0 && <Said error={error} />}
      </p>
      {violations.length > 0 && (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('drillsRow')}</th>
              <th scope="col">{t('drillsColumn')}</th>
              <th scope="col">{t('drillsFault')}</th>
            </tr>
          </thead>
          <tbody>
            {violations.slice(0, 20).map((each) => (
              <tr key={`${each.row ?? ''} ${each.column ?? ''} ${each.code}`}>
                <td>{each.row ?? '–'}</td>
                <td>{each.column ?? '–'}</td>
                <td>{each.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
