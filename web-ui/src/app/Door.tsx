import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { State } from '../components/State';
import { forgetPlaces } from '../features/graph/model';
import { ProviderTab, SignedInPage, SignedOutPage } from '../features/session/Provider';
import { SignInPage } from '../features/session/SignInPage';
import { WelcomePage } from '../features/session/WelcomePage';
import { loadSession } from '../lib/http';
import { setSession, useSession } from '../lib/session';

/** Lets in who is signed in, and everybody in a demonstration; else asks who somebody is. */
export function Door({ children }: { children: ReactNode }): ReactElement {
  const { pathname } = useLocation();
  const session = useSession();
  const { data, error, refetch } = useQuery({ queryKey: ['session'], queryFn: loadSession, staleTime: Infinity });
  useEffect(() => {
    if (data) setSession(data);
    if (data?.state === 'signed-out') forgetPlaces();
  }, [data]);
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
