import { beginOpening } from './boot/opening.ts';
import { createHost } from './host.ts';

const container = document.querySelector('#root');
if (container === null) throw new Error('page without a root');
// Side by side: by the time the page is loaded, the host has answered. Not awaited here: the page's modules share some
// with this one, and would wait for it to end.
const opening = beginOpening(createHost());
void import('./page.tsx').then(({ showPage }) => showPage(container, opening));
