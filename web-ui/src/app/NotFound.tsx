import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { useLanguage } from '../lib/i18n';
import { usePage } from '../lib/page';
import { useRooms } from './rooms';

/** An address that no page has, with the ways out. */
export function NotFound(): ReactElement {
  const { t } = useLanguage();
  const { pathname } = useLocation();
  const rooms = useRooms();
  usePage({ label: t('notFound') });
  return (
    <section className="empty">
      <h1>{t('notFoundHeadline', { path: pathname })}</h1>
      <p>{t('notFoundHint')}</p>
      <ul className="ways">
        {rooms.map((room) => (
          <li key={room.to}>
            <Link className="btn" to={room.to}>
              {t(room.text)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
