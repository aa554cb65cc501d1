import { useMemo } from 'react';
import type { Named, RegisterSummary } from '../../../lib/api';
import { hours } from '../../../lib/format';
import { useLanguage } from '../../../lib/i18n';
import { kindText } from '../../../lib/kinds';
import type { Editable, Known, Value } from './values';

/** What cells refer to, and how the reader reads and writes their values. */
export interface Words {
  known: Known;
  nameOf: (thing: Named) => string;
  /** A value as it is shown. */
  show: (column: Editable, value: Value) => string;
  /** A value as it is put into the field where it is edited, and on the clipboard. */
  write: (column: Editable, value: Value) => string;
}

export function useKnown(summary: RegisterSummary | undefined): Words {
  const { language, t, nameOf } = useLanguage();
  return useMemo(() => {
    const known: Known = {
      sites: summary?.sites ?? [],
      teams: summary?.teams ?? [],
      kinds: Object.keys(summary?.kinds ?? {})
        .filter((id) => id !== 'service' && id !== 'process')
        .map((id) => ({ id, word: kindText(id, t) })),
    };
    const named = (things: Named[], value: Value): string => {
      const found = things.find((each) => each.id === value);
      return found ? nameOf(found) : String(value ?? '');
    };
    const write = (column: Editable, value: Value): string => {
      if (value === null) return '';
      switch (column) {
        case 'site':
          return named(known.sites, value);
        case 'owner':
          return named(known.teams, value);
        case 'kind':
          return kindText(String(value), t);
        case 'name':
        case 'zone':
        case 'tier':
        case 'rto':
        case 'rpo':
        case 'mtpd':
          return String(value);
      }
    };
    const show = (column: Editable, value: Value): string =>
      value === null
        ? '–'
        : typeof value === 'number' && column !== 'tier'
          ? hours(value, language)
          : write(column, value);
    return { known, nameOf, show, write };
  }, [summary, language]);
}
