import { describe, expect, it } from 'vitest';
import type { GraphNode } from '../../lib/api';
import { cycles, drawn, type Edge, joined, type View } from './model';

const edge = (from: string, to: string, kind: Edge['kind'] = 'need'): Edge => ({
  from,
  to,
  kind,
  group: null,
  atLeast: null,
});
const node = (id: string): GraphNode => ({ id, type: 'asset', kind: 'host', site: null, spof: false });
const view = (ids: string[], edges: Edge[]): View => ({
  nodes: ids.map(node),
  edges,
  truncated: false,
  total: ids.length,
});

describe('the dependency graph', () => {
  it('finds elements that need themselves through others, and those that need themselves', () => {
    const found = cycles([edge('a', 'b'), edge('b', 'c'), edge('c', 'b'), edge('d', 'd'), edge('c', 'e')]);
    expect(found.map((each) => each.sort())).toEqual([['b', 'c'], ['d']]);
  });
  it('sees no cycle in a diamond, nor through a method or a cable', () => {
    expect(cycles([edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('c', 'd')])).toEqual([]);
    expect(cycles([edge('a', 'b'), edge('b', 'a', 'method'), edge('b', 'a', 'cable')])).toEqual([]);
  });
  it('walks a chain of 20 000 without overflowing', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => edge(`n${i}`, `n${i + 1}`));
    expect(cycles([...chain, edge('n20000', 'n0')])[0]).toHaveLength(20_001);
  });
  it('lays parts together without doubling, and keeps no line that ends nowhere', () => {
    const all = joined([view(['a', 'b'], [edge('a', 'b')]), view(['b', 'c'], [edge('a', 'b'), edge('b', 'z')])]);
    expect(all.nodes.map((each) => each.id)).toEqual(['a', 'b', 'c']);
    expect(all.edges).toHaveLength(1);
  });
  it('draws one line between two elements, the need before the method', () => {
    expect(drawn([edge('a', 'b', 'method'), edge('a', 'b'), edge('b', 'a', 'pool')]).map((each) => each.kind)).toEqual([
      'need',
      'pool',
    ]);
  });
});
