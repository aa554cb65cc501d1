import type { TextKey, Translate } from './i18n';
import { en } from './texts';

/** The word of a kind in the page's language; a kind of the operator's own is shown as it is written. */
export function kindText(kind: string, t: Translate): string {
  const key = `kind_${kind}`;
  return key in en ? t(key as TextKey) : kind;
}
