import './components/tokens.css';
import './components/page.css';
import './app/shell.css';
import '@fontsource-variable/noto-sans-tc';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/App';
import { preload } from './app/pages';
import { watchHands, watchSession } from './lib/http';
import { startI18n } from './lib/i18n';

const root = document.getElementById('root');
if (root) {
  watchHands();
  watchSession();
  preload(location.pathname);
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
}
