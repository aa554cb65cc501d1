import { answered } from '../../../lib/answer';
import { getJson } from '../../../lib/api';
import type { components } from '../../../lib/api/schema';
import { send } from '../../../lib/http';

export type Site = components['schemas']['SiteView'];
export type Sites = components['schemas']['SitesController.Sites'];

/** A site in the notation of the model file; whatever else it says is kept as it is. */
export interface SiteEntry {
  id: string;
  name?: string;
  names?: Record<string, string>;
  lat?: number;
  lon?: number;
  [key: string]: unknown;
}

export const getSites = (): Promise<Sites> => getJson<Sites>('/api/sites');

/** A site as it is stored, and its version. */
export async function getSite(id: string): Promise<{ entry: SiteEntry; version: string }> {
  const response = await send(`/api/sites/${encodeURIComponent(id)}`);
  const version = response.headers.get('ETag') ?? '*';
  return { entry: await answered<SiteEntry>(response), version };
}

/** Stores a site on the version that was seen; a new one without a version. */
export async function storeSite(entry: SiteEntry, version?: string): Promise<SiteEntry> {
  const path = version === undefined ? '/api/sites' : `/api/sites/${encodeURIComponent(entry.id)}`;
  const headers = { 'Content-Type': 'application/json', ...(version === undefined ? {} : { 'If-Match': version }) };
  const method = version === undefined ? 'POST' : 'PUT';
  return answered<SiteEntry>(await send(path, { method, headers, body: JSON.stringify(entry) }));
}

/** What the form holds, as texts. */
export interface Draft {
  id: string;
  english: string;
  chinese: string;
  lat: string;
  lon: string;
}

export const draftOf = (entry: SiteEntry): Draft => ({
  id: entry.id,
  english: entry.names?.['en'] ?? entry.name ?? '',
  chinese: entry.names?.['zh-Hant'] ?? '',
  lat: entry.lat === undefined ? '' : String(entry.lat),
  lon: entry.lon === undefined ? '' : String(entry.lon),
});

/** A coordinate of a text: nothing where it is empty, not a number where it is none or lies outside. */
export function degrees(text: string, most: number): number | undefined {
  if (text.trim() === '') return undefined;
  const value = Number(text);
  return Math.abs(value) <= most ? value : Number.NaN;
}

/** The entry that a form makes of the stored one: what the form does not show stays. */
export function entryOf(draft: Draft, stored: SiteEntry | undefined): SiteEntry {
  const english = draft.english.trim();
  const chinese = draft.chinese.trim();
  const others = Object.entries(stored?.names ?? {}).filter(
    ([language]) => language !== 'en' && language !== 'zh-Hant',
  );
  const names = Object.fromEntries([
    ...(english === '' ? [] : [['en', english] as const]),
    ...(chinese === '' ? [] : [['zh-Hant', chinese] as const]),
    ...others,
  ]);
  const shown = new Set(['name', 'names', 'lat', 'lon']);
  const kept = Object.entries(stored ?? {}).filter(([key]) => !shown.has(key));
  const lat = degrees(draft.lat, 90);
  const lon = degrees(draft.lon, 180);
  const name = english === '' ? chinese : english;
  return {
    ...Object.fromEntries(kept),
    id: draft.id.trim(),
    ...(name === '' ? {} : { name }),
    ...(Object.keys(names).length === 0 ? {} : { names }),
    ...(lat === undefined ? {} : { lat }),
    ...(lon === undefined ? {} : { lon }),
  };
}

/** A place on the drawing, in km from its middle. */
export interface Spot {
  site: Site;
  x: number;
  y: number;
}

const KM_PER_DEGREE = (Math.PI * 6371.0088) / 180;

/**
 * Sites with coordinates on a flat drawing, true to scale along the middle parallel: good for a country, and only to see what lies
 * where; the distances are the service's.
 */
export function spotsOf(sites: readonly Site[]): Spot[] {
  const placed = sites.filter((site) => site.lat !== null && site.lon !== null);
  if (placed.length === 0) return [];
  const middle = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  const lat = middle(placed.map((site) => site.lat ?? 0));
  const lon = middle(placed.map((site) => site.lon ?? 0));
  return placed.map((site) => ({
    site,
    x: ((site.lon ?? 0) - lon) * KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180),
    y: (lat - (site.lat ?? 0)) * KM_PER_DEGREE,
  }));
}

/** The sites that have another one nearer than off-site asks for. */
export const near = (sites: readonly Site[]): Site[] => sites.filter((site) => site.nearest.some((each) => each.near));
