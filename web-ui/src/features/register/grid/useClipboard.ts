import { type RefObject, useEffect } from 'react';

interface Hands {
  copy: () => string | null;
  paste: (text: string) => void;
}

/** Copying and pasting while the grid itself has the focus. */
export function useClipboard(box: RefObject<HTMLElement | null>, hands: Hands): void {
  useEffect(() => {
    const here = (): boolean => box.current !== null && document.activeElement === box.current;
    const copy = (event: ClipboardEvent): void => {
      const text = here() ? hands.copy() : null;
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!here() || text === '') return;
      event.preventDefault();
      hands.paste(text);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  });
}
