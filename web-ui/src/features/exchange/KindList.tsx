import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';

const KINDS = [
  'application',
  'cloud',
  'cooling',
  'database',
  'document',
  'host',
  'link',
  'location',
  'network',
  'person',
  'power',
  'procedure',
  'site',
  'storage',
  'supplier',
  'team',
  'virtual-machine',
];

/** The kinds that a text may be completed to, as the list `kinds` of inputs. */
export function KindList(): ReactElement {
  const { t } = useLanguage();
  return (
    <datalist id="kinds">
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {kindText(kind, t)}
        </option>
      ))}
    </datalist>
  );
}
