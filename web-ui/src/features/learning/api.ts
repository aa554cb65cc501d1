/** Answers of the room of learning, as its pages use them; times in hours, rates a year. */
import { answered } from '../../lib/answer';
import { getJson, postJson, type RunInfo } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { send } from '../../lib/http';

type Schemas = components['schemas'];
export type Preview = Schemas['Preview'];
export type Lesson = Schemas['Lesson'];
export type Belief = Schemas['Belief'];
export type Point = Schemas['Preview.Point'];
export type CoverageView = Schemas['CoverageView'];
export type Edit = Schemas['LearningController.EditView'];
export type Actual = Schemas['ActualRow'];
export type ActualPage = Schemas['ActualController.Page'];
export type Input = Schemas['LearningInputs.Row'];
export type TableView = Schemas['ActualController.TableView'];

export type Progress = Schemas['Previews.Progress'];
export type Drills = Schemas['DrillLessons.Drills'];
export type DrillForecast = Schemas['DrillForecast'];
export type DrillLesson = Schemas['DrillLesson'];

/** The preview, or how far its work is. */
export const getPreview = (): Promise<Preview | Progress> => getJson('/api/learning/preview');
export const isWorking = (asked: Preview | Progress): asked is Progress => 'of' in asked;
export const restate = async (inputs: string[]): Promise<void> => {
  await answered(
    await send('/api/learning/restatements', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ inputs }),
    }),
  );
};

export const getDrills = (): Promise<Drills> => getJson('/api/learning/drills');
const drillPath = (plan: number): string => `/api/learning/drills/${plan}`;
export const getLesson = (plan: number): Promise<DrillLesson> => getJson(drillPath(plan));
export const takeDrill = (plan: number, unusable: Record<string, number>, leave: string[]): Promise<Actual[]> =>
  postJson(drillPath(plan), { unusable, leave });

export const getEdits = (): Promise<Edit[]> => getJson('/api/learning/edits');
export const editPath = (id: number | string): string => `/api/learning/edits/${id}`;
export const getEdit = (id: string): Promise<Edit> => getJson(editPath(id));
export const applyEdit = (id: number): Promise<Edit> => postJson(`${editPath(id)}/application`, {});
export const propose = (tag: string, note: string, leave: string[], take: string[]): Promise<Edit> =>
  postJson('/api/learning/edits', { tag, note, leave, take });

export const getInputs = (letters: string): Promise<Input[]> =>
  getJson(`/api/learning/inputs?q=${encodeURIComponent(letters)}`);

/** What somebody enters as an actual. */
export interface Said {
  event: string;
  kind: 'drill' | 'incident' | 'maintenance';
  types: string[];
  announced: boolean;
  date: string;
  note: string;
  hours?: number | undefined;
  finished?: boolean;
  successes?: number | undefined;
  failures?: number | undefined;
  occurrences?: number | undefined;
}

const figure = (said: Said, input: Input): unknown => ({
  ...said,
  owner: input.owner,
  method: input.method,
  quantity: input.quantity,
  number: input.number,
});

export const enterActual = (said: Said, input: Input): Promise<Actual> =>
  postJson('/api/learning/actuals', figure(said, input));
export const withdrawActual = (id: number, reason: string): Promise<Actual> =>
  postJson(`/api/learning/actuals/${id}/withdrawal`, { reason });

export const takeTable = async (file: File, apply: boolean): Promise<TableView> =>
  answered(
    await send(`/api/learning/actuals/imports?apply=${String(apply)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: file,
    }),
  );

export const getBudgets = (): Promise<RunInfo[]> => getJson('/api/learning/budgets');
export const askBudgets = (): Promise<RunInfo[]> => postJson('/api/learning/budgets', {});

/** A value of a run with its 95 % interval. */
export interface Figure {
  estimate: number;
  low: number;
  high: number;
}

/** An uncertainty budget, as a run of that kind stores it; variances in hours squared. */
export interface Budget {
  scenario: string;
  element: string;
  draws: number;
  trials: number;
  seed: number;
  engine: string;
  model: { name: string; digest: string };
  recovery: { luck: number; notKnowing: number };
  p95: { low: number; median: number; high: number; never: number; notKnowing: Figure; luck: number };
  inputs: BudgetInput[];
  idle: string[];
  rest: Figure;
  types: { type: string; announced: boolean; inputs: number; expectedReduction: number; worth: number }[];
}

export interface BudgetInput {
  input: string;
  owner: string;
  method: string | null;
  quantity: string;
  number: number;
  weight: number;
  share: Figure;
  expectedReduction: number;
}
