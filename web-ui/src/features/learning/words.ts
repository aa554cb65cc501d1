import { figure, hours, type Language, percent } from '../../lib/format';
import type { TextKey, Translate } from '../../lib/i18n';
import { en } from '../../lib/texts';

/** Which number of the model something is; the word itself where the page has none. */
export function quantityText(quantity: string, t: Translate): string {
  const key = `learningQuantity-${quantity}`;
  return key in en ? t(key as TextKey) : quantity;
}

/** The name of a number: whose, how, and which. */
export function inputName(
  of: { owner: string; names?: Record<string, string>; method: string | null; quantity: string; number?: number },
  language: Language,
  t: Translate,
): { owner: string; what: string } {
  const method = of.method === null ? '' : `${methodText(of.method, t)} · `;
  const number = of.number === undefined || of.number === 1 ? '' : ` ${of.number}`;
  return {
    owner: of.names?.[language] ?? of.owner,
    what: `${method}${quantityText(of.quantity, t)}${number}`,
  };
}

function methodText(method: string, t: Translate): string {
  const key = `learningMethod-${method}`;
  return key in en ? t(key as TextKey) : method;
}

/** A value of a belief: hours, a share, or how often a year. */
export function valueText(kind: string, value: number, language: Language, t: Translate): string {
  if (kind === 'time') return hours(value, language);
  if (kind === 'chance') return percent(value, 1);
  return t('learningAYear', { times: figure(value, language) });
}
