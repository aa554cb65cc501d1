import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { type TextKey, useLanguage } from '../lib/i18n';
import { Icon, type IconName } from './Icon';

const VIEWS: { to: string; icon: IconName; text: TextKey }[] = [
  { to: '/register', icon: 'list', text: 'registerList' },
  { to: '/register/graph', icon: 'graph', text: 'registerGraph' },
  { to: '/register/findings', icon: 'check', text: 'findingPage' },
  { to: '/register/sites', icon: 'sites', text: 'registerSitesTab' },
  { to: '/register/quality', icon: 'audit', text: 'registerQualityTab' },
];

/** The ways to look at the register, on each of its pages. */
export function RegisterViews({ at }: { at: string }): ReactElement {
  const { t } = useLanguage();
  return (
    <nav className="seg" aria-label={t('registerViews')}>
      {VIEWS.map((view) => (
        <Link key={view.to} to={view.to} aria-current={view.to === at ? 'page' : undefined}>
          <Icon name={view.icon} size={14} />
          {t(view.text)}
        </Link>
      ))}
    </nav>
  );
}
