import type { Duration, Evidence, Named, Scenario } from './api';

/** A way to recover, as the model file has it. */
export interface Method extends Partial<Named> {
  method: string;
  automatic?: boolean;
  success?: number;
  duration: Duration;
  needs?: Need[];
  alsoNeeds?: Need[];
  capacity?: number;
  crew?: Record<string, number>;
  lasts?: Duration;
  data?: Record<string, unknown>;
  answers?: string[];
}

interface Terms {
  id?: string;
  holdsFor?: Duration;
  soft?: number;
  source?: string;
  verified?: string;
}
/** One entry of needs: an id, or a group of entries. */
export type Need = string | (Terms & { of: string | Need[]; atLeast?: number; shares?: number[]; minimum?: number });

/** What an element says of itself as a configuration item, under `x-facts`. */
export interface ElementFacts {
  software?: string;
  firmware?: string;
  location?: string;
  documents?: { title: string; kind: string; link?: string; day?: string }[];
  configurations?: { version: string; day: string; sha256?: string; where?: string }[];
  cost?: { purchase?: number; yearly?: number; assetNumber?: string; boughtOn?: string };
  country?: string;
  verified?: string;
  evidence?: Record<string, { evidence: keyof Evidence; source?: string }>;
  control?: { level: 'basic' | 'standard' | 'strict'; reason: string };
  safeMode?: { method: string; functions: string[]; limits?: string };
  fallback?: { control: string; instead: string; level: 'same' | 'weaker' | 'none'; measures?: string };
  batch?: { schedule?: string; faults: { fault: string; action: string; who?: string; withinHours?: number }[] };
}

export interface ModelElement extends Named {
  'x-facts'?: ElementFacts;
  kind?: string;
  site?: string;
  zone?: string;
  owner?: string;
  tier?: number;
  note?: string;
  tags?: string[];
  externalKey?: string;
  needs?: Need[];
  recovery?: Method[];
  capacity?: { unit: string; amount: number };
  demand?: { unit: string; amount: number; growth?: number };
  failure?: { mtbf: number; shape?: number };
  restart?: Duration;
  objectives?: Record<string, unknown>;
  impact?: { loss?: [number, number][]; proRata?: boolean; levels?: Record<string, [number, number][]> };
  sla?: { availability?: number; per?: string; fee?: number };
}

/** A model file, as far as the pages read it. */
export interface ModelFile {
  name?: string;
  names?: Record<string, string>;
  currency?: string;
  teams?: Named[];
  assets?: ModelElement[];
  services?: ModelElement[];
  processes?: ModelElement[];
  scenarios?: Scenario[];
  drills?: Named[];
}

/** Every element of a model by its id. */
export function elementsOf(model: ModelFile): Map<string, ModelElement> {
  const all = [...(model.assets ?? []), ...(model.services ?? []), ...(model.processes ?? [])];
  return new Map(all.map((element) => [element.id, element]));
}

/** The recovery method that a link of a driving path names: by its id, else by its word. */
export function methodOf(element: ModelElement | undefined, name: string): Method | undefined {
  return element?.recovery?.find((each) => each.id === name) ?? element?.recovery?.find((each) => each.method === name);
}
