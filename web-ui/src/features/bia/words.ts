import type { Translate } from '../../lib/i18n';
import { METHOD_TEXT } from '../../lib/methods';

/** The word of a recovery method; one that the page has no word for as it is written. */
export const methodWord = (method: string, t: Translate): string => {
  const key = METHOD_TEXT[method];
  return key ? t(key) : method;
};
