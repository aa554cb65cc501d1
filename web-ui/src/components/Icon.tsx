import type { ReactElement } from 'react';

const SHAPES = {
  overview: (
    <>
      <rect x="2" y="2.5" width="5" height="5" rx="1" />
      <rect x="9" y="2.5" width="5" height="5" rx="1" />
      <rect x="2" y="9" width="5" height="4.5" rx="1" />
      <rect x="9" y="9" width="5" height="4.5" rx="1" />
    </>
  ),
  impact: <path d="M2.5 2v11.500h11.500M4.500 11.500h2.500v-3h2.500v-3h2.500v-2.500h2" />,
  register: <path d="M2 4h12M2 8h12M2 12h12M6 4v8" />,
  levels: <path d="M2 5.500h9.500M9 3l2.500 2.500L9 8M14 10.500H4.500M7 8l-2.500 2.500L7 13" />,
  scenarios: (
    <>
      <circle cx="4" cy="8" r="1.8" />
      <circle cx="12" cy="3.8" r="1.8" />
      <circle cx="12" cy="12.2" r="1.8" />
      <path d="M5.6 7.1l4.8-2.5M5.6 8.9l4.8 2.5" />
    </>
  ),
  plans: <path d="M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2.5" />,
  drills: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="1.5" />
      <path d="M2.5 6.5h11M5.5 2v3M10.5 2v3M5.7 10l1.6 1.5L10.5 8.7" />
    </>
  ),
  actions: <path d="M3 8.500l3 3L13 4.500M3 13.500h10" />,
  changes: <path d="M3 13l.700-3 6.800-6.800 2.300 2.300L6 12.300zM9 4.700l2.300 2.300" />,
  sites: (
    <path d="M8 14s4.500-4.200 4.500-7.500a4.500 4.500 0 0 0-9 0C3.500 9.800 8 14 8 14zM8 8a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z" />
  ),
  approvals: (
    <>
      <circle cx="8" cy="6.500" r="4" />
      <path d="M6.200 6.500l1.300 1.300 2.300-2.500M3 13.500h10" />
    </>
  ),
  people: (
    <>
      <circle cx="6" cy="5.5" r="2.3" />
      <path d="M2 13c0-2.500 1.700-4 4-4s4 1.500 4 4M10.500 3.500a2.200 2.200 0 0 1 0 4M11.500 9.300c1.500.4 2.500 1.700 2.500 3.700" />
    </>
  ),
  audit: (
    <>
      <path d="M3.500 2.500h9v11h-9zM6 5.500h4M6 8h2" />
      <path d="M7.500 10.700l1.200 1.200 2.300-2.400" />
    </>
  ),
  check: <path d="M2 4.500l1.500 1.500 2.500-3M2 11l1.500 1.500 2.500-3M8.500 4.500H14M8.500 11H14" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4" />
      <path d="M10 10l3.5 3.5" />
    </>
  ),
  moon: <path d="M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.500z" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.800v1.400M8 12.800v1.400M1.8 8h1.400M12.8 8h1.400M3.6 3.600l1 1M11.4 11.400l1 1M3.6 12.400l1-1M11.4 4.600l1-1" />
    </>
  ),
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.2" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  up: <path d="M8 12.500v-9M4.5 7L8 3.5 11.5 7" />,
  down: <path d="M8 3.500v9M4.5 9L8 12.5 11.5 9" />,
  list: <path d="M2 4h12M2 8h12M2 12h12" />,
  graph: (
    <>
      <rect x="1.5" y="6" width="4" height="4" rx="1" />
      <rect x="10.5" y="2" width="4" height="4" rx="1" />
      <rect x="10.5" y="10" width="4" height="4" rx="1" />
      <path d="M5.5 8h2.500M10.5 4H8v8h2.5" />
    </>
  ),
} as const;

export type IconName = keyof typeof SHAPES;

/** A line drawing beside a word, never instead of one: it is hidden from screen readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      className="ico"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {SHAPES[name]}
    </svg>
  );
}

/** The product's mark: an estimate, its late part, a target and an actual. */
export function Mark(): ReactElement {
  return (
    <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
      <rect x="1" y="6" width="13" height="4" fill="var(--accent)" />
      <rect x="14" y="6" width="6" height="4" fill="var(--late)" />
      <path d="M14 1.500v13" stroke="var(--ink)" strokeWidth="1.8" />
      <circle cx="6" cy="8" r="2.6" fill="var(--ink)" stroke="var(--bg)" strokeWidth="1.4" />
    </svg>
  );
}
