import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useRef } from 'react';
import { Link } from 'react-router';
import { hours } from '../../../lib/format';
import { useLanguage } from '../../../lib/i18n';
import type { Line } from '../rows';
import { Chance, Rests } from './CellText';

const CARD = 132;

/** The same rows on a phone: one below the other, to be read; they are edited where there is room. */
export function Cards({ lines }: { lines: readonly Line[] }): ReactElement {
  const { language, t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => CARD,
    overscan: 6,
  });
  return (
    <div ref={box} className="gridbox" tabIndex={0} role="region" aria-label={t('register')}>
      <ul className="gbody" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          const { row } = line;
          return (
            <li
              key={row.id}
              className="gcard"
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <p className="gtop">
                <Link to={`/register/${row.id}`}>{line.name}</Link>
                {line.spof && <span className="chip warn">{t('registerSpofShort')}</span>}
              </p>
              <p className="sub">
                <span className="mono">{row.id}</span> ·{' '}
                {[line.kind, line.site, line.owner].filter(Boolean).join(' · ')}
              </p>
              <p className="gfacts">
                <span>
                  {t('rto')} {row.rtoHours === undefined ? '–' : hours(row.rtoHours, language)}
                </span>
                <Rests line={line} />
                <Chance line={line} />
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
