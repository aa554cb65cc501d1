import { useEffect, useSyncExternalStore } from 'react';

/** One step of the way to a page; the last one is the page itself and leads nowhere. */
export interface Crumb {
  label: string;
  to?: string;
}

const PRODUCT = 'Holdfast';
const listeners = new Set<() => void>();
let current: Crumb[] = [];

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** The document's title: the page first, since tabs are narrow. */
export function titleOf(crumbs: Crumb[]): string {
  return [...crumbs.map((crumb) => crumb.label).reverse(), PRODUCT].join(' · ');
}

/** Says where the reader is: for the way at the top and the document's title. */
export function usePage(...crumbs: Crumb[]): void {
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    current = JSON.parse(key) as Crumb[];
    document.title = titleOf(current);
    listeners.forEach((changed) => {
      changed();
    });
  }, [key]);
}

/** Where the reader is. */
export const useCrumbs = (): Crumb[] => useSyncExternalStore(subscribe, () => current);
