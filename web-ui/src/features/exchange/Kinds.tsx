import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { KindList } from './KindList';
import { Typed } from './Typed';
import type { Options } from './types';

/** The kinds that the roles of a source stand for; a role that has none keeps the kind of the source. */
export function Kinds({
  roles,
  chosen,
  onChange,
}: {
  roles: Record<string, number>;
  chosen: Record<string, string>;
  onChange: (change: Options) => void;
}): ReactElement | null {
  const { t } = useLanguage();
  const known = Object.entries(roles);
  if (known.length === 0) return null;
  return (
    <details className="card mapping">
      <summary>{t('importRoles')}</summary>
      <p className="sub">{t('importRolesHint')}</p>
      <KindList />
      <ul className="map-values roles">
        {known.map(([role, count]) => (
          <li key={role}>
            <span>
              {role} <span className="sub">{count.toLocaleString('en-GB')}</span>
            </span>
            <span aria-hidden="true">→</span>
            <Typed
              value={chosen[role] ?? ''}
              placeholder={t('importRolesStays')}
              label={t('importRoleKind', { role })}
              list="kinds"
              onType={(text) => {
                const others = Object.entries(chosen).filter(([key]) => key !== role);
                const next = Object.fromEntries(text.trim() === '' ? others : [...others, [role, text.trim()]]);
                onChange({ kinds: next });
              }}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
