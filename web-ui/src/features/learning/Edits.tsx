import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { State } from '../../components/State';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { getEdits } from './api';

/** The edits that were submitted, the newest first; nothing where there are none. */
export function Edits(): ReactElement | null {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({ queryKey: ['learning', 'edits'], queryFn: getEdits });
  if (!data) return error ? <State error={error} retry={() => void refetch()} /> : null;
  if (data.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>{t('learningEdits')}</h2>
      </header>
      <ul className="lines">
        {data.map((edit) => (
          <li key={edit.id}>
            <Link className="link" to={`/learning/edits/${edit.id}`}>
              L-{edit.id}
            </Link>{' '}
            {t('learningEditOf', { count: edit.numbers, name: edit.madeBy, date: moment(edit.madeAt, language) })}{' '}
            <span className={edit.stage === 'submitted' ? 'chip acc' : 'chip'}>
              {t(`learningStage-${edit.stage}` as TextKey)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
