import { z } from 'zod';
import { useLiveQuery } from 'dexie-react-hooks';
import shippedEn from '../../../resources/letter-templates/en.json';
import shippedZh from '../../../resources/letter-templates/zh.json';
import { useDatabase } from '../../ui/session.tsx';

const shippedSchema = z.array(z.object({ id: z.string(), name: z.string(), title: z.string(), salutation: z.string(), body: z.string() }));

/** A template that can be drafted from; the shipped ones are read-only. */
export interface ReplyTemplate {
  id: string;
  name: string;
  language: 'zh' | 'en';
  title: string;
  salutation: string;
  body: string;
  active: boolean;
  shipped: boolean;
}

/** Names a template may use between double braces. */
export const TEMPLATE_FACTS = [
  'customer',
  'unit',
  'subject',
  'letterNumber',
  'letterDate',
  'receivedOn',
  'estate',
  'developer',
  'propertyCompany',
  'deskPhone',
] as const;

const SHIPPED: readonly ReplyTemplate[] = [
  ...shippedSchema.parse(shippedZh).map((template) => ({ ...template, language: 'zh' as const, active: true, shipped: true })),
  ...shippedSchema.parse(shippedEn).map((template) => ({ ...template, language: 'en' as const, active: true, shipped: true })),
];

/** Every template: those that come with the app, then those of the house; `undefined` until they are read. */
export function useReplyTemplates(): readonly ReplyTemplate[] | undefined {
  const database = useDatabase();
  const own = useLiveQuery(() => database.letterTemplates.toArray(), [database]);
  return own && [...SHIPPED, ...own.map((template) => ({ ...template, shipped: false }))];
}
