import { readFileSync } from 'node:fs';

/** The texts of some rooms of the page in a language, with values put in. */
export function textsOf(
  language: string,
  ...rooms: string[]
): (key: string, values?: Record<string, string | number>) => string {
  const texts = new Map(
    rooms.flatMap((room) =>
      Object.entries(
        JSON.parse(readFileSync(`src/lib/texts/${room}.${language}.json`, 'utf8')) as Record<string, string>,
      ),
    ),
  );
  return (key, values = {}) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`no text ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
