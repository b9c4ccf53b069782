import { useEffect, useRef, useState } from 'react';
import type { HostApi } from '../../shared/contract/host-calls.ts';
import type { Scan } from '../../shared/domain/fields.ts';
import classes from './scan-list.module.css';
import { useHost } from './session.tsx';

/** Pixels that a small picture is kept at: twice what it is drawn at, for sharp screens. */
const SIDE = 88;

/** A PDF is not drawn: it says what it is. */
const MARKS: Record<string, string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' };

// One scan of fifty megabytes in memory is enough: they are made small one after the other.
let before: Promise<unknown> = Promise.resolve();

/** The scan made small; `null` when it cannot be read or drawn. */
function smallPicture(host: HostApi, sha256: string): Promise<Blob | null> {
  const made = before.then(() => makeSmall(host, sha256)).catch(() => null);
  before = made;
  return made;
}

async function makeSmall(host: HostApi, sha256: string): Promise<Blob | null> {
  const answer = await host.readScan({ sha256 });
  if (!answer.ok) return null;
  const { type, bytes } = answer.value;
  const whole = await createImageBitmap(new Blob([bytes.slice()], { type }));
  const scale = Math.min(1, SIDE / Math.max(whole.width, whole.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(whole.width * scale));
  canvas.height = Math.max(1, Math.round(whole.height * scale));
  const pen = canvas.getContext('2d');
  if (pen !== null) pen.imageSmoothingQuality = 'high';
  pen?.drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/**
 * What a scan looks like, small, beside its name: drawn once it comes into sight, from the same bytes as the scan itself. The
 * button it stands in names it, so that it is only looked at.
 */
export function ScanThumbnail({ scan: { sha256, type } }: { scan: Scan }) {
  const host = useHost();
  const box = useRef<HTMLSpanElement>(null);
  const [address, setAddress] = useState('');

  useEffect(() => {
    const element = box.current;
    if (element === null || !type.startsWith('image/')) return;
    let wanted = true;
    let url = '';
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      void smallPicture(host, sha256).then((picture) => {
        if (picture === null || !wanted) return;
        url = URL.createObjectURL(picture);
        setAddress(url);
      });
    });
    watch.observe(element);
    return () => {
      wanted = false;
      watch.disconnect();
      URL.revokeObjectURL(url);
      setAddress('');
    };
  }, [host, sha256, type]);

  return (
    <span ref={box} className={classes.thumbnail} aria-hidden>
      {address === '' ? (MARKS[type] ?? '') : <img src={address} alt="" draggable={false} />}
    </span>
  );
}
