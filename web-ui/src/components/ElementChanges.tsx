import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { getJson } from '../lib/api';
import type { components } from '../lib/api/schema';
import { fieldOf } from '../lib/approval';
import { moment } from '../lib/format';
import { type TextKey, useLanguage } from '../lib/i18n';
import { Difference } from './Difference';
import { Fault } from './Fault';
import { May } from './May';

type Page = components['schemas']['ChangeController.Page'];
type History = components['schemas']['ReviewController.History'];

const SHOWN = 5;

/** What changes touch an element, and who changed its entry in the register when. */
export function ElementChanges({ element }: { element: string }): ReactElement {
  const { t } = useLanguage();
  const id = encodeURIComponent(element);
  const changes = useQuery({
    queryKey: ['changes', 'of', element],
    queryFn: () => getJson<Page>(`/api/changes?element=${id}&size=${SHOWN}`),
  });
  const history = useQuery({
    queryKey: ['element-history', element],
    queryFn: () => getJson<History>(`/api/elements/${id}/history?size=${SHOWN}`),
  });
  return (
    <section className="card" aria-label={t('changePanel')}>
      <header>
        <h2>{t('changePanel')}</h2>
        <May permission="edit-register">
          <Link className="link r" to={`/changes/new?element=${id}`}>
            {t('changePanelNew')}
          </Link>
        </May>
      </header>
      <Fault error={changes.error ?? history.error} />
      {changes.data?.items.length === 0 && <p className="sub">{t('changePanelNone')}</p>}
      <ul>
        {changes.data?.items.map((row) => (
          <li key={row.id}>
            <Link className="link" to={`/changes/${row.id}`}>
              {`C-${row.id} ${row.title}`}
            </Link>{' '}
            <span className="sub">{t(`changeState-${row.state}` as TextKey)}</span>
          </li>
        ))}
      </ul>
      {changes.data && changes.data.total > SHOWN && (
        <p className="sub">{t('changePanelMore', { count: changes.data.total - SHOWN })}</p>
      )}
      {history.data && (
        <details>
          <summary>{t('changePanelHistory')}</summary>
          {history.data.items.length === 0 && <p className="sub">{t('changePanelHistoryNone')}</p>}
          <ul>
            {history.data.items.map((line) => (
              <Line key={line.number} line={line} />
            ))}
          </ul>
          {history.data.total > SHOWN && (
            <p className="sub">{t('changePanelMore', { count: history.data.total - SHOWN })}</p>
          )}
        </details>
      )}
    </section>
  );
}

function Line({ line }: { line: History['items'][number] }): ReactElement {
  const { t, language } = useLanguage();
  const lines = line.lines;
  const fields = [...new Set(lines.map((each) => fieldOf(each.path[0]?.text ?? '', t)))];
  const head = `${moment(line.at, language)} · ${line.by ?? t('changeSomebody')} · ${t(`changeDid-${line.did}` as TextKey)}`;
  return (
    <li>
      {lines.length === 0 ? (
        head
      ) : (
        <details>
          <summary>{`${head} ${fields.join(t('comma'))}`}</summary>
          <Difference lines={lines} />
        </details>
      )}
    </li>
  );
}
