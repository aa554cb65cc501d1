import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { useLanguage } from '../../lib/i18n';
import { type Lesson, restate } from './api';
import { LessonRows } from './LessonRows';

/** Numbers that were changed by hand since something was learned of them: they stay, are learned all the same, or are stated anew. */
export function Conflicts({
  lessons,
  taken,
  onTake,
}: {
  lessons: readonly Lesson[];
  taken: ReadonlySet<string>;
  onTake: (input: string, on: boolean) => void;
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const anew = useMutation({
    mutationFn: () => restate(lessons.map((each) => each.input)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['learning'] }),
  });
  return (
    <section className="card">
      <header>
        <h2>{t('learningConflicts', { count: lessons.length })}</h2>
        <span className="sub">{t('learningConflictsHint')}</span>
      </header>
      <LessonRows lessons={lessons} label={t('learningConflictTable')} chosen={taken} onChoose={onTake} />
      <May permission="edit-register" everywhere>
        <p className="btns">
          <button
            type="button"
            className="btn"
            disabled={anew.isPending}
            onClick={() => {
              anew.mutate();
            }}
          >
            {t('learningRestate', { count: lessons.length })}
          </button>
          <span className="sub">{t('learningRestateHint')}</span>
        </p>
      </May>
      <Fault error={anew.error} />
    </section>
  );
}
