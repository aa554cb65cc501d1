import type { ReactElement } from 'react';
import { SmallAxis } from '../../../components/Glyph';
import { Icon } from '../../../components/Icon';
import { useLanguage } from '../../../lib/i18n';
import type { ColumnKey, Wish } from '../rows';
import { columnOf } from './columns';

interface Props {
  wish: Wish;
  change: (part: Partial<Wish>) => void;
  filtering: boolean;
  /** Whether all rows that are shown are chosen, some, or none. */
  chosen: boolean | 'mixed';
  chooseAll: (on: boolean) => void;
}

/** The names of the columns, by which the rows are sorted, and below each what it is narrowed to. */
export function GridHead({ wish, change, filtering, chosen, chooseAll }: Props): ReactElement {
  const { t } = useLanguage();
  const sort = (column: ColumnKey): void => {
    const again = wish.sort === column;
    change(again && wish.falling ? { sort: null, falling: false } : { sort: column, falling: again });
  };
  return (
    <div role="row" className="gh" aria-rowindex={1}>
      <div role="columnheader" className="gc tickcell" aria-colindex={1}>
        <input
          type="checkbox"
          aria-label={t('registerChooseAll')}
          checked={chosen === true}
          ref={(box) => {
            if (box) box.indeterminate = chosen === 'mixed';
          }}
          onChange={(event) => {
            chooseAll(event.target.checked);
          }}
        />
      </div>
      {wish.columns.map((key, c) => {
        const { text, numeric } = columnOf(key);
        const on = wish.sort === key;
        return (
          <div
            key={key}
            role="columnheader"
            className={`gc g-${key}${numeric ? ' num' : ''}`}
            aria-colindex={c + 2}
            aria-sort={on ? (wish.falling ? 'descending' : 'ascending') : 'none'}
          >
            <span className="gname">
              <button
                type="button"
                onClick={() => {
                  sort(key);
                }}
              >
                {t(text)}
                {on && <Icon name={wish.falling ? 'down' : 'up'} size={11} />}
              </button>
              {key === 'chance' && <SmallAxis />}
            </span>
            {filtering && (
              <input
                className="gfilter"
                aria-label={t('registerFilterOf', { column: t(text) })}
                title={t(numeric ? 'registerFilterNumbers' : 'registerFilterTexts')}
                placeholder={numeric ? '> 4' : '…'}
                value={wish.filters[key] ?? ''}
                onChange={(event) => {
                  const { [key]: gone, ...others } = wish.filters;
                  const typed = event.target.value;
                  change({ filters: typed === '' && gone !== undefined ? others : { ...others, [key]: typed } });
                }}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
