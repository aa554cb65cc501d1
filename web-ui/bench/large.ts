/** A register of any size whose elements need each other in layers, the same at every call. */
export interface Large {
  holdfast: 1;
  sites: unknown[];
  teams: unknown[];
  assets: unknown[];
  services: unknown[];
  processes: unknown[];
}

const KINDS = ['power', 'rack', 'host', 'network', 'storage', 'database', 'application'];
const OWN = 7;

/** Numbers below a limit, drawn from a fixed start (Lehmer's generator of 1951 with the multiplier 48271). */
function draws(): (limit: number) => number {
  let state = 20;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

/**
 * A register with this many assets, and a fiftieth as many services and processes. An asset of the lowest layer needs nothing, each
 * other one thing and one of two in the layer below, and the topmost one more: about three needs an asset.
 */
export function largeRegister(assets: number): { model: Large; needs: number } {
  const draw = draws();
  const layer = Math.ceil(assets / KINDS.length);
  let needs = 0;
  const one = (at: number): Record<string, unknown> => {
    const level = Math.floor(at / layer);
    const below = (): string => `a${(level - 1) * layer + draw(layer)}`;
    const two = [...new Set([below(), below()])];
    const extra = level >= 2 && at % 2 === 0 ? [`a${draw(layer * level)}`] : [];
    const first = below();
    const list = level === 0 ? [] : [first, { atLeast: 1, of: two }, ...extra.filter((each) => each !== first)];
    needs += level === 0 ? 0 : 1 + two.length + list.length - 2;
    return {
      id: `a${at}`,
      name: `${KINDS[level] ?? ''} ${at} 設備`,
      kind: KINDS[level],
      site: `site${at % 60}`,
      ...(at % 10 === 0 ? {} : { owner: 'ops' }),
      tier: 1 + (at % 5),
      ...(KINDS[level] === 'database' ? { objectives: { rto: 1 + draw(8), rpo: 1 } } : {}),
      ...(list.length > 0 ? { needs: list } : {}),
    };
  };
  const rest = (prefix: string, count: number): unknown[] =>
    Array.from({ length: count }, (_, at) => {
      const top = (KINDS.length - 1) * layer;
      const list = [...new Set(Array.from({ length: OWN }, () => `a${top + draw(assets - top)}`))];
      needs += list.length;
      return { id: `${prefix}${at}`, objectives: { mtpd: 12, rto: 4, rpo: 2, wrt: 2 }, needs: list };
    });
  const model: Large = {
    holdfast: 1,
    sites: Array.from({ length: 60 }, (_, at) => ({ id: `site${at}`, lat: 22 + at / 20, lon: 120.2 + at / 50 })),
    teams: [{ id: 'ops', name: 'Operations', size: 10 }],
    assets: Array.from({ length: assets }, (_, at) => one(at)),
    services: rest('s', assets / 50),
    processes: rest('p', assets / 50),
  };
  return { model, needs };
}
