/** What went wrong, in the service's words, with its stable code. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly status: number,
    /** What else the service says of it, by the key of the answer. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** The broken rules that a refusal lists, as the route writes them. */
export const violationsOf = (error: unknown): unknown[] =>
  error instanceof Problem && Array.isArray(error.more['violations']) ? error.more['violations'] : [];

/** The body of an answer; throws a problem where it was refused. */
export async function answered<T>(response: Response): Promise<T> {
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as { detail?: string; code?: string } & Record<
      string,
      unknown
    >;
    const bare = `${response.status} ${response.statusText}`;
    throw new Problem(problem.detail ?? bare, problem.code ?? 'unknown', response.status, problem);
  }
  return (await response.json()) as T;
}

/** Whether something was refused since somebody else has changed it meanwhile. */
export const isMeanwhile = (error: unknown): boolean => error instanceof Problem && error.status === 412;
