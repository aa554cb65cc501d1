import type { ReactNode } from 'react';
import { type Permission, useMay } from '../lib/session';

/** What only those see who may use it; `everywhere`: in the whole organisation. */
export function May({
  permission,
  everywhere = false,
  otherwise = null,
  children,
}: {
  permission: Permission;
  everywhere?: boolean;
  otherwise?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return useMay(permission, everywhere) ? children : otherwise;
}
