import { config } from 'zod';

/*
 * To be imported before anything that builds a schema. Zod would try whether it may compile its checks with `new Function`,
 * which the page's content policy refuses: the answer is always no, and for its report of the refusal the browser parses
 * the whole page a second time.
 */
config({ jitless: true });
