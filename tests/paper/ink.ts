import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const DPI = 300;
const MM_PER_DOT = 25.4 / DPI;

interface Picture {
  width: number;
  height: number;
  /** Red, green, blue of every dot, row by row. */
  dots: Buffer;
}

/** Draws a page at 300 dots an inch. */
async function draw(pdf: string, page: number): Promise<Picture> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  try {
    const image = join(folder, 'page');
    await run('pdftoppm', ['-r', String(DPI), '-singlefile', '-f', String(page), '-l', String(page), pdf, image]);
    const bytes = await readFile(`${image}.ppm`);
    const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
    if (!header) throw new Error('pdftoppm: expected a binary PPM with 255 levels');
    return { width: Number(header[1]), height: Number(header[2]), dots: bytes.subarray(header[0].length) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A run of rows that hold ink, with its box in millimetres from the page's upper left corner. */
export interface InkBand {
  topMm: number;
  bottomMm: number;
  leftMm: number;
  rightMm: number;
}

function bands(picture: Picture, isInk: (red: number, green: number, blue: number) => boolean): InkBand[] {
  const found: InkBand[] = [];
  let open = false;
  for (let y = 0; y < picture.height; y += 1) {
    let left = -1;
    let right = -1;
    for (let x = 0; x < picture.width; x += 1) {
      const at = (y * picture.width + x) * 3;
      if (!isInk(picture.dots[at] ?? 255, picture.dots[at + 1] ?? 255, picture.dots[at + 2] ?? 255)) continue;
      if (left < 0) left = x;
      right = x;
    }
    const last = found[found.length - 1];
    if (left < 0) {
      open = false;
    } else if (open && last) {
      last.bottomMm = (y + 1) * MM_PER_DOT;
      last.leftMm = Math.min(last.leftMm, left * MM_PER_DOT);
      last.rightMm = Math.max(last.rightMm, (right + 1) * MM_PER_DOT);
    } else {
      found.push({
        topMm: y * MM_PER_DOT,
        bottomMm: (y + 1) * MM_PER_DOT,
        leftMm: left * MM_PER_DOT,
        rightMm: (right + 1) * MM_PER_DOT,
      });
      open = true;
    }
  }
  return found;
}

/** Bands of red ink, from the top. */
export async function redBands(pdf: string, page = 1): Promise<InkBand[]> {
  return bands(await draw(pdf, page), (red, green, blue) => red > 150 && green < 120 && blue < 120);
}

/** Bands of black ink, from the top. */
export async function blackBands(pdf: string, page = 1): Promise<InkBand[]> {
  return bands(await draw(pdf, page), (red, green, blue) => red < 128 && green < 128 && blue < 128);
}
