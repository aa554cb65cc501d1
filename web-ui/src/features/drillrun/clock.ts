/** How far this device's clock is behind the service's, from answers that say what time it is there. */
export interface Sample {
  /** What is to be added to the device's clock, in milliseconds. */
  offset: number;
  /** How long the answer took: the offset is wrong by at most half of it. */
  took: number;
  /** When it was taken, by the device's clock. */
  at: number;
}

const OLD = 10 * 60_000;

/** What an answer tells: the service's time stands for the middle between question and answer. */
export function sampleOf(asked: number, answered: number, service: string): Sample {
  return { offset: Date.parse(service) - (asked + answered) / 2, took: answered - asked, at: answered };
}

/** The better one of two: the quicker one, unless it is old or the clock was set meanwhile. */
export function better(known: Sample | null, next: Sample): Sample {
  if (!known || next.at - known.at > OLD || next.at < known.at) return next;
  const jumped = Math.abs(next.offset - known.offset) > (next.took + known.took) / 2 + 1_000;
  return jumped || next.took <= known.took ? next : known;
}

/** The offset that events carry, in whole milliseconds. */
export const offsetOf = (sample: Sample | null): number => Math.round(sample?.offset ?? 0);
