import { type ReactElement, useState } from 'react';
import { useLanguage } from '../lib/i18n';
import { type Failed, oneByOne } from '../lib/many';
import { Fault } from './Fault';

/** One deed for several chosen things: says how many, counts while it is done, and tells what could not be done. */
export function Many<T>({
  items,
  label,
  nameOf,
  act,
  onEnd,
}: {
  items: readonly T[];
  /** What the button says. */
  label: string;
  nameOf: (item: T) => string;
  act: (item: T) => Promise<unknown>;
  /** Told what was done when all were tried. */
  onEnd: (failed: Failed<T>[]) => unknown;
}): ReactElement | null {
  const { t } = useLanguage();
  const [under, setUnder] = useState<{ done: number; of: number }>();
  const [failed, setFailed] = useState<Failed<T>[]>([]);
  const run = async (): Promise<void> => {
    setFailed([]);
    setUnder({ done: 0, of: items.length });
    const left = await oneByOne(items, act, (done) => {
      setUnder({ done, of: items.length });
    });
    setFailed(left);
    setUnder(undefined);
    onEnd(left);
  };
  if (items.length === 0 && failed.length === 0) return null;
  return (
    <div className="many noprint">
      <p className="ways" role="status">
        {under ? (
          t('manyUnder', under)
        ) : (
          <>
            {t('manyChosen', { count: items.length })}
            <button type="button" className="btn pri" disabled={items.length === 0} onClick={() => void run()}>
              {label}
            </button>
          </>
        )}
      </p>
      {failed.map((each) => (
        <div key={nameOf(each.item)}>
          <b>{nameOf(each.item)}</b> <Fault error={each.error} />
        </div>
      ))}
    </div>
  );
}
