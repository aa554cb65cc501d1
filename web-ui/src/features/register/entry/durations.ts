import type { Duration, Evidence } from '../../../lib/api';
import { shapeOf } from '../../../lib/distribution';
import type { TextKey } from '../../../lib/i18n';

/** How a duration can be said, in the words of the model file, in the order in which they are offered. */
export const KINDS = [
  'fixed',
  'pert',
  'triangular',
  'uniform',
  'lognormal',
  'exponential',
  'normal',
  'weibull',
  'gamma',
  'empirical',
  'quantiles',
] as const;
export type Kind = (typeof KINDS)[number];

export const EVIDENCE = ['measured', 'contract', 'expert', 'default'] as const satisfies readonly (keyof Evidence)[];

type Said = Exclude<Duration, number>;

/** What each number of a kind is called, in the order of the file. */
export const PARTS: Record<Exclude<Kind, 'empirical' | 'quantiles'>, readonly (readonly [string, TextKey])[]> = {
  fixed: [['', 'registerDurationFixed']],
  pert: [
    ['0', 'registerDurationMin'],
    ['1', 'registerDurationMode'],
    ['2', 'registerDurationMax'],
  ],
  triangular: [
    ['0', 'registerDurationMin'],
    ['1', 'registerDurationMode'],
    ['2', 'registerDurationMax'],
  ],
  uniform: [
    ['0', 'registerDurationMin'],
    ['1', 'registerDurationMax'],
  ],
  lognormal: [
    ['median', 'registerDurationMedian'],
    ['p90', 'registerDurationP90'],
  ],
  exponential: [['mean', 'registerDurationMean']],
  normal: [
    ['mean', 'registerDurationMean'],
    ['sd', 'registerDurationSd'],
  ],
  weibull: [
    ['shape', 'registerDurationShape'],
    ['scale', 'registerDurationScale'],
  ],
  gamma: [
    ['shape', 'registerDurationShape'],
    ['scale', 'registerDurationScale'],
  ],
};

export const kindOf = (duration: Duration): Kind =>
  typeof duration === 'number' ? 'fixed' : (KINDS.find((kind) => kind in duration) ?? 'fixed');

const isList = (kind: Kind): boolean => ['pert', 'triangular', 'uniform'].includes(kind);

/** The numbers of a duration in the order of {@link PARTS}; undefined where one is not there. */
export function partsOf(duration: Duration): (number | undefined)[] {
  if (typeof duration === 'number') return [duration];
  const kind = kindOf(duration);
  if (kind === 'empirical' || kind === 'quantiles') return [];
  const said = duration[kind];
  const at = (key: string): number | undefined => {
    const value = key === '' ? said : (said as Record<string, unknown> | undefined)?.[key];
    return typeof value === 'number' ? value : undefined;
  };
  return PARTS[kind].map(([key]) => at(key));
}

function values(kind: Exclude<Kind, 'empirical' | 'quantiles'>, parts: readonly number[]): unknown {
  if (kind === 'fixed') return parts[0] ?? 0;
  if (isList(kind)) return parts;
  return Object.fromEntries(PARTS[kind].map(([key], i) => [key, parts[i] ?? 0]));
}

/** How sure a time that was learned is: it holds for the very numbers that it was learned with. */
const LEARNED = ['weight', 'freedom'];

/** What is said beside the numbers and stays when they change: evidence, observations, source. */
const beside = (duration: Duration): Partial<Said> =>
  typeof duration === 'number'
    ? {}
    : Object.fromEntries(
        Object.entries(duration).filter(
          ([key]) => !(KINDS as readonly string[]).includes(key) && !LEARNED.includes(key),
        ),
      );

/** The same duration with one of its numbers changed. */
export function withPart(duration: Duration, index: number, value: number | undefined): Duration {
  const kind = kindOf(duration);
  if (kind === 'empirical' || kind === 'quantiles') return duration;
  const parts = partsOf(duration).map((each, i) => (i === index ? (value ?? 0) : (each ?? 0)));
  return { ...beside(duration), [kind]: values(kind, parts) };
}

