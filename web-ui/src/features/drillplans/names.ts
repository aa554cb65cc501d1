import { useQueries } from '@tanstack/react-query';
import { getJson, type Named } from '../../lib/api';
import { useLanguage } from '../../lib/i18n';

/** What elements are called in the reader's language; an element is called by its id until the register has answered, or where it is gone. */
export function useElementNames(ids: readonly string[]): (id: string) => string {
  const { nameOf } = useLanguage();
  const asked = [...new Set(ids)];
  const answers = useQueries({
    queries: asked.map((id) => ({
      queryKey: ['element', id],
      queryFn: () => getJson<{ element: Named }>(`/api/elements/${encodeURIComponent(id)}`),
      retry: false,
    })),
  });
  const names = new Map(
    answers.flatMap(({ data }, i) => (data ? [[asked[i] ?? '', nameOf(data.element)] as const] : [])),
  );
  return (id) => names.get(id) ?? id;
}
