/** Rules of every printout: the sheet, its type, and no decision of the browser's own about line ends or spacing. */
export const BASE_STYLES = `
*{box-sizing:border-box;margin:0;padding:0}
html{font-synthesis:none;text-spacing-trim:space-all;text-autospace:no-autospace;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{color:#000;background:#fff;font-family:"Print Serif",serif;text-rendering:geometricPrecision}
.page{position:relative;overflow:hidden;break-after:page;break-inside:avoid}
.page:last-child{break-after:auto}
@media screen{html{background:#777}body{background:none}.page{background:#fff;margin:4mm auto}}
.lines{white-space:pre}
.barcode{display:block;fill:#000}
.across{position:absolute;inset:0;display:flex;align-items:center;justify-content:center;color:#e2e2e2;font-size:64pt;letter-spacing:.3em;white-space:nowrap;transform:rotate(-28deg);z-index:-1}
.page{z-index:0}
.marks{position:absolute;display:flex;gap:1.5mm;font-size:7.5pt;line-height:3.6mm;white-space:nowrap}
.mark{border:.25mm solid #000;padding:0 1.2mm}
.foot{position:absolute;display:flex;gap:3mm;font-size:7pt;line-height:3.6mm;white-space:nowrap}
:lang(en) .foot{gap:2mm;font-size:6.5pt}
.foot-company{overflow:hidden;text-overflow:ellipsis}
.foot-printed{flex:1 0 auto}
`;
