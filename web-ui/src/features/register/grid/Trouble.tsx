import type { ReactElement } from 'react';
import { Said } from '../../../components/Fault';
import { useLanguage } from '../../../lib/i18n';
import type { Cell, Clash, Why } from './pending';
import { columnOf } from './columns';
import { pathOf, valueAt } from './edits';
import { type Editable, EDITABLE } from './values';
import type { Words } from './useKnown';

interface Props {
  id: string;
  cell: Cell;
  clash: Clash | undefined;
  words: Words;
  /** Gives the cell another value. */
  mend: (text: string) => void;
  drop: () => void;
  settle: (mine: boolean) => void;
}

/** Why a value was not taken, and the ways out. */
export function Trouble({ id, cell, clash, words, mend, drop, settle }: Props): ReactElement {
  const { t } = useLanguage();
  const also = ({ seen, now }: Clash): Editable[] =>
    now === null
      ? []
      : EDITABLE.filter((each) => {
          const path = each === cell.column ? [] : pathOf(each, seen, 'en');
          return path.length > 0 && valueAt(seen, path) !== valueAt(now, path);
        });
  if (cell.state === 'conflict' && clash)
    return (
      <>
        <p>
          {clash.now
            ? t('registerClash', {
                id,
                theirs: words.show(cell.column, valueAt(clash.now, cell.path)),
                mine: words.show(cell.column, cell.value ?? null),
                before: words.show(cell.column, valueAt(clash.seen, cell.path)),
              })
            : t('registerGone', { id })}{' '}
          {also(clash).length > 0 &&
            t('registerAlsoChanged', {
              columns: also(clash)
                .map((each) => t(columnOf(each).text))
                .join(t('registerListComma')),
            })}
        </p>
        <p className="btns">
          {clash.now && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                settle(true);
              }}
            >
              {t('registerKeepMine')}
            </button>
          )}
          <button
            type="button"
            className="btn"
            onClick={() => {
              settle(false);
            }}
          >
            {t('registerTakeTheirs')}
          </button>
        </p>
      </>
    );
  const suggestion = cell.why && 'broken' in cell.why ? cell.why.broken.suggestion : undefined;
  return (
    <>
      <p>{cell.why && <Reason why={cell.why} />}</p>
      <p className="btns">
        {suggestion !== undefined && (
          <button
            type="button"
            className="btn"
            onClick={() => {
              mend(suggestion);
            }}
          >
            {t('registerTake', { value: suggestion })}
          </button>
        )}
        <button type="button" className="btn" onClick={drop}>
          {t('registerDrop')}
        </button>
      </p>
    </>
  );
}

export function Reason({ why }: { why: Why }): ReactElement {
  const { t } = useLanguage();
  if ('error' in why) return <Said error={why.error} />;
  if ('says' in why) return <span lang="en">{why.says}</span>;
  const { key, facts, suggestion } = why.broken;
  return (
    <>
      {t(key, facts)} {suggestion !== undefined && t('registerMeant', { value: suggestion })}
    </>
  );
}
