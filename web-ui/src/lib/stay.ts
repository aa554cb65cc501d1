import { useEffect } from 'react';

/** Asks whoever closes the window with something unsaved. */
export function useStay(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const stay = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', stay);
    return () => {
      window.removeEventListener('beforeunload', stay);
    };
  }, [unsaved]);
}
