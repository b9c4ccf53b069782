import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PageSize } from './page-size.ts';
import type { PrintLanguage } from './print-context.ts';
import { BASE_STYLES } from './print-styles.ts';
import type { PrintFont } from './text-lines.ts';

/** A finished printout: what the hosts turn into a PDF or send to a printer. */
export interface PrintDocument {
  title: string;
  /** A complete page without scripts; its fonts are `/fonts/<name>.woff2` of the host that serves it. */
  html: string;
  pageSize: PageSize;
  fonts: readonly PrintFont[];
  /** What `html` is made of, for joining documents. */
  parts: PrintParts;
}

interface PrintParts {
  language: PrintLanguage;
  styles: readonly string[];
  /** Markup of each sheet side, in order. */
  pages: readonly string[];
}

interface PrintSource {
  title: string;
  language: PrintLanguage;
  pageSize: PageSize;
  fonts: readonly PrintFont[];
  /** Style sheets of this printout, beside the base every printout has. */
  styles: readonly string[];
  pages: readonly ReactNode[];
}

const FACES = {
  'serif-regular': { family: 'Print Serif', weight: 400 },
  'serif-bold': { family: 'Print Serif', weight: 700 },
  'sans-regular': { family: 'Print Sans', weight: 400 },
} satisfies Record<PrintFont, { family: string; weight: number }>;

const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } satisfies Record<PrintLanguage, string>;

function fontFace(font: PrintFont): string {
  const { family, weight } = FACES[font];
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:block;src:url("/fonts/${font}.woff2") format("woff2")}`;
}

function pageRules({ widthMm, heightMm }: PageSize): string {
  // A hair less than the sheet, so that rounding to pixels never pushes an empty page out.
  return `@page{size:${widthMm}mm ${heightMm}mm;margin:0}.page{width:${widthMm}mm;height:${heightMm - 0.05}mm}`;
}

function assemble(title: string, pageSize: PageSize, fonts: readonly PrintFont[], parts: PrintParts): PrintDocument {
  const css = [...fonts.map(fontFace), pageRules(pageSize), BASE_STYLES, ...parts.styles].join('\n');
  const head = renderToStaticMarkup(
    <head>
      <meta charSet="utf-8" />
      <title>{title}</title>
      {fonts.map((font) => (
        <link key={font} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={`/fonts/${font}.woff2`} />
      ))}
      {/* Our own rules, which hold no text of a record: quotes must reach the style sheet as they are. */}
      <style dangerouslySetInnerHTML={{ __html: css }} />
    </head>,
  );
  const html = `<!doctype html><html lang="${LANGUAGE_TAGS[parts.language]}">${head}<body>${parts.pages.join('')}</body></html>`;
  return { title, html, pageSize, fonts, parts };
}

/** Makes a printout of its sheet sides. */
export function printDocument({ title, language, pageSize, fonts, styles, pages }: PrintSource): PrintDocument {
  const markup = pages.map((page) => renderToStaticMarkup(<section className="page">{page}</section>));
  return assemble(title, pageSize, fonts, { language, styles, pages: markup });
}

/**
 * Joins printouts of one size into a single document: a batch as one job takes seconds where one by one takes minutes.
 * @throws RangeError when there are none, or their sizes differ
 */
export function joinDocuments(title: string, documents: readonly PrintDocument[]): PrintDocument {
  const [first] = documents;
  if (!first) throw new RangeError('joinDocuments: expected at least one document');
  const { widthMm, heightMm } = first.pageSize;
  for (const { pageSize } of documents) {
    if (pageSize.widthMm === widthMm && pageSize.heightMm === heightMm) continue;
    throw new RangeError(`joinDocuments: expected ${widthMm} × ${heightMm} mm, received ${pageSize.widthMm} × ${pageSize.heightMm} mm`);
  }
  const fonts = [...new Set(documents.flatMap((document) => document.fonts))];
  const styles = [...new Set(documents.flatMap((document) => document.parts.styles))];
  const pages = documents.flatMap((document) => document.parts.pages);
  return assemble(title, first.pageSize, fonts, { language: first.parts.language, styles, pages });
}
