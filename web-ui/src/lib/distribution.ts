import type { Duration, Evidence } from './api';

/** A duration as it is drawn: its density on a grid of hours, and two of its quantiles. */
export interface Shape {
  /** The word of the model file: pert, lognormal, … */
  kind: string;
  /** Hours and density, the highest density being 1; empty where there is none to draw. */
  points: [number, number][];
  /** Hours that were observed, each equally likely. */
  observed: number[];
  p50: number;
  p95: number;
}

type Pdf = (x: number) => number;
const GRID = 1200;
const Z90 = 1.2815515655446004;

/** What a duration rests on, as the file says; nothing said counts as default. */
export function evidenceOf(duration: Duration): keyof Evidence {
  return typeof duration === 'number' ? 'default' : (duration.evidence ?? 'default');
}

/** The density of a duration up to its 99.5 % point, computed on a grid; parameters are those of the model file. */
export function shapeOf(duration: Duration): Shape {
  if (typeof duration === 'number') return fixed(duration);
  if (typeof duration['fixed'] === 'number') return fixed(duration['fixed']);
  const list = (key: string): number[] | null => (Array.isArray(duration[key]) ? (duration[key] as number[]) : null);
  const sub = (key: string): Record<string, number> | null =>
    typeof duration[key] === 'object' && duration[key] !== null ? (duration[key] as Record<string, number>) : null;
  const [low, high] = list('uniform') ?? [];
  if (low !== undefined && high !== undefined) return drawn('uniform', low, high, () => 1);
  for (const kind of ['triangular', 'pert'] as const) {
    const [a, m, b] = list(kind) ?? [];
    if (a !== undefined && m !== undefined && b !== undefined)
      return a === b ? fixed(a) : drawn(kind, a, b, kind === 'pert' ? pert(a, m, b) : triangular(a, m, b));
  }
  const empirical = list('empirical');
  if (empirical) return observed(empirical);
  const quantiles = list('quantiles') as unknown as [number, number][] | null;
  if (quantiles) return piecewise(quantiles);
  return unbounded(sub) ?? { kind: 'unknown', points: [], observed: [], p50: NaN, p95: NaN };
}

function unbounded(sub: (key: string) => Record<string, number> | null): Shape | null {
  const exponential = sub('exponential');
  if (exponential) {
    const mean = exponential['mean'] ?? 0;
    return drawn('exponential', 0, mean * 12, (x) => Math.exp(-x / mean));
  }
  const lognormal = sub('lognormal');
  if (lognormal) {
    const [median = 1, p90 = 1] = [lognormal['median'], lognormal['p90']];
    const sigma = Math.log(p90 / median) / Z90;
    if (!(sigma > 0)) return fixed(median);
    return drawn('lognormal', 0, median * Math.exp(4 * sigma), (x) =>
      x <= 0 ? 0 : Math.exp(-0.5 * (Math.log(x / median) / sigma) ** 2) / x,
    );
  }
  const normal = sub('normal');
  if (normal) {
    const [mean = 0, sd = 0] = [normal['mean'], normal['sd']];
    if (!(sd > 0)) return fixed(mean);
    return drawn('normal', Math.max(0, mean - 4 * sd), mean + 4 * sd, (x) => Math.exp(-0.5 * ((x - mean) / sd) ** 2));
  }
  const weibull = sub('weibull');
  if (weibull) {
    const [k = 1, scale = 1] = [weibull['shape'], weibull['scale'] ?? weibull['λ']];
    return drawn('weibull', 0, scale * 10 ** (1 / k), (x) => (x / scale) ** (k - 1) * Math.exp(-((x / scale) ** k)));
  }
  const gamma = sub('gamma');
  if (gamma) {
    const [k = 1, scale = 1] = [gamma['shape'], gamma['scale'] ?? gamma['θ']];
    return drawn('gamma', 0, scale * (k + 9 * Math.sqrt(k) + 5), (x) => (x / scale) ** (k - 1) * Math.exp(-x / scale));
  }
  return null;
}

function fixed(at: number): Shape {
  return { kind: 'fixed', points: [], observed: [], p50: at, p95: at };
}

function observed(values: number[]): Shape {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? NaN;
  return { kind: 'empirical', points: [], observed: sorted, p50: at(0.5), p95: at(0.95) };
}

/** Between stated quantiles the chance is spread evenly; beyond them nothing is drawn. */
function piecewise(stated: [number, number][]): Shape {
  const points: [number, number][] = [];
  let most = 0;
  for (let i = 1; i < stated.length; i++) {
    const [[p, x], [q, y]] = [stated[i - 1] ?? [0, 0], stated[i] ?? [0, 0]];
    const density = y > x ? (q - p) / (y - x) : 0;
    most = Math.max(most, density);
    points.push([x, density], [y, density]);
  }
  const at = (wanted: number): number => {
    const after = stated.findIndex(([p]) => p >= wanted);
    const [b, a] = [stated[after], stated[after - 1]];
    if (!b) return stated.at(-1)?.[1] ?? NaN;
    return a ? a[1] + ((b[1] - a[1]) * (wanted - a[0])) / (b[0] - a[0]) : b[1];
  };
  return {
    kind: 'quantiles',
    points: points.map(([x, density]) => [x, density / most]),
    observed: [],
    p50: at(0.5),
    p95: at(0.95),
  };
}

const triangular =
  (a: number, m: number, b: number): Pdf =>
  (x) =>
    x < m ? (x - a) / (m - a) : m === b ? (x - a) / (b - a) : (b - x) / (b - m);

function pert(a: number, m: number, b: number): Pdf {
  const alpha = 1 + (4 * (m - a)) / (b - a);
  const beta = 1 + (4 * (b - m)) / (b - a);
  return (x) => ((x - a) / (b - a)) ** (alpha - 1) * ((b - x) / (b - a)) ** (beta - 1);
}

/** Sums the density over a grid; what lies beyond the 99.5 % point is cut off so that the rest can be seen. */
function drawn(kind: string, from: number, to: number, pdf: Pdf): Shape {
  const step = (to - from) / GRID;
  const at = Array.from({ length: GRID }, (_, i) => from + (i + 0.5) * step);
  const density = at.map((x) => {
    const value = pdf(x);
    return Number.isFinite(value) ? Math.max(0, value) : 0;
  });
  const sum = density.reduce((a, b) => a + b, 0);
  const cumulated: number[] = [];
  density.reduce((before, value, i) => (cumulated[i] = before + value / sum), 0);
  const quantile = (p: number): number => {
    const i = cumulated.findIndex((value) => value >= p);
    const before = cumulated[i - 1] ?? 0;
    return from + (i + (p - before) / ((cumulated[i] ?? 1) - before)) * step;
  };
  const last = kind === 'uniform' ? GRID : cumulated.findIndex((value) => value >= 0.995) + 1;
  const most = Math.max(...density);
  return {
    kind,
    points: at.slice(0, last).map((x, i) => [x, (density[i] ?? 0) / most]),
    observed: [],
    p50: quantile(0.5),
    p95: quantile(0.95),
  };
}
