import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import { type Edge, keyOf, type View } from './model';

const WORDS = {
  need: 'graphNeed',
  alternative: 'graphSome',
  pool: 'graphPool',
  method: 'graphMethod',
  cable: 'graphCable',
} as const satisfies Record<Edge['kind'], string>;

/** The same part of the graph for those who read rather than look: every line with both its ends. */
export function GraphTable({ view, cyclic }: { view: View; cyclic: Set<string> }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  const named = (id: string): string => nameOf(nodes.get(id) ?? { id });
  const collator = new Intl.Collator(language === 'en' ? 'en' : 'zh-Hant-TW', { numeric: true });
  const sorted = [...view.edges].sort((a, b) => collator.compare(named(a.from), named(b.from)));
  const cell = (id: string): ReactElement => {
    const node = nodes.get(id);
    return (
      <>
        <Link className="link" to={`/register/${id}`}>
          {named(id)}
        </Link>{' '}
        {node?.spof && node.type === 'asset' && <span className="chip warn">{t('registerSpofShort')}</span>}
        {cyclic.has(id) && <span className="chip warn">{t('graphCycle')}</span>}
        {node && <small className="sub"> {kindText(node.kind, t)}</small>}
      </>
    );
  };
  return (
    <div className="scroll gtable" tabIndex={0} role="region" aria-label={t('graphAsTable')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('graphFrom')}</th>
            <th scope="col">{t('graphHow')}</th>
            <th scope="col">{t('graphTo')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((edge) => (
            <tr key={keyOf(edge)}>
              <td>{cell(edge.from)}</td>
              <td>{edge.atLeast === null ? t(WORDS[edge.kind]) : t('graphAtLeast', { count: edge.atLeast })}</td>
              <td>{cell(edge.to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
