import type { ReactElement } from 'react';

/** A text that counts when it is left or Enter is pressed, so that nothing is asked for with every key. */
export function Typed({
  value,
  onType,
  label,
  placeholder,
  list,
}: {
  value: string;
  onType: (text: string) => void;
  label?: string;
  placeholder?: string;
  list?: string;
}): ReactElement {
  return (
    <input
      key={value}
      defaultValue={value}
      aria-label={label}
      placeholder={placeholder}
      list={list}
      onBlur={(event) => {
        if (event.target.value !== value) onType(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          if (event.currentTarget.value !== value) onType(event.currentTarget.value);
        }
      }}
    />
  );
}
