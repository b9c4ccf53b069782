import { useEffect, useRef, type ReactNode } from 'react';
import classes from './above-the-page.module.css';

/**
 * Warnings and open entries, above every page. Tells the lists below how much of the window it takes (`--desk-above`),
 * so that a list ends with the window and the page has no second scroll bar.
 */
export function AboveThePage({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = document.documentElement;
    const observer = new ResizeObserver(([seen]) => {
      const height = seen?.contentRect.height ?? 0;
      // With the gap that follows it, where it says anything.
      root.style.setProperty('--desk-above', height === 0 ? '0px' : `calc(${height}px + var(--mantine-spacing-sm))`);
    });
    if (element.current !== null) observer.observe(element.current);
    return () => {
      observer.disconnect();
      root.style.removeProperty('--desk-above');
    };
  }, []);
  return (
    <div ref={element} className={classes.above}>
      {children}
    </div>
  );
}
