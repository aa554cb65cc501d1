import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../../components/Fault';
import { Labelled } from '../../../components/Labelled';
import { State } from '../../../components/State';
import { isMeanwhile } from '../../../lib/answer';
import { useLanguage } from '../../../lib/i18n';
import { useMay } from '../../../lib/session';
import { degrees, type Draft, draftOf, entryOf, getSite, type SiteEntry, storeSite } from './sites';

/** One site: its names and where it is; a new one without an id. */
export function SiteForm({ id, onDone }: { id: string | null; onDone: (id: string | null) => void }): ReactElement {
  const { data, error, refetch } = useQuery({
    queryKey: ['sites', id],
    queryFn: () => getSite(id ?? ''),
    enabled: id !== null,
    gcTime: 0,
    retry: 1,
    refetchOnWindowFocus: false,
  });
  if (id !== null && !data) return <State error={error} retry={() => void refetch()} />;
  return (
    <Fields
      key={data?.version ?? 'new'}
      stored={data}
      onDone={onDone}
      onAgain={() => {
        void refetch();
      }}
    />
  );
}

const EMPTY: Draft = { id: '', english: '', chinese: '', lat: '', lon: '' };

function Fields({
  stored,
  onDone,
  onAgain,
}: {
  stored: { entry: SiteEntry; version: string } | undefined;
  onDone: (id: string | null) => void;
  onAgain: () => void;
}): ReactElement {
  const { t, nameOf } = useLanguage();
  const queries = useQueryClient();
  const may = useMay('edit-register');
  const begun = stored ? draftOf(stored.entry) : EMPTY;
  const [draft, setDraft] = useState(begun);
  const save = useMutation({
    mutationFn: () => storeSite(entryOf(draft, stored?.entry), stored?.version),
    onSuccess: async (entry) => {
      await queries.invalidateQueries();
      onDone(entry.id);
    },
  });
  const wrong = (text: string, most: number): boolean => Number.isNaN(degrees(text, most) ?? 0);
  const field = (key: keyof Draft, label: string, invalid = false, hint?: string): ReactElement => (
    <Labelled label={label} hint={hint}>
      <input
        className="field"
        value={draft[key]}
        disabled={!may}
        aria-invalid={invalid}
        inputMode={key === 'lat' || key === 'lon' ? 'decimal' : 'text'}
        onChange={(event) => {
          setDraft({ ...draft, [key]: event.target.value });
        }}
      />
    </Labelled>
  );
  const bad = wrong(draft.lat, 90) || wrong(draft.lon, 180) || (draft.lat.trim() === '') !== (draft.lon.trim() === '');
  const title = stored ? nameOf({ name: null, names: {}, ...stored.entry }) : t('registerSiteNew');
  const late = isMeanwhile(save.error);
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {stored && (
          <Link className="link r" to={`/checklists/alternate-site/${encodeURIComponent(stored.entry.id)}`}>
            {t('registerSiteAgreement')}
          </Link>
        )}
      </header>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (!bad) save.mutate();
        }}
      >
        {!stored && field('id', t('registerSiteId'), false, t('registerSiteIdHint'))}
        {field('english', t('registerSiteEnglish'))}
        {field('chinese', t('registerSiteChinese'))}
        {field('lat', t('registerSiteLat'), wrong(draft.lat, 90))}
        {field('lon', t('registerSiteLon'), wrong(draft.lon, 180))}
        {bad && (
          <p className="bad" role="alert">
            {t('registerSiteDegrees')}
          </p>
        )}
        {may && (
          <p className="btns">
            <button
              type="submit"
              className="btn pri"
              disabled={bad || save.isPending || JSON.stringify(draft) === JSON.stringify(begun)}
            >
              {t('registerSiteSave')}
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => {
                onDone(null);
              }}
            >
              {t('registerSiteClose')}
            </button>
            {late && (
              <button type="button" className="btn" onClick={onAgain}>
                {t('registerSiteTheirs')}
              </button>
            )}
          </p>
        )}
        <Fault error={save.error} />
      </form>
    </section>
  );
}
