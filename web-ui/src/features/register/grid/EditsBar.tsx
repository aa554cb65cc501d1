import { type ReactElement, useState } from 'react';
import { Said } from '../../../components/Fault';
import { count } from '../../../lib/format';
import { useLanguage } from '../../../lib/i18n';
import { columnOf } from './columns';
import { troubled } from './pending';
import type { EditStore, Edits } from './store';
import { Trouble } from './Trouble';
import { parseTsv } from './tsv';
import type { Words } from './useKnown';
import type { At } from './place';

interface Props {
  edits: Edits;
  store: EditStore;
  words: Words;
  note: string;
  /** What of a paste had no place: on cells that are not edited here, or beyond the grid. */
  left: string;
  go: (at: At) => void;
  mend: (at: At, text: string) => void;
}

const MOST_SHOWN = 50;

/** What became of the edits: what needs somebody, how many are kept, and the way back. */
export function EditsBar({ edits, store, words, note, left, go, mend }: Props): ReactElement {
  const { language, t } = useLanguage();
  const [open, setOpen] = useState(false);
  const wrong = troubled(edits.pending);
  const failed = wrong.some(({ cell }) => cell.state === 'refused' && cell.why !== undefined && 'error' in cell.why);
  return (
    <div className="ebar">
      {open && wrong.length > 0 && (
        <ul className="wrongs" aria-label={t('registerAttentionList')}>
          {wrong.slice(0, MOST_SHOWN).map(({ id, cell }) => (
            <li key={`${id} ${cell.column}`}>
              <p>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    go({ id, column: cell.column });
                  }}
                >
                  {id}
                </button>{' '}
                {t(columnOf(cell.column).text)}:{' '}
                <b>{cell.value === undefined ? cell.text : words.show(cell.column, cell.value)}</b>
              </p>
              <Trouble
                id={id}
                cell={cell}
                clash={edits.clashes.get(id)}
                words={words}
                mend={(text) => {
                  mend({ id, column: cell.column }, text);
                }}
                drop={() => {
                  store.drop([{ id, column: cell.column }]);
                }}
                settle={(mine) => {
                  void store.settle(id, mine);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {edits.fault && (
        <p className="bad" role="alert">
          <Said error={edits.fault} />{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              store.forgetFault();
            }}
          >
            {t('registerDismiss')}
          </button>
        </p>
      )}
      {left !== '' && (
        <details className="left">
          <summary>{t('registerNotTaken', { count: parseTsv(left).length })}</summary>
          <textarea readOnly className="field" rows={4} aria-label={t('registerNotTakenText')} value={left} />
        </details>
      )}
      <p className="estate">
        {wrong.length > 0 && (
          <button
            type="button"
            className="link trouble"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {t('registerAttention', { count: wrong.length, cells: count(wrong.length, language) })}
          </button>
        )}
        {failed && (
          <button
            type="button"
            className="link"
            onClick={() => {
              void store.again();
            }}
          >
            {t('tryAgain')}
          </button>
        )}
        {wrong.length > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => {
              store.drop(wrong.map(({ id, cell }) => ({ id, column: cell.column })));
            }}
          >
            {t('registerDropAll')}
          </button>
        )}
        <span role="status">
          {edits.sending
            ? t('registerSaving')
            : t('registerKept', { count: edits.undo, steps: count(edits.undo, language) })}{' '}
          {note}
        </span>
        <button
          type="button"
          className="btn"
          disabled={edits.undo === 0 || edits.sending}
          onClick={() => {
            void store.back('undo');
          }}
        >
          {t('registerUndo')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={edits.redo === 0 || edits.sending}
          onClick={() => {
            void store.back('redo');
          }}
        >
          {t('registerRedo')}
        </button>
      </p>
    </div>
  );
}
