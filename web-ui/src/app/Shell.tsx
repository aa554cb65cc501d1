import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { Icon, Mark } from '../components/Icon';
import { LanguageSwitch } from '../components/LanguageSwitch';
import { Leave } from '../features/drillrun/Leave';
import { useCarrier } from '../features/drillrun/useCarrier';
import { forgetPlaces } from '../features/graph/model';
import { getJson, type Meta, remove } from '../lib/api';
import { useLanguage } from '../lib/i18n';
import { useCrumbs } from '../lib/page';
import { announceLeft, useSession } from '../lib/session';
import { Jump } from './Jump';
import { useRooms } from './rooms';
import { useTheme } from './theme';

/** What every page has around it: rooms at the side (on a phone below), the way and the switches at the top. */
export function Shell({ children }: { children: ReactNode }): ReactElement {
  const { t } = useLanguage();
  const { pathname } = useLocation();
  useCarrier();
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="app">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <nav className="side" aria-label={t('navigation')}>
        <Link className="brand" to="/">
          <Mark />
          Holdfast
        </Link>
        <Rooms />
        <Foot />
      </nav>
      <div className="col">
        <Top />
        <main className="page" id="content" tabIndex={-1}>
          {children}
        </main>
        <footer className="below">
          <Foot />
        </footer>
      </div>
    </div>
  );
}

/** The rooms; a phone's bar has those that a phone is taken along for, and all of them behind one button. */
function Rooms(): ReactElement {
  const { t } = useLanguage();
  const rooms = useRooms();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null); // where they were asked for: who goes on has chosen
  const all = openAt === pathname;
  const bar = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!all) return undefined;
    const leave = (event: Event): void => {
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        button.current?.focus();
      } else if (event.target instanceof Node && bar.current?.contains(event.target)) return;
      setOpenAt(null);
    };
    document.addEventListener('keydown', leave);
    document.addEventListener('pointerdown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
      document.removeEventListener('pointerdown', leave);
    };
  }, [all]);
  const elsewhere = rooms.some((room) => !room.phone && pathname.startsWith(room.to));
  return (
    <div className={all ? 'rooms all' : 'rooms'} ref={bar}>
      {rooms.map((room) => (
        <NavLink key={room.to} to={room.to} end={room.to === '/'} className={room.phone ? 'at-hand' : ''}>
          <Icon name={room.icon} />
          <span>{t(room.text)}</span>
        </NavLink>
      ))}
      <button
        type="button"
        className={elsewhere ? 'more active' : 'more'}
        aria-expanded={all}
        ref={button}
        onClick={() => {
          setOpenAt(all ? null : pathname);
        }}
      >
        <Icon name={all ? 'down' : 'list'} />
        <span>{t(all ? 'roomsFewer' : 'roomsMore')}</span>
      </button>
    </div>
  );
}

/** What was read is not left in the page or the browser, whether the service has answered or not. */
function leave(to: string): void {
  forgetPlaces();
  window.location.assign(to);
}

function Foot(): ReactElement {
  const { t, nameOf } = useLanguage();
  const session = useSession();
  const { data } = useQuery({ queryKey: ['meta'], queryFn: () => getJson<Meta>('/api/meta') });
  return (
    <p className="foot">
      {data?.organisation && <b>{nameOf({ id: '', ...data.organisation })}</b>}
      {session?.state === 'demo' ? (
        <span>
          <Icon name="lock" size={13} />
          {t('sessionDemo')}
        </span>
      ) : (
        <span className="who">
          <Link to="/own">{session?.displayName}</Link>
          <Leave
            label={t('sessionSignOut')}
            onLeave={() => {
              void remove('/api/session').then(
                () => {
                  announceLeft();
                  leave(session?.byProvider ? '/signed-out' : '/');
                },
                () => {
                  announceLeft(); // the answer may be lost, so the others ask
                  leave('/'); // shows whether somebody is still signed in
                },
              );
            }}
          />
        </span>
      )}
    </p>
  );
}

function Top(): ReactElement {
  const { t } = useLanguage();
  const [dark, toggleTheme] = useTheme();
  const crumbs = useCrumbs();
  return (
    <header className="top">
      <Link className="mark" to="/" aria-label="Holdfast">
        <Mark />
      </Link>
      <nav className="crumb" aria-label={t('way')}>
        <ol>
          {crumbs.map((crumb) => (
            <li key={crumb.label}>{crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : <b>{crumb.label}</b>}</li>
          ))}
        </ol>
      </nav>
      <Jump />
      <LanguageSwitch />
      <button type="button" className="icon" aria-label={t(dark ? 'themeLight' : 'themeDark')} onClick={toggleTheme}>
        <Icon name={dark ? 'sun' : 'moon'} size={14} />
      </button>
    </header>
  );
}
