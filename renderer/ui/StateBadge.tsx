import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

interface StateBadgeProps {
  /** Something remains to be done about it: it stands out. */
  isOpen: boolean;
  size?: 'sm' | 'md';
  children: ReactNode;
}

/** Where a record stands, in its register's words; never narrower than them. */
export function StateBadge({ isOpen, size = 'md', children }: StateBadgeProps) {
  return (
    <Badge miw="fit-content" size={size} variant="light" color={isOpen ? 'orange' : 'gray'} c={isOpen ? 'orange.9' : 'gray.8'}>
      {children}
    </Badge>
  );
}
