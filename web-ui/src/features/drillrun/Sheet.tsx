import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { useLanguage } from '../../lib/i18n';
import { useRun } from './useRun';

/** Whether something is typed in a field. */
const isTyped = (within: Element): boolean =>
  [...within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input')].some(
    (field) => field.value.trim() !== '',
  );

/** A sheet over the page, on a phone from below; Escape closes it, and a tap beside it where nothing is typed in it. What is typed stays until it is sent or thrown away. */
export function Sheet({
  title,
  typed,
  onThrowAway,
  onClose,
  children,
}: {
  title: string;
  /** Whether words are kept for this sheet. */
  typed: boolean;
  onThrowAway: () => void;
  onClose: () => void;
  children: ReactNode;
}): ReactElement {
  const { t } = useLanguage();
  const { kept } = useRun();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="run-sheet"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current && !isTyped(dialog.current)) onClose();
      }}
    >
      <div className="inner">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" className="link" onClick={onClose}>
            {t('drillRunClose')}
          </button>
        </header>
        {kept.unkept && (
          <p className="bad" role="alert">
            {t('drillRunUnkept', { why: kept.unkept.message })}
          </p>
        )}
        {children}
        {typed && (
          <p className="kept">
            {t('drillRunKept')}{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                onThrowAway();
                dialog.current?.querySelector<HTMLElement>('textarea, input')?.focus();
              }}
            >
              {t('drillRunThrowAway')}
            </button>
          </p>
        )}
      </div>
    </dialog>
  );
}
