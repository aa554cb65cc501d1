/** Answers of the room of drill plans, as its pages use them; days and times in the organisation's time. */
import { answered } from '../../lib/answer';
import { getJson, postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { send } from '../../lib/http';

type Schemas = components['schemas'];
export type Row = Schemas['PlanRow'];
export type RowPage = Schemas['DrillPlanController.Page'];
export type View = Schemas['PlanView'];
export type Content = Schemas['PlanContent'];
export type Prediction = Schemas['Prediction'];
export type ByType = Schemas['Prediction.ByType'];
export type Band = Schemas['Prediction.Band'];
export type PredictionState = Schemas['DrillPlanApprovalController.PredictionState'];
export type CriterionView = Schemas['DrillPlanApprovalController.CriterionView'];
export type Submitted = Schemas['DrillPlanApprovalController.Version'];
export type Template = Schemas['PlanTemplates.Template'];
export type Seal = Schemas['Seals.Shown'];
export type Opened = Schemas['Seals.Opened'];
export type Source = Schemas['PlanSourceController.Source'];
export type Violation = Schemas['Problem.Violation'];

/** The address of a plan in the API. */
export const planPath = (id: number | string): string => `/api/drill-plans/${id}`;

export const getPlan = (id: string): Promise<View> => getJson(planPath(id));
export const getPrediction = (id: number): Promise<PredictionState> => getJson(`${planPath(id)}/prediction`);
export const askPrediction = (id: number): Promise<PredictionState> => postJson(`${planPath(id)}/prediction`, {});
export const getSeal = (id: number): Promise<Seal> => getJson(`${planPath(id)}/seal`);
export const drawDay = (id: number): Promise<Seal> => postJson(`${planPath(id)}/seal`, {});
export const lookAtDay = (id: number): Promise<Opened> => postJson(`${planPath(id)}/seal/look`, {});
export const getTemplates = (language: string): Promise<Template[]> =>
  getJson(`/api/drill-plans/templates?language=${language}`);
export const beginFrom = (source: Partial<Source>, language: string): Promise<View> =>
  postJson(`/api/drill-plans/drafts?language=${language}`, source);
export const createPlan = (content: Content): Promise<View> => postJson('/api/drill-plans', content);
export const cancelPlan = (id: number, why: string): Promise<View> => postJson(`${planPath(id)}/cancellation`, { why });

export const savePlan = async (id: number, version: number, content: Content, reopen: boolean): Promise<View> =>
  answered<View>(
    await send(`${planPath(id)}?reopen=${String(reopen)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
      body: JSON.stringify(content),
    }),
  );
