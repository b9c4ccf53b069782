import { Tabs, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

interface SectionTabsProps {
  title: string;
  /** Address of the page; a section's follows behind it. */
  path: string;
  /** Name of each section in its address and on its tab. */
  sections: readonly { name: string; label: string }[];
  section: string;
  /** Pixels the section's content is wide at most. */
  maxWidth?: number;
  children: ReactNode;
}

/** A page of several sections, each with an address of its own. */
export function SectionTabs({ title, path, sections, section, maxWidth, children }: SectionTabsProps) {
  const [, go] = useLocation();
  return (
    <Tabs value={section} onChange={(next) => go(`${path}/${next ?? ''}`)} keepMounted={false}>
      <VisuallyHidden component="h1">{title}</VisuallyHidden>
      <Tabs.List aria-label={title}>
        {sections.map(({ name, label }) => (
          <Tabs.Tab key={name} value={name}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={section} pt="sm" maw={maxWidth}>
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}
