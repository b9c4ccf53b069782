import { Box } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PrintDocument } from '../print/print-document.tsx';

interface PrintFrameProps {
  document: PrintDocument;
  title: string;
  /** Height of the window on the sheet; half the screen by default. */
  height?: string;
}

const PX_PER_MM = 96 / 25.4;

/** The sheet itself, scaled to the dialog: the same document that goes to the printer, in a frame that runs no script. */
export function PrintFrame({ document, title, height: windowHeight = '52vh' }: PrintFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const width = document.pageSize.widthMm * PX_PER_MM;
  const height = document.pageSize.heightMm * PX_PER_MM;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setScale(Math.min(1, element.clientWidth / (width + 20))));
    watch.observe(element);
    return () => watch.disconnect();
  }, [width]);
  return (
    <Box ref={box} h={windowHeight} bg="gray.3" style={{ overflow: 'auto' }} tabIndex={0} role="region" aria-label={title}>
      <iframe
        title={title}
        srcDoc={document.html}
        sandbox="allow-same-origin"
        // Nothing in it can be pressed, and the cursor would not be seen in there: the window on it is the tab stop.
        tabIndex={-1}
        style={{
          border: 0,
          background: 'white',
          width: width + 16,
          height: height + 16,
          display: 'block',
          marginInline: scale === 1 ? 'auto' : 0,
          transform: `scale(${scale})`,
          transformOrigin: 'top left',
        }}
      />
    </Box>
  );
}
