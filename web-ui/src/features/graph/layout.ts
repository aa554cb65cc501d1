import ELK, { type ElkNode } from 'elkjs/lib/elk-api';
import elkWorker from 'elkjs/lib/elk-worker.min.js?url';
import type { GraphNode } from '../../lib/api';
import type { Edge, Place } from './model';
import { wrapped } from './wrap';

export const WIDTH = 176;
export const HEIGHT = 44;

/** From here on the fewest crossings would take the layout minutes. */
const MANY = 600;
const QUICK = {
  'elk.layered.thoroughness': '1',
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
  'elk.layered.nodePlacement.strategy': 'SIMPLE',
  'elk.edgeRouting': 'POLYLINE',
};

const elk = new ELK({ workerUrl: elkWorker });

/** Places of elements in layers from left to right: who needs stands left of what is needed. Computed off the page's thread. */
export async function layered(nodes: GraphNode[], edges: Edge[]): Promise<Map<string, Place>> {
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.layered.spacing.nodeNodeBetweenLayers': '64',
      'elk.spacing.nodeNode': '12',
      'elk.separateConnectedComponents': 'false',
      ...(nodes.length > MANY ? QUICK : {}),
    },
    children: nodes.map((node) => ({ id: node.id, width: WIDTH, height: HEIGHT })),
    edges: edges
      .filter((edge) => edge.from !== edge.to)
      .map((edge, i) => ({ id: `e${i}`, sources: [edge.from], targets: [edge.to] })),
  };
  const placed = await elk.layout(graph);
  const places = new Map((placed.children ?? []).map((node): [string, Place] => [node.id, [node.x ?? 0, node.y ?? 0]]));
  return wrapped(places, Math.max(12, Math.round(1.5 * Math.sqrt(nodes.length))), WIDTH + 64, HEIGHT + 12);
}
