import type { ReactElement, ReactNode } from 'react';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import './session.css';

/** One card in the middle of an empty page. */
export function Card({ children }: { children: ReactNode }): ReactElement {
  return (
    <main className="door" id="content">
      <section className="card">{children}</section>
      <LanguageSwitch />
    </main>
  );
}
