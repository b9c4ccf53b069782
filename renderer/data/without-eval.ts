import { config } from 'zod';

/*
 * To be imported before anything that builds a schema. Zod would try whether it may compile its checks with `new Function`,
 * which the page's content policy refuses: the answer is always no, and the browser's report of the refusal parses the whole
 * page a second time, 150 ms of every start.
 */
config({ jitless: true });
