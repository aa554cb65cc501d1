import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { type AccountNames, changesOf, valueText } from './words';

/** From where it was done, and what was before and after. */
export function Changes({ detail, names }: { detail: unknown; names: AccountNames }): ReactElement {
  const { t } = useLanguage();
  const told = (detail ?? {}) as { via?: string; address?: string; before?: unknown; after?: unknown };
  const changes = changesOf(told.before, told.after);
  return (
    <>
      {detail === null && <p className="sub">{t('auditRedactedHint')}</p>}
      {told.via && (
        <p className="sub">
          {t(`auditVia-${told.via}` as 'auditVia-session')}
          {told.address && ` · ${told.address}`}
        </p>
      )}
      {changes.length > 0 && (
        <div className="scroll" tabIndex={0} role="group" aria-label={t('auditField')}>
          <table className="plain">
            <thead>
              <tr>
                <th>{t('auditField')}</th>
                <th>{t('auditBefore')}</th>
                <th>{t('auditAfter')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.path}>
                  <td>{change.path === '' ? t('auditEntry') : change.path}</td>
                  <td className="mono">{valueText(change.before, change.path, names)}</td>
                  <td className="mono">{valueText(change.after, change.path, names)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
