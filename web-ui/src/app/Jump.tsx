import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../components/Icon';
import { type ElementRow, getJson, type Listing, type Scenario } from '../lib/api';
import { useLanguage } from '../lib/i18n';
import { type Goal, goals } from './goals';
import { useRooms } from './rooms';

/** Search or jump: rooms, scenarios and elements by a few letters; Ctrl-K or ⌘ K opens it anywhere. */
export function Jump(): ReactElement {
  const { t } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        className="find"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Icon name="search" size={14} />
        <span>{t('jump')}</span>
        <kbd aria-hidden="true">{/Mac/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <dialog
        ref={dialog}
        className="jump"
        aria-label={t('jump')}
        onClose={close}
        onClick={(event) => {
          if (event.target === dialog.current) close();
        }}
      >
        {open && <Search onDone={close} />}
      </dialog>
    </>
  );
}

function Search({ onDone }: { onDone: () => void }): ReactElement {
  const { t, nameOf } = useLanguage();
  const navigate = useNavigate();
  const rooms = useRooms();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const wanted = text.trim();
  const scenarios = useQuery({
    queryKey: ['scenarios'],
    queryFn: () => getJson<Listing<Scenario>>('/api/scenarios'),
    retry: false,
  });
  const elements = useQuery({
    queryKey: ['elements', 'jump', wanted],
    queryFn: () => getJson<Listing<ElementRow>>(`/api/elements?size=8&q=${encodeURIComponent(wanted)}`),
    enabled: wanted !== '',
    placeholderData: (before) => before,
    retry: false,
  });
  const found = goals(
    wanted,
    rooms.map((room) => ({ to: room.to, label: t(room.text), kind: t('jumpRoom') })),
    (scenarios.data?.items ?? []).map((each) => ({
      to: `/scenarios/${each.id}`,
      label: nameOf(each),
      kind: t('jumpScenario'),
    })),
    (elements.data?.items ?? []).map((each) => ({ to: `/register/${each.id}`, label: nameOf(each), kind: each.kind })),
  );
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const go = (goal: Goal | undefined): void => {
    if (!goal) return;
    onDone();
    void navigate(goal.to);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((chosen + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') go(found[chosen]);
  };
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="jump-goals"
        aria-activedescendant={found.length > 0 ? `jump-${chosen}` : undefined}
        aria-label={t('jump')}
        placeholder={t('jumpHint')}
        autoFocus
        value={text}
        onKeyDown={onKey}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
      />
      <ul id="jump-goals" role="listbox" aria-label={t('jump')}>
        {found.map((goal, i) => (
          <li
            key={goal.to}
            id={`jump-${i}`}
            role="option"
            aria-selected={i === chosen}
            onClick={() => {
              go(goal);
            }}
          >
            {goal.label} <span>{goal.kind}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="sub" role="status">
          {t('jumpNone', { text: wanted })}
        </p>
      )}
    </>
  );
}
