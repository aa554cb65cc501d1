/** Somewhere to jump to. */
export interface Goal {
  to: string;
  label: string;
  kind: string;
}

const MOST = 12;

/** What a few letters lead to: rooms and scenarios by name, then the elements that the service found. */
export function goals(text: string, rooms: Goal[], scenarios: Goal[], elements: Goal[]): Goal[] {
  const wanted = text.toLowerCase();
  const named = [...rooms, ...scenarios].filter((goal) => goal.label.toLowerCase().includes(wanted));
  return [...named, ...(text === '' ? [] : elements)].slice(0, MOST);
}
