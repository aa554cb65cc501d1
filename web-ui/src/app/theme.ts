import { useState } from 'react';

const KEPT = 'holdfast.theme';

function first(): boolean {
  const kept = localStorage.getItem(KEPT);
  return kept === null ? window.matchMedia('(prefers-color-scheme: dark)').matches : kept === 'dark';
}

/** Whether the page is dark, and how to change it; remembered, else as the system has it. */
export function useTheme(): [boolean, () => void] {
  const [dark, setDark] = useState(first);
  document.documentElement.classList.toggle('dark', dark);
  return [
    dark,
    () => {
      localStorage.setItem(KEPT, dark ? 'light' : 'dark');
      setDark(!dark);
    },
  ];
}
