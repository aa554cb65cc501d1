import type { ReactElement, ReactNode } from 'react';

/** A field with its name above it, and a word of help below where there is one. */
export function Labelled({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: string | undefined;
  children: ReactNode;
}): ReactElement {
  return (
    <label className="labelled">
      <span>{label}</span>
      {children}
      {hint && <small>{hint}</small>}
    </label>
  );
}
