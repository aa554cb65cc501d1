import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { ApprovalPanel } from '../../components/ApprovalPanel';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { State } from '../../components/State';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { applyEdit, type Edit, editPath, getEdit } from './api';
import { LessonRows } from './LessonRows';
import './learning.css';
import { split } from './model';

/** An edit that learning proposes: what it changes, where its approval stands, and the way into the register. */
export function EditPage(): ReactElement {
  const { id = '' } = useParams();
  const { t, language } = useLanguage();
  usePage({ label: t('learningTitle'), to: '/learning' }, { label: `L-${id}` });
  const { data, error, refetch } = useQuery({ queryKey: ['learning', 'edit', id], queryFn: () => getEdit(id) });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const { own, shared } = split(data.lessons);
  return (
    <article className="learning">
      <div className="head">
        <div className="grow">
          <h1>{t('learningEditHead', { number: data.id, count: data.numbers })}</h1>
          <p className="lede">
            <span className="chip">{t(`learningStage-${data.stage}` as TextKey)}</span>{' '}
            {t('learningEditRests', { count: data.actuals, events: data.events, revision: data.revision })}{' '}
            {data.appliedAt &&
              t('learningAppliedBy', {
                name: data.appliedBy ?? '',
                date: moment(data.appliedAt, language),
                revision: data.appliedRevision ?? 0,
              })}
          </p>
        </div>
        <Link className="btn" to="/learning">
          {t('learningTitle')}
        </Link>
      </div>
      {data.stage === 'approved' && <Apply edit={data} />}
      <ApprovalPanel path={editPath(id)} permission="administer" everywhere />
      {own.length > 0 && (
        <section className="card">
          <h2>{t('learningOwn')}</h2>
          <LessonRows lessons={own} label={t('learningOwn')} />
        </section>
      )}
      {shared.length > 0 && (
        <section className="card">
          <h2>{t('learningSharedTable')}</h2>
          <LessonRows lessons={shared} label={t('learningSharedTable')} />
        </section>
      )}
    </article>
  );
}

function Apply({ edit }: { edit: Edit }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const apply = useMutation({
    mutationFn: () => applyEdit(edit.id),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <section className="card noprint">
      <p>{t('learningApplyHint')}</p>
      <May permission="edit-register" everywhere>
        <p className="btns">
          <button
            type="button"
            className="btn pri"
            disabled={apply.isPending}
            onClick={() => {
              apply.mutate();
            }}
          >
            {t('learningApply')}
          </button>
        </p>
      </May>
      <Fault error={apply.error} />
    </section>
  );
}
