/** What could not be done, and why. */
export interface Failed<T> {
  item: T;
  error: Error;
}

/** Does the same to several things, one after the other; what fails stops nobody, and is told at the end. */
export async function oneByOne<T>(
  items: readonly T[],
  act: (item: T) => Promise<unknown>,
  onDone: (count: number) => void = () => undefined,
): Promise<Failed<T>[]> {
  const failed: Failed<T>[] = [];
  for (const [index, item] of items.entries()) {
    try {
      await act(item);
    } catch (error) {
      failed.push({ item, error: error instanceof Error ? error : new Error(String(error)) });
    }
    onDone(index + 1);
  }
  return failed;
}
