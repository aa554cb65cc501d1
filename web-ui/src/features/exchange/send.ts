import { answered } from '../../lib/answer';
import { send as sendTo } from '../../lib/http';
import type { Files, ImportReport, Options } from './types';

/** Sends the files: to be looked at, or to be stored on the model that the preview was made on. */
export async function send(path: string, files: Files, options: Options & { expect?: string }): Promise<ImportReport> {
  const form = new FormData();
  for (const [part, file] of Object.entries(files)) form.append(part, file, file.name);
  form.append('options', JSON.stringify(options));
  return answered<ImportReport>(await sendTo(path, { method: 'POST', body: form }));
}
