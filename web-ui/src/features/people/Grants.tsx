import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { type Grant, ROLES } from './api';
import { type Unit, unitName } from '../../lib/units';

/** The roles of somebody, each in the whole organisation or in one unit. */
export function Grants({
  grants,
  units,
  onChange,
}: {
  grants: Grant[];
  units: Unit[];
  onChange: (grants: Grant[]) => void;
}): ReactElement {
  const { t, language } = useLanguage();
  const replace = (at: number, grant: Grant): void => {
    onChange(grants.map((each, i) => (i === at ? grant : each)));
  };
  return (
    <fieldset className="grants">
      <legend>{t('peopleRoles')}</legend>
      {grants.map((grant, at) => (
        <p key={at} className="btns">
          <select
            className="field"
            aria-label={t('peopleRole')}
            value={grant.role ?? ''}
            onChange={(event) => {
              replace(at, { ...grant, role: event.target.value });
            }}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`role-${role}`)}
              </option>
            ))}
          </select>
          <select
            className="field"
            aria-label={t('peopleWhere')}
            value={grant.unit ?? ''}
            onChange={(event) => {
              replace(at, { ...grant, unit: event.target.value === '' ? null : event.target.value });
            }}
          >
            <option value="">{t('peopleEverywhere')}</option>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unitName(unit, language)}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="btn"
            onClick={() => {
              onChange(grants.filter((_, i) => i !== at));
            }}
          >
            {t('peopleRemove')}
          </button>
        </p>
      ))}
      <button
        type="button"
        className="btn"
        onClick={() => {
          onChange([...grants, { role: 'planner', unit: null }]);
        }}
      >
        {t('peopleAddRole')}
      </button>
    </fieldset>
  );
}
