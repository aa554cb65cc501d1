import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { State } from '../components/State';
import { Problem } from '../lib/answer';
import { forgetPlaces } from '../features/graph/model';
import { ProviderTab, SignedInPage, SignedOutPage } from '../features/session/Provider';
import { SignInPage } from '../features/session/SignInPage';
import { WelcomePage } from '../features/session/WelcomePage';
import { loadSession } from '../lib/http';
import { accountOf, findSession, forgetOthers, forgetSession } from '../lib/kept';
import { type SessionInfo, setSession, useSession } from '../lib/session';

/** Pages that work without a connection, for whoever had them open on this device. */
const WITHOUT_CONNECTION = /^\/drills\/plans\/[^/]+\/(run|play)$/;

/** Who is signed in, as the service says; without a connection, a drill that is run goes on for who was. */
async function whoIsHere(pathname: string): Promise<SessionInfo> {
  try {
    return await loadSession();
  } catch (failure) {
    const away = failure instanceof TypeError || (failure instanceof Problem && failure.status >= 500);
    const kept = away && WITHOUT_CONNECTION.test(pathname) ? await findSession() : null;
    if (kept) return kept;
    throw failure;
  }
}

/** Lets in who is signed in, and everybody in a demonstration; else asks who somebody is. */
export function Door({ children }: { children: ReactNode }): ReactElement {
  const { pathname } = useLocation();
  const session = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['session'],
    queryFn: () => whoIsHere(pathname),
    staleTime: Infinity,
    networkMode: 'always',
  });
  useEffect(() => {
    if (data) setSession(data);
    if (data?.state === 'signed-out') {
      forgetPlaces();
      void forgetSession();
    }
  }, [data]);
  const account = session?.state === 'signed-in' ? accountOf(session) : null;
  useEffect(() => {
    if (account !== null) void forgetOthers(account); // whichever way they have signed in
  }, [account]);
  if (pathname === '/welcome') return <WelcomePage />;
  if (!session) return <State error={error} retry={() => void refetch()} />;
  if (pathname === '/sign-in/provider') return <ProviderTab />;
  if (pathname === '/signed-in') return <SignedInPage />;
  if (pathname === '/signed-out') return <SignedOutPage />;
  if (session.state === 'first' || session.state === 'signed-out')
    return <SignInPage first={session.state === 'first'} />;
  if (pathname === '/sign-in') return <Navigate to="/" replace />;
  return <>{children}</>;
}
