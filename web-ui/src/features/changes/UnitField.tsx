import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { useMay } from '../../lib/session';
import { getUnits, unitName } from '../../lib/units';
import { Field } from './Fields';

/** The one unit that somebody without a right in the whole organisation can mean; null where there are several. */
export function useOnlyUnit(): string | null {
  const everywhere = useMay('edit-register', true);
  const { data } = useQuery({ queryKey: ['units'], queryFn: getUnits });
  return !everywhere && data?.length === 1 ? (data[0]?.id ?? null) : null;
}

/** Whose change it is; nothing where the organisation has no units. */
export function UnitField({
  value,
  onValue,
}: {
  value: string | null;
  onValue: (unit: string | null) => void;
}): ReactElement | null {
  const { t, language } = useLanguage();
  const everywhere = useMay('edit-register', true);
  const { data } = useQuery({ queryKey: ['units'], queryFn: getUnits });
  if (!data || (data.length === 0 && value === null)) return null;
  const known = data.some((each) => each.id === value);
  return (
    <Field name="unit">
      {(more) => (
        <select
          {...more}
          className="field"
          value={value ?? ''}
          onChange={(event) => {
            onValue(event.target.value === '' ? null : event.target.value);
          }}
        >
          <option value="">{t(everywhere ? 'changeUnitAll' : 'changeUnitChoose')}</option>
          {value !== null && !known && <option value={value}>{value}</option>}
          {data.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unitName(unit, language)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
