import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import type { ReactElement } from 'react';

/** What a box of the graph shows. */
export type BoxData = {
  name: string;
  kind: string;
  type: string;
  spof: boolean;
  spofText: string;
  inCycle: boolean;
  cycleText: string;
  focus: boolean;
  expanded: boolean;
};
export type BoxNode = Node<BoxData, 'box'>;

/** One element; lines come in on the left, from who needs it, and go out on the right, to what it needs. */
export function Box({ data }: NodeProps<BoxNode>): ReactElement {
  const classes = [
    'box',
    data.type === 'asset' ? '' : 'wanted',
    data.spof ? 'spof' : '',
    data.inCycle ? 'cyclic' : '',
    data.focus ? 'focus' : '',
  ];
  return (
    <div className={classes.join(' ')}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <b>{data.name}</b>
      <small>
        {data.kind}
        {data.spof && <span> · {data.spofText}</span>}
        {data.inCycle && <span> · {data.cycleText}</span>}
      </small>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}
