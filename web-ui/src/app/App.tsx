import { lazy, type ReactElement, useState } from 'react';
import { Route, Routes } from 'react-router';
import { SignInAgain } from '../features/session/SignInAgain';
import { Door } from './Door';
import { Loaded } from './Loaded';
import { NotFound } from './NotFound';
import { bring, findHere, PAGES, type PageRoute } from './pages';
import { Shell } from './Shell';
import { Zoned } from './Zoned';

const LAZY = new Map(PAGES.map((route) => [route, lazy(async () => ({ default: await bring(route) }))]));

/** A page at its address; it stays what it was when it came. */
function Page({ route }: { route: PageRoute }): ReactElement | null {
  const [Shown] = useState(() => findHere(route) ?? LAZY.get(route));
  return Shown ? <Shown /> : null;
}

/** Every page and its address, behind the door where somebody signs in. */
export function App(): ReactElement {
  return (
    <Door>
      <Shell>
        <Loaded>
          <Zoned>
            <Routes>
              {PAGES.map((route) => (
                <Route key={route.path} path={route.path} element={<Page key={route.path} route={route} />} />
              ))}
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Zoned>
        </Loaded>
      </Shell>
      <SignInAgain />
    </Door>
  );
}
