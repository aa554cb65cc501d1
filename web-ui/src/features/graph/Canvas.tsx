import '@xyflow/react/dist/style.css';
import {
  Background,
  Controls,
  type Edge as FlowEdge,
  MarkerType,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  applyNodeChanges,
  useReactFlow,
} from '@xyflow/react';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import { Box, type BoxNode } from './Box';
import { HEIGHT, layered, WIDTH } from './layout';
import {
  drawn,
  type Edge,
  keepPlaces,
  keepWindow,
  keptPlaces,
  keptWindow,
  keyOf,
  type Place,
  type View,
} from './model';

interface Props {
  view: View;
  name: string;
  focus: string | null;
  selected: string | null;
  cyclic: Set<string>;
  round: number;
  onSelect: (id: string | null) => void;
  onExpand: (id: string) => void;
}

const TYPES = { box: Box };
/** From here on only what is in the window is put into the page. */
const MANY = 400;

/** The graph as a drawing: layered, moved by hand, left as it was. */
export function Canvas(props: Props): ReactElement {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function lines(edges: Edge[], selected: string | null, cyclic: Set<string>): FlowEdge[] {
  return edges.map((edge) => {
    const near = edge.from === selected || edge.to === selected;
    const round = cyclic.has(edge.from) && cyclic.has(edge.to) && edge.kind !== 'method' && edge.kind !== 'cable';
    return {
      id: keyOf(edge),
      source: edge.from,
      target: edge.to,
      focusable: false,
      selectable: false,
      className: [`k-${edge.kind}`, near ? 'near' : '', round ? 'round' : ''].join(' '),
      ...(edge.kind === 'cable' ? {} : { markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14 } }),
    };
  });
}

function Flow({ view, name, focus, selected, cyclic, round, onSelect, onExpand }: Props): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const flow = useReactFlow<BoxNode>();
  const [begun] = useState(() => keptWindow(name));
  const [places, setPlaces] = useState<Map<string, Place> | null>(null);
  const [nodes, setNodes] = useState<BoxNode[]>([]);
  const shown = useMemo(() => drawn(view.edges), [view]);
  const edges = useMemo(() => lines(shown, selected, cyclic), [shown, selected, cyclic]);

  useEffect(() => {
    let wanted = true;
    void layered(view.nodes, shown).then((found) => {
      if (!wanted) return;
      const kept = keptPlaces(name);
      setPlaces(new Map([...found].map(([id, place]) => [id, kept[id] ?? place])));
    });
    return () => {
      wanted = false;
    };
  }, [view, shown, name, round]);

  useEffect(() => {
    if (!places) return;
    setNodes(
      view.nodes.map((node) => {
        const [x, y] = places.get(node.id) ?? [0, 0];
        const label = nameOf(node);
        const spof = node.spof && node.type === 'asset';
        return {
          id: node.id,
          type: 'box',
          position: { x, y },
          width: WIDTH,
          height: HEIGHT,
          selected: node.id === selected,
          ariaLabel: `${label}, ${kindText(node.kind, t)}${spof ? `, ${t('registerSpofOne')}` : ''}`,
          data: {
            name: label,
            kind: kindText(node.kind, t),
            type: node.type,
            spof,
            spofText: t('registerSpofShort'),
            inCycle: cyclic.has(node.id),
            cycleText: t('graphCycle'),
            focus: node.id === focus,
            expanded: false,
          },
        };
      }),
    );
    // t and nameOf are new at every drawing; what they say changes with the language only
  }, [places, view, selected, cyclic, focus, language]);

  useEffect(() => {
    if (!places) return;
    const window = keptWindow(name);
    if (window) void flow.setViewport(window);
    else void flow.fitView({ padding: 0.06, duration: 0 });
  }, [places, flow, name]);

  const change = (changes: NodeChange<BoxNode>[]): void => {
    setNodes((before) => applyNodeChanges(changes, before));
    const moved = changes.filter((each) => each.type === 'position' && each.position && !each.dragging);
    if (moved.length === 0) return;
    const kept = keptPlaces(name);
    for (const each of moved) {
      if (each.type === 'position' && each.position) kept[each.id] = [each.position.x, each.position.y];
    }
    keepPlaces(name, kept);
  };

  return (
    <>
      {!places && (
        <p className="laying" role="status">
          {t('graphLaying', { count: view.nodes.length })}
        </p>
      )}
      <ReactFlow<BoxNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={TYPES}
        onNodesChange={change}
        onNodeClick={(_, node) => {
          onSelect(node.id);
        }}
        onNodeDoubleClick={(_, node) => {
          onExpand(node.id);
        }}
        onPaneClick={() => {
          onSelect(null);
        }}
        onSelectionChange={({ nodes: chosen }) => {
          const only = chosen[0];
          if (only && only.id !== selected) onSelect(only.id);
        }}
        nodesConnectable={false}
        edgesFocusable={false}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={view.nodes.length > MANY}
        onMoveEnd={(event, window) => {
          if (event) keepWindow(name, window); // nobody moved it where there is no event
        }}
        minZoom={0.02}
        maxZoom={1.6}
        fitView={begun === undefined}
        {...(begun ? { defaultViewport: begun } : {})}
        ariaLabelConfig={{
          'node.a11yDescription.default': t('graphKeys'),
          'controls.ariaLabel': t('graphControls'),
          'controls.zoomIn.ariaLabel': t('graphZoomIn'),
          'controls.zoomOut.ariaLabel': t('graphZoomOut'),
          'controls.fitView.ariaLabel': t('graphFit'),
        }}
      >
        <Background gap={24} size={1} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </>
  );
}
