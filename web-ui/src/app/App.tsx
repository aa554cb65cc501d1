import { useState, type ReactElement } from 'react';
import { NavLink, Route, Routes } from 'react-router';
import { OverviewPage } from '../features/overview/OverviewPage';
import { RunPage } from '../features/runs/RunPage';
import { setLanguage, useLanguage } from '../lib/i18n';

const KEPT = 'holdfast.theme';

function useTheme(): [boolean, () => void] {
  const [dark, setDark] = useState(() => localStorage.getItem(KEPT) === 'dark');
  document.documentElement.classList.toggle('dark', dark);
  const toggle = (): void => {
    localStorage.setItem(KEPT, dark ? 'light' : 'dark');
    setDark(!dark);
  };
  return [dark, toggle];
}

/** The shell: rooms on the left, language and theme at the top. */
export function App(): ReactElement {
  const { language, t } = useLanguage();
  const [dark, toggleTheme] = useTheme();
  return (
    <div className="app">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <nav className="side" aria-label={t('navigation')}>
        <span className="brand">Holdfast</span>
        <NavLink to="/">{t('overview')}</NavLink>
      </nav>
      <div className="col">
        <header className="top">
          <span className="notice">{t('noSignIn')}</span>
          <span className="seg" role="group" aria-label={t('language')}>
            <button
              type="button"
              aria-pressed={language === 'en'}
              onClick={() => {
                setLanguage('en');
              }}
              lang="en"
            >
              EN
            </button>
            <button
              type="button"
              aria-pressed={language !== 'en'}
              onClick={() => {
                setLanguage('zh-Hant');
              }}
              lang="zh-Hant"
            >
              中文
            </button>
          </span>
          <button type="button" className="icon" aria-pressed={dark} aria-label={t('theme')} onClick={toggleTheme}>
            ◐
          </button>
        </header>
        <main className="page" id="content">
          <Routes>
            <Route path="/" element={<OverviewPage />} />
            <Route path="/runs/:run/:element" element={<RunPage />} />
          </Routes>
        </main>
      </div>
    </div>
  );
}
