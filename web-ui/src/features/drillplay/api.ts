/** Answers of the room of plays, as its page uses them; virtual moments are milliseconds since the event. */
import { answered } from '../../lib/answer';
import { getJson, postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { send } from '../../lib/http';

type Schemas = components['schemas'];
export type Play = Schemas['PlayView'];
export type Happening = Schemas['PlayView.HappeningView'];
export type Standing = Schemas['PlayView.ElementNowView'];
export type Possible = Schemas['PlayView.PossibleView'];
export type Stage = Schemas['PlayStageView'];
export type StageElement = Schemas['PlayStageView.ElementView'];
export type Method = Schemas['PlayStageView.MethodView'];
export type Named = Schemas['PlayStageView.Named'];
export type PlayRow = Schemas['DrillPlayController.PlayRow'];
export type Row = Schemas['Comparison.Row'];
export type Way = Schemas['Comparison.Way'];
export type Plan = Schemas['PlanView'];

export const DAYS = ['lucky', 'median', 'unlucky', 'very-unlucky'] as const;
export type Day = (typeof DAYS)[number];

const at = (plan: string): string => `/api/drill-plans/${plan}/plays`;

export const getPlan = (plan: string): Promise<Plan> => getJson(`/api/drill-plans/${plan}`);
export const listPlays = (plan: string): Promise<{ items: PlayRow[] }> => getJson(at(plan));
export const getPlay = (plan: string, play: number): Promise<Play> => getJson(`${at(plan)}/${play}`);
export const getStage = (plan: string, play: number): Promise<Stage> => getJson(`${at(plan)}/${play}/stage`);
export const beginPlay = (plan: string, day: Day): Promise<Play> => postJson(at(plan), { day });

const act = async (play: Play, what: string, body: unknown): Promise<Play> =>
  answered<Play>(
    await send(`${at(String(play.plan))}/${play.id}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${play.version}"` },
      body: JSON.stringify(body),
    }),
  );

export type Turn = { action: 'run'; speed: number } | { action: 'pause' } | { action: 'next' };
export const turnClock = (play: Play, turn: Turn): Promise<Play> => act(play, 'clock', turn);
export const decide = (play: Play, possible: Possible, note: string): Promise<Play> =>
  act(play, 'decisions', {
    kind: possible.kind,
    ...(possible.element === null ? {} : { element: possible.element }),
    ...(possible.method < 0 ? {} : { method: possible.method }),
    ...(note.trim() ? { note: note.trim() } : {}),
  });
/** Ends a play that nobody can go on with, whatever its version. */
export const abandonPlay = async (plan: string, play: number): Promise<Play> =>
  answered<Play>(await send(`${at(plan)}/${play}/end`, { method: 'POST', headers: { 'If-Match': '*' } }));
export const endPlay = (play: Play): Promise<Play> => act(play, 'end', {});
