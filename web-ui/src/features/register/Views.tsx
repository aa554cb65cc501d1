import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { getJson, postJson, remove } from '../../lib/api';
import { useLanguage } from '../../lib/i18n';
import type { Wish } from './rows';
import { paramsOf, wishOf } from './useWish';

/** A way to look at the grid that somebody has saved; the query is that of the address. */
interface View {
  id: number;
  name: string;
  author: string;
  own: boolean;
  shared: boolean;
  query: string;
}

const VIEWS = ['register-views'] as const;

/** One's own views and those that others share: chosen, saved, forgotten. */
export function Views({ wish, change }: { wish: Wish; change: (part: Partial<Wish>) => void }): ReactElement {
  const { t } = useLanguage();
  const client = useQueryClient();
  const views = useQuery({ queryKey: VIEWS, queryFn: () => getJson<{ items: View[] }>('/api/register/views') });
  const anew = { onSuccess: () => client.invalidateQueries({ queryKey: VIEWS }) };
  const forget = useMutation({ mutationFn: (id: number) => remove(`/api/register/views/${id}`), ...anew });
  const query = paramsOf(wish).toString();
  const items = views.data?.items ?? [];
  return (
    <details className="gmenu">
      <summary>{t('registerSavedViews', { count: items.length })}</summary>
      <div>
        <Fault error={views.error ?? forget.error} />
        {items.length === 0 && !views.error && <p className="sub">{t('registerNoViews')}</p>}
        <ul className="lines" aria-label={t('registerSavedViewsList')}>
          {items.map((view) => (
            <li key={view.id}>
              <button
                type="button"
                className="link"
                aria-pressed={view.query === query}
                onClick={() => {
                  change(wishOf(new URLSearchParams(view.query)));
                }}
              >
                {view.name}
              </button>
              <span className="sub">
                {view.own ? (view.shared ? t('registerViewShared') : t('registerViewOwn')) : view.author}
              </span>
              {view.own && (
                <button
                  type="button"
                  className="btn"
                  aria-label={t('registerForgetView', { name: view.name })}
                  onClick={() => {
                    forget.mutate(view.id);
                  }}
                >
                  {t('registerForget')}
                </button>
              )}
            </li>
          ))}
        </ul>
        <SaveView query={query} />
      </div>
    </details>
  );
}

/** Keeps what is looked at now under a name. */
function SaveView({ query }: { query: string }): ReactElement {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: () => postJson<View>('/api/register/views', { name, shared, query }),
    onSuccess: () => {
      setName('');
      return client.invalidateQueries({ queryKey: VIEWS });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <label className="labelled">
        <span>{t('registerViewName')}</span>
        <input
          className="field"
          required
          maxLength={80}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
      </label>
      <May permission="edit-register">
        <label className="tick">
          <input
            type="checkbox"
            checked={shared}
            onChange={(event) => {
              setShared(event.target.checked);
            }}
          />
          {t('registerShareView')}
        </label>
      </May>
      <button type="submit" className="btn" disabled={save.isPending}>
        {t('registerSaveView')}
      </button>
      <Fault error={save.error} />
    </form>
  );
}
