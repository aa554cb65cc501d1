import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { useLanguage } from '../../../lib/i18n';
import { columnOf } from './columns';
import type { Editable } from './values';

/** Where the reader goes after a value: down by Enter, to the side by Tab, nowhere by leaving the field. */
export type Then = 'down' | 'up' | 'right' | 'left' | 'stay';

interface Props {
  column: Editable;
  start: string;
  /** Whether typing goes on behind what is there, or takes its place. */
  fresh: boolean;
  commit: (text: string, then: Then) => void;
  cancel: () => void;
}

const LISTS: Partial<Record<Editable, string>> = { site: 'grid-sites', owner: 'grid-owners', kind: 'grid-kinds' };

/** The field in a cell. Enter and Tab take the value, Escape leaves it as it was. */
export function Editor({ column, start, fresh, commit, cancel }: Props): ReactElement {
  const { t } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    field.current?.focus();
    if (!fresh) field.current?.select();
  }, [fresh]);
  const end = (act: () => void): void => {
    if (over.current) return;
    over.current = true;
    act();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return; // Enter that takes a Chinese word is not the end of the value
    const then: Partial<Record<string, Then>> = {
      Enter: event.shiftKey ? 'up' : 'down',
      Tab: event.shiftKey ? 'left' : 'right',
    };
    const next = then[event.key];
    if (next) {
      event.preventDefault();
      const text = event.currentTarget.value;
      end(() => {
        commit(text, next);
      });
    } else if (event.key === 'Escape') {
      event.preventDefault();
      end(cancel);
    }
  };
  return (
    <input
      ref={field}
      className="gedit"
      aria-label={t(columnOf(column).text)}
      defaultValue={start}
      list={LISTS[column]}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={press}
      onBlur={(event) => {
        const text = event.currentTarget.value;
        end(() => {
          commit(text, 'stay');
        });
      }}
    />
  );
}