/** The same duration with more said of it; undefined takes away. */
export const withSaid = (duration: Duration, key: string, value: unknown): Duration => {
  const whole: Record<string, unknown> = typeof duration === 'number' ? { fixed: duration } : { ...duration };
  return Object.fromEntries(
    Object.entries({ ...whole, [key]: value }).filter(
      ([name, each]) => each !== undefined && !(key === 'evidence' && LEARNED.includes(name)),
    ),
  );
};

const tidy = (value: number): number => Number(value.toPrecision(3));

/** A duration of another kind that is about as long: its median and 95 % point are taken over where the kind has room for them. */
export function asKind(duration: Duration, kind: Kind): Duration {
  const shape = shapeOf(duration);
  const middle = tidy(Number.isFinite(shape.p50) && shape.p50 > 0 ? shape.p50 : 1);
  const late = tidy(Number.isFinite(shape.p95) && shape.p95 > middle ? shape.p95 : middle * 2);
  const said: Record<Kind, unknown> = {
    fixed: middle,
    pert: [tidy(middle / 2), middle, late],
    triangular: [tidy(middle / 2), middle, late],
    uniform: [tidy(middle / 2), late],
    lognormal: { median: middle, p90: late },
    exponential: { mean: middle },
    normal: { mean: middle, sd: tidy((late - middle) / 1.645) },
    weibull: { shape: 1.5, scale: middle },
    gamma: { shape: 2, scale: tidy(middle / 2) },
    empirical: [middle],
    quantiles: [
      [0.1, tidy(middle / 2)],
      [0.5, middle],
      [0.95, late],
    ],
  };
  return { ...beside(duration), [kind]: said[kind] };
}

/** Numbers as they are typed into one field: observations between commas or spaces, quantiles as 10 %: 2. */
export function writeList(duration: Duration): string {
  if (typeof duration === 'number') return '';
  if (kindOf(duration) === 'empirical') return (duration['empirical'] as number[]).join(', ');
  return (duration['quantiles'] as [number, number][])
    .map(([share, value]) => `${Number((share * 100).toPrecision(12))}%: ${value}`)
    .join(', ');
}

/** The same the other way round; null where it cannot be read. */
export function readList(duration: Duration, text: string): Duration | null {
  const kind = kindOf(duration);
  const parts = text
    .split(kind === 'empirical' ? /[\s,、，]+/ : /[,、，]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return null;
  if (kind === 'empirical') {
    const numbers = parts.map(Number);
    return numbers.some(Number.isNaN) ? null : { ...beside(duration), empirical: numbers };
  }
  const pairs = parts.map((part) => /^(\d*\.?\d+)\s*%\s*[:：]\s*(\d*\.?\d+)$/.exec(part));
  if (pairs.some((pair) => pair === null)) return null;
  return {
    ...beside(duration),
    quantiles: pairs.map((pair) => [Number((Number(pair?.[1]) / 100).toPrecision(12)), Number(pair?.[2])]),
  };
}

/** Why no density can be drawn; null where one can. The service has the last word. */
export function problemOf(duration: Duration): TextKey | null {
  const kind = kindOf(duration);
  const parts = partsOf(duration).map((each) => each ?? 0);
  if (parts.some((each) => each < 0)) return 'registerDurationNegative';
  if (isList(kind) && parts.some((each, i) => i > 0 && each < (parts[i - 1] ?? 0))) return 'registerDurationNotRising';
  if (isList(kind)) return null;
  if (kind === 'lognormal' && !((parts[0] ?? 0) > 0 && (parts[1] ?? 0) >= (parts[0] ?? 0)))
    return 'registerDurationNotRising';
  if (['exponential', 'weibull', 'gamma'].includes(kind) && parts.some((each) => each <= 0))
    return 'registerDurationNotPositive';
  if (kind === 'normal' && (parts[0] ?? 0) <= 0) return 'registerDurationNotPositive';
  if (kind === 'quantiles' && typeof duration !== 'number') {
    const pairs = duration['quantiles'] as [number, number][];
    const rises = pairs.every(
      ([p, x], i) => i === 0 || (p > (pairs[i - 1]?.[0] ?? 0) && x >= (pairs[i - 1]?.[1] ?? 0)),
    );
    return rises && pairs.length > 1 ? null : 'registerDurationNotRising';
  }
  return null;
}
