/** Answers of the room of reports, as its pages use them. */
import { answered } from '../../lib/answer';
import { getJson, postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import type { Language } from '../../lib/format';
import { send } from '../../lib/http';

type Schemas = components['schemas'];
export type ReportView = Schemas['ReportView'];
export type Content = Schemas['ReportContent'];
export type Finding = Content['findings'][number];
export type Attendee = Content['attendees'][number];
export type Filled = Schemas['FilledReport'];
export type Figure = Filled['duration'];
export type Text = Schemas['ReportText'];
export type Submitted = Schemas['ReportController.Submitted'];
export type Test = Schemas['DrillTests.Test'];
export type TestPage = Schemas['TestController.Page'];
export type Supplier = Schemas['SupplierDrillController.View'];
export type SupplierPage = Schemas['SupplierDrillController.Page'];
export type SupplierContent = Supplier['content'];

/** The address of a report in the API. */
export const reportPath = (id: number | string): string => `/api/drill-plans/${id}/report`;

export const getReport = (id: string, language: Language): Promise<ReportView> =>
  getJson(`${reportPath(id)}?language=${language}`);

const put = async <T>(path: string, version: number, body: unknown): Promise<T> =>
  answered<T>(
    await send(path, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
      body: JSON.stringify(body),
    }),
  );

export const saveReport = (view: ReportView, content: Content, language: Language): Promise<ReportView> =>
  put(`${reportPath(view.plan)}?language=${language}`, view.version, content);

export const raiseFinding = (view: ReportView, finding: string): Promise<{ action: number }> =>
  postJson(
    `${reportPath(view.plan)}/findings/${encodeURIComponent(finding)}/action`,
    {},
    {
      'If-Match': `"${view.version}"`,
    },
  );

export const getSuppliers = (): Promise<SupplierPage> => getJson('/api/supplier-drills?size=500');
export const createSupplier = (content: SupplierContent): Promise<Supplier> =>
  postJson('/api/supplier-drills', content);
export const saveSupplier = (view: Supplier, content: SupplierContent): Promise<Supplier> =>
  put(`/api/supplier-drills/${view.id}`, view.version, content);
export const raiseSupplier = (id: number): Promise<{ action: number }> =>
  postJson(`/api/supplier-drills/${id}/action`, {});
