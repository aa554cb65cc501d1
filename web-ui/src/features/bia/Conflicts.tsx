import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { DraftState } from './useDraft';

const shown = (value: unknown): string =>
  value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

/** What another one has stored meanwhile, beside what one has typed; nothing of either is lost. */
export function Conflicts({ draft }: { draft: DraftState }): ReactElement | null {
  const { t } = useLanguage();
  const { conflict } = draft;
  if (!conflict) return null;
  return (
    <section className="card failed" role="alert" aria-label={t('biaConflict')}>
      <h2>{t('biaConflict')}</h2>
      <p>{t(conflict.clashes.length === 0 ? 'biaConflictNone' : 'biaConflictHint')}</p>
      {conflict.clashes.length > 0 && (
        <div className="scroll">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('biaConflictBoth')}</th>
                <th scope="col">{t('biaConflictTheirs')}</th>
                <th scope="col">{t('biaConflictYours')}</th>
              </tr>
            </thead>
            <tbody>
              {conflict.clashes.map((clash) => (
                <tr key={clash.path}>
                  <th scope="row">
                    <code>{clash.path}</code>
                  </th>
                  <td>{shown(clash.theirs)}</td>
                  <td>{shown(clash.mine)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="btns">
        <button type="button" className="btn pri" onClick={draft.save} disabled={draft.saving}>
          {t('biaKeepMine')}
        </button>
        <button type="button" className="btn" onClick={draft.takeTheirs}>
          {t('biaTakeTheirs')}
        </button>
      </p>
    </section>
  );
}
