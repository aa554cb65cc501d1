import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactElement, type ReactNode, useEffect } from 'react';
import { getJson, type Meta } from '../lib/api';
import { setOrganisationZone, useOrganisationZone } from '../lib/zone';

/** Tells the page the organisation's time zone; where that turns out to be another one, what is shown is drawn anew. */
export function Zoned({ children }: { children: ReactNode }): ReactElement {
  const { data } = useQuery({ queryKey: ['meta'], queryFn: () => getJson<Meta>('/api/meta') });
  const zone = useOrganisationZone();
  useEffect(() => {
    if (data) setOrganisationZone(data.organisation?.timeZone ?? null);
  }, [data]);
  return <Fragment key={zone}>{children}</Fragment>;
}
