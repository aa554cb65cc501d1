import { type ReactElement, useState } from 'react';
import { useLanguage } from '../lib/i18n';

/**
 * The first rows of a list that is wholly here, and the button that shows as many again; at the end it folds them, so that the focus
 * stays on it. There is no button where all fit.
 */
export function useSome<T>(rows: readonly T[], atOnce: number): { shown: readonly T[]; more: ReactElement | null } {
  const { t } = useLanguage();
  const [most, setMost] = useState(atOnce);
  const left = rows.length - most;
  return {
    shown: rows.slice(0, most),
    more:
      rows.length > atOnce ? (
        <p className="ways">
          <button
            type="button"
            className="btn"
            onClick={() => {
              setMost(left > 0 ? most + atOnce : atOnce);
            }}
          >
            {left > 0 ? t('listMore', { count: Math.min(left, atOnce) }) : t('listFewer')}
          </button>
        </p>
      ) : null,
  };
}
