/** Answers of the room of corrective actions, as its pages use them. */
import { answered } from '../../lib/answer';
import { getJson, postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { send } from '../../lib/http';

type Schemas = components['schemas'];
export type ActionView = Schemas['ActionView'];
export type ActionPage = Schemas['ActionController.Page'];
export type Content = Schemas['ActionContent'];
export type Status = ActionView['progress']['status'];

const path = (id: number | string): string => `/api/actions/${id}`;

export const getAction = (id: string): Promise<ActionView> => getJson(path(id));
export const getPeople = (): Promise<Schemas['ActionController.People']> => getJson('/api/actions/people');
export const createAction = (content: Content): Promise<ActionView> => postJson('/api/actions', content);

export const saveAction = async (view: ActionView, content: Content): Promise<ActionView> =>
  answered<ActionView>(
    await send(path(view.id), {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${view.version}"` },
      body: JSON.stringify(content),
    }),
  );

export const takeStep = (view: ActionView, status: Status, words: string): Promise<ActionView> =>
  postJson(`${path(view.id)}/status`, { status, words }, { 'If-Match': `"${view.version}"` });
