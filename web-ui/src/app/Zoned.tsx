import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useLayoutEffect, useState } from 'react';
import { getJson, type Meta } from '../lib/api';
import { setOrganisationZone, useKnownZone } from '../lib/zone';

/**
 * Tells the page the organisation's time zone before anything is shown in it: until the service has answered once, or has not, where this
 * browser does not know it yet. What is shown is not begun anew later, since somebody may be typing in it.
 */
export function Zoned({ children }: { children: ReactNode }): ReactElement | null {
  const { data, fetchStatus, failureCount } = useQuery({
    queryKey: ['meta'],
    queryFn: () => getJson<Meta>('/api/meta'),
  });
  const zone = useKnownZone();
  const [shown, setShown] = useState(false);
  useLayoutEffect(() => {
    if (data) setOrganisationZone(data.organisation?.timeZone ?? null);
  }, [data]);
  const asking = data !== undefined || (fetchStatus === 'fetching' && failureCount === 0);
  if (!shown && (zone !== null || !asking)) setShown(true);
  return shown || zone !== null || !asking ? <>{children}</> : null;
}
