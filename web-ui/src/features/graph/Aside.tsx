import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import type { View } from './model';

interface Props {
  view: View;
  selected: string | null;
  rings: string[][];
  canExpand: boolean;
  onExpand: (id: string) => void;
  onFocus: (id: string) => void;
}

/** What is to know and to do about the element that is selected. */
export function Aside({ view, selected, rings, canExpand, onExpand, onFocus }: Props): ReactElement | null {
  const { t, nameOf } = useLanguage();
  const node = view.nodes.find((each) => each.id === selected);
  if (!node) return null;
  const named = (id: string): string => nameOf(view.nodes.find((each) => each.id === id) ?? { id });
  const ring = rings.find((each) => each.includes(node.id));
  const needs = [...new Set(view.edges.filter((e) => e.from === node.id && e.kind !== 'cable').map((e) => e.to))];
  const neededBy = [...new Set(view.edges.filter((e) => e.to === node.id && e.kind !== 'cable').map((e) => e.from))];
  return (
    <aside className="aside" aria-live="polite" aria-label={t('graphSelected')}>
      <h2>{nameOf(node)}</h2>
      <p className="sub">
        <span className="mono">{node.id}</span> · {kindText(node.kind, t)}
      </p>
      {node.spof && node.type === 'asset' && <span className="chip warn">{t('registerSpofOne')}</span>}
      {ring && <p className="bad">{t('graphRing', { names: ring.map(named).join(' → ') })}</p>}
      <p className="sub">{t('graphCounts', { needs: needs.length, neededBy: neededBy.length })}</p>
      <p className="ways">
        <Link className="btn" to={`/register/${node.id}`}>
          {t('graphOpen')}
        </Link>
        <button
          type="button"
          className="btn"
          onClick={() => {
            onFocus(node.id);
          }}
        >
          {t('graphFocus')}
        </button>
        {canExpand && (
          <button
            type="button"
            className="btn"
            onClick={() => {
              onExpand(node.id);
            }}
          >
            {t('graphExpand')}
          </button>
        )}
      </p>
    </aside>
  );
}
