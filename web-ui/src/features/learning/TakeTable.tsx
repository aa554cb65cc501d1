import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { FileDrop } from '../../components/FileDrop';
import { violationsOf } from '../../lib/answer';
import type { components } from '../../lib/api/schema';
import { useLanguage } from '../../lib/i18n';
import { type Actual, takeTable } from './api';

type Violation = components['schemas']['Problem.Violation'];

const MOST = 20;

/** A table of actuals: looked at first, then taken whole, or what is wrong with it row by row. */
export function TakeTable({ onDone }: { onDone: () => void }): ReactElement {
  const { t, language } = useLanguage();
  const [file, setFile] = useState<File>();
  const look = useMutation({ mutationFn: (chosen: File) => takeTable(chosen, false) });
  const take = useMutation({ mutationFn: (chosen: File) => takeTable(chosen, true), onSuccess: onDone });
  const wrong = violationsOf(look.error) as Violation[];
  const seen = look.data;
  return (
    <section className="card enter" aria-label={t('learningImport')}>
      <FileDrop
        label={file?.name ?? t('learningFile')}
        hint={t('learningFileHint')}
        file={file}
        accept=".csv,text/csv"
        onChoose={(chosen) => {
          setFile(chosen);
          take.reset();
          if (chosen) look.mutate(chosen);
          else look.reset();
        }}
      />
      <Fault error={look.error ?? take.error} />
      {wrong.length > 0 && (
        <ul className="lines" lang={language === 'en' ? undefined : 'en'}>
          {wrong.slice(0, MOST).map((each, i) => (
            <li key={i} className="bad">
              {t('learningAt', { line: each.line ?? 1 })} {each.message}
            </li>
          ))}
          {wrong.length > MOST && <li>{t('learningMoreWrong', { count: wrong.length - MOST })}</li>}
        </ul>
      )}
      {seen && file && (
        <>
          <p>
            {t('learningWouldAdd', { count: seen.added.length })}{' '}
            {seen.known > 0 && t('learningKnown', { count: seen.known })}
          </p>
          {seen.added.length > 0 && (
            <p className="btns">
              <button
                type="button"
                className="btn pri"
                disabled={take.isPending}
                onClick={() => {
                  take.mutate(file);
                }}
              >
                {t('learningTakeTable', { count: seen.added.length })}
              </button>
            </p>
          )}
          {seen.added.length > 0 && <Seen rows={seen.added.slice(0, MOST)} />}
        </>
      )}
    </section>
  );
}

function Seen({ rows }: { rows: readonly Actual[] }): ReactElement {
  const { t } = useLanguage();
  return (
    <ul className="lines" aria-label={t('learningPreviewRows')}>
      {rows.map((row, i) => (
        <li key={i}>
          {row.date} · {row.event} · {row.input}
        </li>
      ))}
    </ul>
  );
}
