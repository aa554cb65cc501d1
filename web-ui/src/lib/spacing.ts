/** What stands in the places of a text. */
export type Values = Record<string, string | number>;

const FROM = '\uE000';
const TO = '\uE001';
const EDGES =
  /(?<=\p{Script=Han})[\uE000\uE001]+(?=[\p{Script=Latin}\p{Nd}])|(?<=[\p{Script=Latin}\p{Nd}])[\uE000\uE001]+(?=\p{Script=Han})/gu;

/**
 * Fills the places of a text, with a space wherever a value brings a Chinese character and a Latin letter or digit together:
 * 「Wu Ping 於 2026 年」, 「吳平於 2026 年」. What stands within a value is left as it is. The service does the same with what it
 * writes (kernel.Places).
 */
export function filled(values: Values, fill: (values: Values) => string): string {
  const marked = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === 'string' ? FROM + value + TO : value,
  ]);
  return fill(Object.fromEntries(marked) as Values)
    .replace(EDGES, ' ')
    .replace(/[\uE000\uE001]/g, '');
}
