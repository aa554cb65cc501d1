import { useQuery } from '@tanstack/react-query';
import { getJson } from '../../../lib/api';
import type { components } from '../../../lib/api/schema';

type Schemas = components['schemas'];
export type ElementQuality = Schemas['QualityController.ElementQuality'];
export type RegisterQuality = Schemas['QualityController.RegisterQuality'];
export type Ranked = Schemas['QualityController.Ranked'];
export type RankedPage = Schemas['QualityController.RankedPage'];

/** How closely an element is controlled, what is known of it, and what depends on it. */
export const useElementQuality = (id: string) =>
  useQuery({
    queryKey: ['element-quality', id],
    queryFn: () => getJson<ElementQuality>(`/api/elements/${encodeURIComponent(id)}/quality`),
    retry: 1,
  });
