import type { GraphNode } from '../../lib/api';

/** One line of the graph: who needs whom; or two things joined by a cable, which carries no dependency. */
export interface Edge {
  from: string;
  to: string;
  kind: 'need' | 'alternative' | 'pool' | 'method' | 'cable';
  group: string | null;
  atLeast: number | null;
}

/** A part of the graph, as the service tells it. */
export interface View {
  nodes: GraphNode[];
  edges: Edge[];
  truncated: boolean;
  total: number;
}

export const DIRECTIONS = ['both', 'needs', 'neededBy'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const keyOf = (edge: Edge): string => `${edge.from} ${edge.to} ${edge.kind} ${edge.group ?? ''}`;

/** Parts laid together: each element and each line once, the first parts first. */
export function joined(views: View[]): View {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, Edge>();
  for (const view of views) {
    for (const node of view.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
    for (const edge of view.edges) edges.set(keyOf(edge), edge);
  }
  const first = views[0];
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()].filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)),
    truncated: first?.truncated ?? false,
    total: Math.max(first?.total ?? 0, nodes.size),
  };
}

/** Lines between the same two elements drawn as one: what they need to serve comes before what only a method needs. */
export function drawn(edges: Edge[]): Edge[] {
  const rank: Record<Edge['kind'], number> = { need: 0, alternative: 1, pool: 2, method: 3, cable: 4 };
  const best = new Map<string, Edge>();
  for (const edge of edges) {
    const pair = `${edge.from} ${edge.to}`;
    const kept = best.get(pair);
    if (!kept || rank[edge.kind] < rank[kept.kind]) best.set(pair, edge);
  }
  return [...best.values()];
}

/**
 * The elements that need themselves through others (Tarjan's strongly connected components, without recursion so that a
 * long chain does no harm). Needs of methods and cables do not count.
 */
export function cycles(edges: Edge[]): string[][] {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    if (edge.kind === 'method' || edge.kind === 'cable') continue;
    next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];
  const enter = (id: string): void => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    stack.push(id);
    onStack.add(id);
  };
  const lower = (id: string, to: number): void => {
    low.set(id, Math.min(low.get(id) ?? to, to));
  };
  for (const start of next.keys()) {
    if (index.has(start)) continue;
    enter(start);
    const work: { id: string; at: number }[] = [{ id: start, at: 0 }];
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const to = next.get(top.id)?.[top.at++];
      if (to !== undefined) {
        if (!index.has(to)) {
          enter(to);
          work.push({ id: to, at: 0 });
        } else if (onStack.has(to)) lower(top.id, index.get(to) ?? 0);
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) lower(above.id, low.get(top.id) ?? 0);
      if (low.get(top.id) !== index.get(top.id)) continue;
      const members = stack.splice(stack.indexOf(top.id));
      members.forEach((each) => onStack.delete(each));
      const self = next.get(top.id)?.includes(top.id) ?? false;
      if (members.length > 1 || self) found.push(members);
    }
  }
  return found;
}

export type Place = [number, number];
const KEPT = 'holdfast.graph';
const MOST_KEPT = 20;
const WINDOWS = 'holdfast.graph.windows';

type Kept = Record<string, Record<string, Place>>;

function read<T>(key: string): Record<string, T> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, T>;
  } catch (error) {
    if (error instanceof SyntaxError) return {}; // written by something else: begin anew
    throw error;
  }
}

/** Puts a value of a view last and keeps the newest views only; null forgets the view. */
function keep(key: string, view: string, value: unknown): void {
  const others = Object.entries(read<unknown>(key)).filter(([name]) => name !== view);
  const entries = value === null ? others : [...others, [view, value] as const];
  localStorage.setItem(key, JSON.stringify(Object.fromEntries(entries.slice(-MOST_KEPT))));
}

/** Where the reader left the elements of a view. */
export const keptPlaces = (view: string): Record<string, Place> => read<Kept[string]>(KEPT)[view] ?? {};

/** What part of a view the reader looks at. */
export interface Window {
  x: number;
  y: number;
  zoom: number;
}

/** What part of a view the reader looked at last. */
export const keptWindow = (view: string): Window | undefined => read<Window>(WINDOWS)[view];

/** Remembers it; null forgets it. */
export const keepWindow = (view: string, window: Window | null): void => {
  keep(WINDOWS, view, window);
};

/** Remembers where the reader put elements of a view, for the newest views only; no places forget the view. */
export function keepPlaces(view: string, places: Record<string, Place>): void {
  keep(KEPT, view, Object.keys(places).length === 0 ? null : places);
}

/** Forgets them all, for whoever uses the browser next. */
export function forgetPlaces(): void {
  localStorage.removeItem(KEPT);
  localStorage.removeItem(WINDOWS);
}
