/** The parts of an organisation, as every room names them. */
import { getJson } from './api';
import type { components } from './api/schema';
import type { Language } from './format';

export type Unit = components['schemas']['Unit'];

export const getUnits = (): Promise<Unit[]> => getJson('/api/units');

/** What a unit is called in the reader's language. */
export const unitName = (unit: Unit, language: Language): string =>
  language === 'zh-Hant' ? (unit.nameZhHant ?? unit.name) : unit.name;
