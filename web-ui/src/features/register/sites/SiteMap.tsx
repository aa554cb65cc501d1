import type { ReactElement } from 'react';
import { useLanguage } from '../../../lib/i18n';
import { type Site, spotsOf } from './sites';

const WIDTH = 560;
const HEIGHT = 380;
const EDGE = 56;
const SCALES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/** Where sites lie to each other, with the circle around the chosen one that off-site copies must be outside of. */
export function SiteMap({
  sites,
  chosen,
  leastKm,
  onChoose,
}: {
  sites: readonly Site[];
  chosen: string | null;
  leastKm: number;
  onChoose: (id: string) => void;
}): ReactElement | null {
  const { t, nameOf } = useLanguage();
  const spots = spotsOf(sites);
  if (spots.length === 0) return null;
  const reach = (pick: (spot: (typeof spots)[number]) => number): number =>
    Math.max(leastKm, ...spots.map((spot) => Math.abs(pick(spot))));
  const perKm = Math.min((WIDTH / 2 - EDGE) / reach((spot) => spot.x), (HEIGHT / 2 - EDGE) / reach((spot) => spot.y));
  const at = (spot: (typeof spots)[number]): [number, number] => [
    WIDTH / 2 + spot.x * perKm,
    HEIGHT / 2 + spot.y * perKm,
  ];
  const bar = [...SCALES].reverse().find((km) => km * perKm <= WIDTH / 4) ?? 1;
  const middle = spots.find((spot) => spot.site.id === chosen);
  return (
    <section className="card sitemap" aria-label={t('registerSitesMap')}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('registerSitesMapSays', { count: spots.length })}
      >
        {middle && (
          <circle className="reach" cx={at(middle)[0]} cy={at(middle)[1]} r={leastKm * perKm}>
            <title>{t('registerSitesCircle', { km: leastKm.toFixed(1) })}</title>
          </circle>
        )}
        {spots.map((spot, index) => {
          const [x, y] = at(spot);
          // names of sites that lie close to each other stand below each other
          const below = spots.slice(0, index).filter((other) => {
            const [ox, oy] = at(other);
            return Math.abs(ox - x) < 140 && Math.abs(oy - y) < 18;
          }).length;
          const near = spot.site.nearest.some((each) => each.near);
          return (
            <g
              key={spot.site.id}
              className={`${near ? 'near' : ''} ${spot.site.id === chosen ? 'on' : ''}`}
              onClick={() => {
                onChoose(spot.site.id);
              }}
            >
              <circle cx={x} cy={y} r={5} />
              {(spots.length <= 12 || spot.site.id === chosen) && (
                <text
                  x={x > WIDTH * 0.7 ? x - 9 : x + 9}
                  y={y + 4 + 18 * below}
                  textAnchor={x > WIDTH * 0.7 ? 'end' : 'start'}
                >
                  {nameOf(spot.site)}
                </text>
              )}
            </g>
          );
        })}
        <g className="scale">
          <path d={`M16 ${HEIGHT - 22}v6h${bar * perKm}v-6`} />
          <text x={16} y={HEIGHT - 26}>
            {bar} km
          </text>
        </g>
      </svg>
      <p className="sub">{t('registerSitesMapHint', { km: leastKm.toFixed(1) })}</p>
    </section>
  );
}
