import { type ReactElement, useCallback, useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import type { ElementEstimate, RegisterSummary } from '../../lib/api';
import { useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import { useMay } from '../../lib/session';
import { Filters } from './Filters';
import { Cards } from './grid/Cards';
import { ChoiceBar } from './grid/ChoiceBar';
import { pathOf } from './grid/edits';
import { EditsBar } from './grid/EditsBar';
import { Grid } from './grid/Grid';
import type { At } from './grid/place';
import { useKnown } from './grid/useKnown';
import { type Editable, parseCell } from './grid/values';
import './grid.css';
import { type GridRow, lines, narrowed, sorted, type Wish } from './rows';
import { useEdits } from './useEdits';

const NARROW = '(width < 800px)';

const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => {
        query.removeEventListener('change', changed);
      };
    },
    () => window.matchMedia(NARROW).matches,
  );

interface Props {
  rows: readonly GridRow[];
  /** Whether these are all rows, or only the first of so many. */
  whole: boolean;
  total: number;
  summary: RegisterSummary | undefined;
  worst: readonly ElementEstimate[];
  wish: Wish;
  change: (part: Partial<Wish>) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** The list of elements with all that is done to it: narrowed, put in order, edited. */
export function Assets({ rows, whole, total, summary, worst, wish, change }: Props): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const narrow = useNarrow();
  const mayEdit = useMay('edit-register');
  const words = useKnown(summary);
  const [edits, store] = useEdits();
  const [filtering, setFiltering] = useState(Object.keys(wish.filters).length > 0);
  const [chosen, setChosen] = useState(NONE);
  const picked = useMemo(() => {
    if (chosen.size === 0) return chosen;
    const there = new Set(rows.map((row) => row.id));
    return new Set([...chosen].filter((id) => there.has(id)));
  }, [chosen, rows]);
  const [told, setTold] = useState({ note: '', left: '' });
  const say = (note: string, left = ''): void => {
    setTold({ note, left });
  };
  const all = useMemo(
    () => lines(rows, summary, worst, words.nameOf, (kind) => kindText(kind, t)),
    [rows, summary, worst, words],
  );
  const asked = useDeferredValue(wish); // typing goes on while the rows follow
  const order = useMemo(
    () => sorted(all, asked.sort, asked.falling, language),
    [all, asked.sort, asked.falling, language],
  );
  const shown = useMemo(() => narrowed(order, asked), [order, asked]);
  const enter = (cells: { at: At; text: string }[]): void => {
    const wanted = new Set(cells.map(({ at }) => at.id));
    const byId = new Map(rows.filter((row) => wanted.has(row.id)).map((row) => [row.id, row]));
    const entries = cells.flatMap(({ at: { id, column }, text }) => {
      const row = byId.get(id);
      const key = column as Editable;
      return row
        ? [
            {
              id,
              column: key,
              path: pathOf(key, row, language),
              text,
              parsed: parseCell(key, text, words.known, nameOf),
            },
          ]
        : [];
    });
    void store.enter(entries);
  };
  const choose = useCallback((ids: readonly string[], on: boolean): void => {
    setChosen((before) => {
      const next = new Set(before);
      for (const id of ids)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  }, []);
  return (
    <section className="card register">
      <Filters
        all={all}
        total={total}
        shown={whole ? shown.length : total}
        wish={wish}
        change={change}
        summary={summary}
        wide={!narrow}
        filtering={filtering}
        setFiltering={setFiltering}
      />
      {shown.length === 0 ? (
        <p className="nothing">
          {t('registerNone')}{' '}
          <button
            type="button"
            className="btn"
            onClick={() => {
              change({ show: 'all', q: '', kind: '', site: '', filters: {} });
            }}
          >
            {t('registerShowAll')}
          </button>
        </p>
      ) : narrow ? (
        <Cards lines={shown} />
      ) : (
        <Grid
          lines={shown}
          wish={wish}
          change={change}
          filtering={filtering}
          canEdit={mayEdit && whole}
          words={words}
          edits={edits}
          store={store}
          enter={enter}
          chosen={picked}
          choose={choose}
          say={say}
        />
      )}
      {mayEdit && !narrow && picked.size > 0 && (
        <ChoiceBar
          chosen={picked}
          busy={edits.sending}
          set={(column, text) => {
            const open = rows.filter((row) => picked.has(row.id) && (column !== 'kind' || row.type === 'asset'));
            enter(open.map(({ id }) => ({ at: { id, column }, text })));
          }}
          remove={() => {
            void store.remove([...picked]).then((done) => {
              if (done) setChosen(NONE);
            });
          }}
          clear={() => {
            setChosen(NONE);
          }}
        />
      )}
      {mayEdit && !narrow && (
        <EditsBar
          edits={edits}
          store={store}
          words={words}
          note={told.note}
          left={told.left}
          go={({ id }) => {
            change({ show: 'all', q: id, kind: '', site: '', filters: {} });
          }}
          mend={(at, text) => {
            enter([{ at, text }]);
          }}
        />
      )}
      <p className="sub key">{t('registerKey')}</p>
      <datalist id="grid-sites">
        {words.known.sites.map((site) => (
          <option key={site.id} value={nameOf(site)} />
        ))}
      </datalist>
      <datalist id="grid-owners">
        {words.known.teams.map((team) => (
          <option key={team.id} value={nameOf(team)} />
        ))}
      </datalist>
      <datalist id="grid-kinds">
        {words.known.kinds.map((kind) => (
          <option key={kind.id} value={kind.word} />
        ))}
      </datalist>
    </section>
  );
}
