import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Said } from '../../components/Fault';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { columnOf, forget, keep, type Mapping, type SavedMapping, saved, TARGETS, withDefault } from './mapping';
import { Typed } from './Typed';

const TARGET_NAMES: Record<(typeof TARGETS)[number], TextKey> = {
  assets: 'importRowAssets',
  processes: 'importRowProcesses',
  services: 'importRowServices',
  relations: 'importMapRelations',
  sites: 'importRowSites',
  teams: 'importRowTeams',
  contacts: 'importRowContacts',
};

/** What the rows are, and the mappings that are kept. */
export function MapChoices({
  mapping,
  onChange,
  onTarget,
}: {
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
  onTarget: (target: string) => void;
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<SavedMapping>();
  const [name, setName] = useState('');
  const kept = useQuery({ queryKey: ['mappings'], queryFn: saved });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['mappings'] });
  const save = useMutation({
    mutationFn: () => keep(name.trim(), mapping, opened?.name === name.trim() ? opened : undefined),
    onSuccess: async (now) => {
      setOpened(now);
      setName(now.name);
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: forget,
    onSuccess: async () => {
      setOpened(undefined);
      setName('');
      await refresh();
    },
  });
  const failed = save.error ?? remove.error ?? kept.error;
  const hasKind = mapping.columns.some((each) => columnOf(mapping, each.heading).field === 'kind');
  return (
    <section className="card">
      <h2>{t('importMapWhat')}</h2>
      <div className="choices map-choices">
        <label>
          {t('importMapOf')}
          <select
            value={mapping.of}
            onChange={(event) => {
              onTarget(event.target.value);
            }}
          >
            {TARGETS.map((each) => (
              <option key={each} value={each}>
                {t(TARGET_NAMES[each])}
              </option>
            ))}
          </select>
        </label>
        {mapping.of === 'assets' && !hasKind && (
          <label>
            {t('importMapKind')}
            <Typed
              value={mapping.defaults['kind'] ?? ''}
              list="kinds"
              onType={(text) => {
                onChange(withDefault(mapping, 'kind', text));
              }}
            />
          </label>
        )}
        {mapping.of !== 'relations' && (
          <label>
            {t('importMapSource')}
            <Typed
              value={mapping.source ?? ''}
              placeholder="table"
              onType={(text) => {
                onChange({ ...mapping, source: text.trim() === '' ? null : text.trim() });
              }}
            />
          </label>
        )}
        {(kept.data?.length ?? 0) > 0 && (
          <label>
            {t('importMapUse')}
            <select
              value={opened?.id ?? ''}
              onChange={(event) => {
                const found = kept.data?.find((each) => String(each.id) === event.target.value);
                setOpened(found);
                setName(found?.name ?? '');
                if (found) onChange(found.mapping);
              }}
            >
              <option value="">{t('importMapNone')}</option>
              {kept.data?.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <form
        className="choices map-choices"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <label>
          {t('importMapName')}
          <input
            value={name}
            maxLength={80}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        </label>
        <p className="btns">
          <button type="submit" className="btn" disabled={name.trim() === '' || save.isPending}>
            {t(opened?.name === name.trim() ? 'importMapKeepAgain' : 'importMapKeep')}
          </button>
          {opened && (
            <>
              <a className="btn" href={`/api/mappings/${opened.id}/export`} download>
                {t('importMapExport')}
              </a>
              <button
                type="button"
                className="btn"
                disabled={remove.isPending}
                onClick={() => {
                  remove.mutate(opened);
                }}
              >
                {t('importMapForget')}
              </button>
            </>
          )}
        </p>
      </form>
      {save.isSuccess && (
        <p className="sub" role="status">
          {t('importMapKept', { name: save.data.name })}
        </p>
      )}
      {failed && (
        <p className="bad" role="alert">
          <Said error={failed} />
        </p>
      )}
    </section>
  );
}
