import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useNavigate } from 'react-router';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { May } from '../../components/May';
import { useLanguage } from '../../lib/i18n';
import { useSession } from '../../lib/session';
import { type Preview, propose } from './api';
import { Conflicts } from './Conflicts';
import { LessonRows } from './LessonRows';
import { split } from './model';

/** What the actuals would change, and the way to have it approved. */
export function Proposal({ preview }: { preview: Preview }): ReactElement {
  const { t } = useLanguage();
  const byHand = preview.lessons.filter((each) => each.byHand);
  const { own, shared } = split(preview.lessons.filter((each) => !each.byHand));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const chosen = new Set([...own, ...shared].map((each) => each.input).filter((each) => !left.has(each)));
  const choose = (input: string, on: boolean): void => {
    setLeft(on ? new Set([...left].filter((each) => each !== input)) : new Set([...left, input]));
  };
  const count = chosen.size + taken.size;
  if (preview.lessons.length === 0)
    return (
      <section className="card">
        <h2>{t('learningNothing')}</h2>
        <p className="sub">{t('learningUnchanged', { count: preview.unchanged })}</p>
      </section>
    );
  return (
    <>
      <section className="card">
        <header>
          <h2>{t('learningChanges', { count: preview.lessons.length })}</h2>
          <span className="sub">{t('learningChangesHint')}</span>
        </header>
        {own.length > 0 && (
          <LessonRows
            lessons={own}
            points={preview.points}
            label={t('learningOwn')}
            chosen={chosen}
            onChoose={choose}
          />
        )}
        {shared.length > 0 && (
          <details>
            <summary>{t('learningShared', { count: shared.length })}</summary>
            <LessonRows lessons={shared} label={t('learningSharedTable')} chosen={chosen} onChoose={choose} />
          </details>
        )}
        <May permission="edit-register" everywhere>
          <Submit preview={preview} count={count} leave={[...left]} take={[...taken]} />
        </May>
      </section>
      {byHand.length > 0 && (
        <Conflicts
          lessons={byHand}
          taken={taken}
          onTake={(input, on) => {
            setTaken(on ? new Set([...taken, input]) : new Set([...taken].filter((each) => each !== input)));
          }}
        />
      )}
    </>
  );
}

function Submit({
  preview,
  count,
  leave,
  take,
}: {
  preview: Preview;
  count: number;
  leave: string[];
  take: string[];
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const demo = useSession()?.state === 'demo';
  const submit = useMutation({
    mutationFn: () => propose(preview.tag, note, leave, take),
    onSuccess: async (edit) => {
      await Promise.all(['learning', 'approvals'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      void navigate(`/learning/edits/${edit.id}`);
    },
  });
  if (demo) return <p className="sub">{t('approvalDemo')}</p>;
  return (
    <form
      className="fields noprint"
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate();
      }}
    >
      <Labelled label={t('approvalNote')} hint={t('approvalNoteHint')}>
        <input
          className="field"
          maxLength={2000}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
      </Labelled>
      <span className="btns">
        <button type="submit" className="btn pri" disabled={submit.isPending || count === 0}>
          {t('learningPropose', { count })}
        </button>
      </span>
      <Fault error={submit.error} />
    </form>
  );
}
