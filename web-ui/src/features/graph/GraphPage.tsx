import { useQueries } from '@tanstack/react-query';
import { type ReactElement, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { RegisterViews } from '../../components/RegisterViews';
import { Empty, State } from '../../components/State';
import { getJson } from '../../lib/api';
import { count } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { Aside } from './Aside';
import { Canvas } from './Canvas';
import './graph.css';
import { GraphTable } from './GraphTable';
import { cycles, type Direction, DIRECTIONS, joined, keepPlaces, keepWindow, type View } from './model';

const WORDS = { both: 'graphBoth', needs: 'graphNeeds', neededBy: 'graphNeededBy' } as const;
const DEPTHS = [1, 2, 3, 4, 6, 10];
/** How many elements are drawn unless the reader asks for more, and the most that can be. */
const USUAL = 300;
const MOST = 3_000;

/** What the reader looks at; as it stands in the address. */
interface Wish {
  focus: string | null;
  depth: number;
  direction: Direction;
  open: string[];
  /** Without a focus: every element. */
  whole: boolean;
  most: number;
}

function useWish(): [Wish, (change: Partial<Wish>) => void] {
  const [params, setParams] = useSearchParams();
  const depth = Number(params.get('depth') ?? '2');
  const wish: Wish = {
    focus: params.get('focus'),
    depth: DEPTHS.includes(depth) ? depth : 2,
    direction: DIRECTIONS.find((each) => each === params.get('direction')) ?? 'both',
    open: (params.get('open') ?? '').split(' ').filter(Boolean),
    whole: params.get('whole') === '1',
    most: params.get('most') === String(MOST) ? MOST : USUAL,
  };
  const change = (part: Partial<Wish>): void => {
    const next = { ...wish, ...part };
    const entries: [string, string][] = [
      ['focus', next.focus ?? ''],
      ['depth', next.depth === 2 ? '' : String(next.depth)],
      ['direction', next.direction === 'both' ? '' : next.direction],
      ['open', next.open.join(' ')],
      ['whole', next.whole ? '1' : ''],
      ['most', next.most === MOST ? String(MOST) : ''],
    ];
    setParams(new URLSearchParams(entries.filter(([, value]) => value !== '')));
  };
  return [wish, change];
}

/** Each part that is shown: the view itself, then the neighbours of elements that were expanded. */
function useView(wish: Wish): { view: View | null; error: Error | null; retry: () => void } {
  const paths = [
    wish.focus === null
      ? `/api/graph?whole=${String(wish.whole)}&most=${wish.most}`
      : `/api/graph?focus=${encodeURIComponent(wish.focus)}&depth=${wish.depth}&direction=${wish.direction}&most=${wish.most}`,
    ...wish.open.map((id) => `/api/graph?focus=${encodeURIComponent(id)}&depth=1&direction=both`),
  ];
  const answers = useQueries({
    queries: paths.map((path) => ({ queryKey: ['graph', path], queryFn: () => getJson<View>(path), retry: 1 })),
  });
  const stamp = answers.map((each) => each.dataUpdatedAt).join(' ') + paths.join(' ');
  // the answers are new objects at every drawing; what they hold changes with the stamp only
  const view = useMemo(() => {
    const views = answers.map((each) => each.data).filter((each) => each !== undefined);
    return views.length === answers.length ? joined(views) : null;
  }, [stamp]);
  return {
    view,
    error: answers.find((each) => each.error)?.error ?? null,
    retry: () => {
      answers.forEach((each) => void each.refetch());
    },
  };
}

/** The dependency graph: a part of it drawn in layers, and the same as a table. */
export function GraphPage(): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const [wish, change] = useWish();
  const [selected, setSelected] = useState<string | null>(wish.focus);
  const [asTable, setAsTable] = useState(false);
  const [round, setRound] = useState(0);
  const { view, error, retry } = useView(wish);
  const rings = useMemo(() => cycles(view?.edges ?? []), [view]);
  const cyclic = useMemo(() => new Set(rings.flat()), [rings]);
  const focused = view?.nodes.find((node) => node.id === wish.focus);
  usePage(
    { label: t('register'), to: '/register' },
    { label: t('registerGraph'), ...(focused ? { to: '/register/graph' } : {}) },
    ...(focused ? [{ label: nameOf(focused) }] : []),
  );
  if (!view) return <State error={error} retry={retry} />;
  if (view.nodes.length === 0)
    return (
      <Empty title={t('graphEmpty')}>
        <Link className="btn" to="/register">
          {t('register')}
        </Link>
      </Empty>
    );
  const name = `${wish.focus ?? (wish.whole ? '*' : '')} ${wish.depth} ${wish.direction}`;
  // where there are no services or processes the service tells of everything
  const everything = wish.whole || !view.nodes.some((node) => node.type !== 'asset');
  const single = view.nodes.filter((node) => node.spof && node.type === 'asset').length;
  const numbers = {
    shown: count(view.nodes.length, language),
    lines: count(view.edges.length, language),
    single: count(single, language),
  };
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>
            {focused
              ? t('graphHeadlineFocus', { ...numbers, name: nameOf(focused) })
              : t(everything ? 'graphHeadlineWhole' : 'graphHeadline', { ...numbers, count: single })}
          </h1>
          <p className="lede">
            {rings.length > 0 ? t('graphCycles', { count: rings.length }) : t('graphNoCycles')} {t('graphHint')}
          </p>
        </div>
        <RegisterViews at="/register/graph" />
      </div>
      {view.truncated && (
        <p className="card much" role="status">
          {t('graphTooMuch', { shown: numbers.shown, total: count(view.total, language) })}{' '}
          {wish.most < MOST && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                change({ most: MOST });
              }}
            >
              {t('graphMore', { most: count(Math.min(MOST, view.total), language) })}
            </button>
          )}
        </p>
      )}
      <section className="card flush graph">
        <div className="gbar">
          {wish.focus !== null && (
            <>
              <label>
                <span>{t('graphDirection')}</span>
                <select
                  className="field"
                  value={wish.direction}
                  onChange={(event) => {
                    change({ direction: DIRECTIONS.find((each) => each === event.target.value) ?? 'both' });
                  }}
                >
                  {DIRECTIONS.map((each) => (
                    <option key={each} value={each}>
                      {t(WORDS[each])}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                <span>{t('graphDepth')}</span>
                <select
                  className="field"
                  value={wish.depth}
                  onChange={(event) => {
                    change({ depth: Number(event.target.value) });
                  }}
                >
                  {DEPTHS.map((each) => (
                    <option key={each}>{each}</option>
                  ))}
                </select>
              </label>
              <Link className="btn" to="/register/graph">
                {t('graphWhole')}
              </Link>
            </>
          )}
          {wish.focus === null && (
            <button
              type="button"
              className="btn"
              aria-pressed={everything}
              onClick={() => {
                change({ whole: !wish.whole });
              }}
            >
              {t('graphEverything')}
            </button>
          )}
          <button
            type="button"
            className="btn"
            onClick={() => {
              keepPlaces(name, {});
              keepWindow(name, null);
              setRound(round + 1);
            }}
          >
            {t('graphReset')}
          </button>
          <button
            type="button"
            className="btn"
            aria-pressed={asTable}
            onClick={() => {
              setAsTable(!asTable);
            }}
          >
            {t(asTable ? 'graphAsDrawing' : 'graphAsTable')}
          </button>
          <ul className="legend" aria-label={t('graphLegend')}>
            <li className="l-need">{t('graphNeed')}</li>
            <li className="l-some">{t('graphSome')}</li>
            <li className="l-method">{t('graphMethod')}</li>
            {view.edges.some((edge) => edge.kind === 'cable') && <li className="l-cable">{t('graphCable')}</li>}
          </ul>
        </div>
        {asTable ? (
          <GraphTable view={view} cyclic={cyclic} />
        ) : (
          <div className="canvas" role="region" aria-label={t('registerGraph')}>
            <Canvas
              view={view}
              name={name}
              focus={wish.focus}
              selected={selected}
              cyclic={cyclic}
              round={round}
              onSelect={setSelected}
              onExpand={(id) => {
                if (!wish.open.includes(id)) change({ open: [...wish.open, id] });
              }}
            />
            <Aside
              view={view}
              selected={selected}
              rings={rings}
              canExpand={selected !== null && selected !== wish.focus && !wish.open.includes(selected)}
              onExpand={(id) => {
                change({ open: [...wish.open, id] });
              }}
              onFocus={(id) => {
                change({ focus: id, open: [] });
              }}
            />
          </div>
        )}
      </section>
    </>
  );
}
