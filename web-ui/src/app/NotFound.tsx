import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { useLanguage } from '../lib/i18n';
import { usePage } from '../lib/page';
import { ROOMS } from './rooms';

/** An address that no page has, with the ways out. */
export function NotFound(): ReactElement {
  const { t } = useLanguage();
  const { pathname } = useLocation();
  usePage({ label: t('notFound') });
  return (
    <section className="empty">
      <h1>{t('notFoundHeadline', { path: pathname })}</h1>
      <p>{t('notFoundHint')}</p>
      <ul className="ways">
        {ROOMS.map((room) => (
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
