/** Answers of the checklist room, as its pages use them. */
import { answered } from '../../lib/answer';
import { getJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { send } from '../../lib/http';

type Schemas = components['schemas'];
export type Row = Schemas['ChecklistRow'];
export type RowPage = Schemas['ChecklistController.Page'];
export type View = Schemas['ChecklistView'];
export type Line = Schemas['ChecklistView.Line'];
export type Score = Schemas['Score'];
export type Answer = Schemas['Answer'];
export type AnswerState = Schemas['AnswerState'];
export type KeptTemplate = Schemas['KeptTemplate'];
export type Violation = Schemas['Problem.Violation'];

export const STATES = ['met', 'partly', 'not-met', 'not-applicable'] as const;

/** Which checklist: a template about a thing, in one of its columns where it has some. */
export interface Place {
  template: string;
  subject: string;
  variant: string;
}

const query = (place: Place): string => (place.variant === '' ? '' : `?variant=${encodeURIComponent(place.variant)}`);

/** The address of a checklist in the API; the page has the same without `/api`. */
const pathOf = (place: Place): string =>
  `/api/checklists/${encodeURIComponent(place.template)}/${encodeURIComponent(place.subject)}`;

export const pageOf = (place: Place): string => `${pathOf(place).slice('/api'.length)}${query(place)}`;

const itemPath = (place: Place, number: string): string =>
  `${pathOf(place)}/answers/${encodeURIComponent(number)}${query(place)}`;

export const getChecklist = (place: Place): Promise<View> => getJson<View>(`${pathOf(place)}${query(place)}`);

export const getTemplates = async (): Promise<KeptTemplate[]> =>
  (await getJson<{ items: KeptTemplate[] }>('/api/checklist-templates')).items;

const headers = (version: number): Record<string, string> => ({
  'Content-Type': 'application/json',
  'If-Match': `"${version}"`,
});

export const putAnswer = async (place: Place, number: string, version: number, body: unknown): Promise<Answer> =>
  answered<Answer>(
    await send(itemPath(place, number), { method: 'PUT', headers: headers(version), body: JSON.stringify(body) }),
  );

export async function clearAnswer(place: Place, number: string, version: number): Promise<void> {
  const response = await send(itemPath(place, number), { method: 'DELETE', headers: headers(version) });
  if (!response.ok) await answered<never>(response);
}

export const putTemplate = async (id: string, version: number, text: string): Promise<KeptTemplate> =>
  answered<KeptTemplate>(
    await send(`/api/checklist-templates/${encodeURIComponent(id)}`, {
      method: 'PUT',
      headers: headers(version),
      body: text,
    }),
  );
