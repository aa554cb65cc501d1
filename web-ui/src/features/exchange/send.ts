import { Problem } from '../../lib/api';
import { send as sendTo } from '../../lib/http';
import type { Files, ImportReport, Options, Violation } from './types';

/** An import that was refused, with every broken rule. */
export class Refusal extends Problem {
  constructor(
    message: string,
    code: string,
    status: number,
    readonly violations: Violation[],
  ) {
    super(message, code, status);
  }
}

/** Sends the files: to be looked at, or to be stored on the model that the preview was made on. */
export async function send(path: string, files: Files, options: Options & { expect?: string }): Promise<ImportReport> {
  const form = new FormData();
  for (const [part, file] of Object.entries(files)) form.append(part, file, file.name);
  form.append('options', JSON.stringify(options));
  const response = await sendTo(path, { method: 'POST', body: form });
  if (response.ok) return (await response.json()) as ImportReport;
  const problem = (await response.json().catch(() => ({}))) as {
    detail?: string;
    code?: string;
    violations?: Violation[];
  };
  throw new Refusal(
    problem.detail ?? `${response.status} ${response.statusText}`,
    problem.code ?? 'unknown',
    response.status,
    problem.violations ?? [],
  );
}
