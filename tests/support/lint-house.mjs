// House rules that no general linter knows: import directions, where `electron` and `node:` may stand, untranslated text,
// and the two languages being complete. Prints one line a finding; exits 1 when there is any.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'vite';

/** Ideographs only: punctuation and the iteration mark are no words. */
const HAN = /\p{Unified_Ideograph}/u;

/** Date and time patterns are the same in both languages. */
const PATTERN = /^[YMDHms:\- ]+$/;

/** Folder of a module → folders it may import from. What is not listed is refused; features never import each other. */
const DIRECTIONS = [
  ['shared/', ['shared/']],
  ['renderer/data/', ['shared/', 'renderer/data/', 'resources/']],
  ['renderer/print/', ['shared/', 'renderer/print/', 'resources/']],
  ['renderer/i18n/', ['renderer/i18n/', 'resources/']],
  ['renderer/ui/', ['shared/', 'renderer/data/', 'renderer/print/', 'renderer/i18n/', 'renderer/ui/']],
  ['renderer/features/', ['shared/', 'renderer/data/', 'renderer/print/', 'renderer/i18n/', 'renderer/ui/', 'resources/']],
  ['renderer/app/', ['shared/', 'renderer/', 'resources/']],
  ['electron/services/', ['shared/', 'electron/services/', 'resources/locales/']],
  ['electron/main/', ['shared/', 'electron/services/', 'electron/main/']],
  ['electron/loopback/', ['shared/', 'electron/services/', 'electron/loopback/']],
  ['electron/preload/', ['shared/', 'electron/preload/']],
];

/** Actions are the app's one list; the search box draws from its type alone. */
const TYPE_ONLY_EXCEPTIONS = [['renderer/features/search/', 'renderer/app/actions']];

/** Its schemas are the host's: in the page they would come before the opening, and build themselves before `without-eval.ts`. */
const TYPES_ONLY_IN_THE_PAGE = 'shared/contract/host-calls.ts';

const ELECTRON_MAY = ['electron/main/', 'electron/preload/'];
const NODE_MAY_NOT = ['renderer/', 'shared/'];

/** Text attributes a person reads. */
const TEXT_ATTRIBUTES = new Set(['label', 'title', 'placeholder', 'description', 'alt', 'aria-label']);

/** Checks one module's source. Exported for its own test. */
export function checkModule(file, source) {
  const findings = [];
  const report = (offset, what) => findings.push(`${file}:${source.slice(0, offset).split('\n').length} ${what}`);
  const parsed = parseSync(file, source);
  if (parsed.errors.length > 0) return [`${file}:1 cannot be parsed`];
  walk(parsed.program, null, (node, parent) => {
    if (['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'].includes(node.type)) {
      const specifier = node.source?.value;
      if (typeof specifier === 'string') checkImport(file, specifier, node, report);
    }
    if (/^(renderer|electron\/(main|preload|services|loopback))\//.test(file)) checkText(node, parent, report);
  });
  return findings;
}

function checkImport(file, specifier, node, report) {
  if (specifier === 'electron' && !ELECTRON_MAY.some((folder) => file.startsWith(folder))) report(node.start, 'imports electron');
  if (specifier.startsWith('node:') && NODE_MAY_NOT.some((folder) => file.startsWith(folder))) report(node.start, `imports ${specifier}`);
  if (!specifier.startsWith('.')) return;
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const rule = DIRECTIONS.find(([folder]) => file.startsWith(folder));
  if (rule === undefined) return;
  const typeOnly = node.importKind === 'type';
  if (typeOnly && TYPE_ONLY_EXCEPTIONS.some(([from, to]) => file.startsWith(from) && target.startsWith(to))) return;
  if (file.startsWith('renderer/') && target === TYPES_ONLY_IN_THE_PAGE && !typeOnly)
    report(node.start, `may import types only of ${target}`);
  const own = /^renderer\/features\/[^/]+\//.exec(file)?.[0];
  if (own !== undefined && target.startsWith(own)) return;
  if (!rule[1].some((folder) => target.startsWith(folder))) report(node.start, `may not import ${target}`);
}

function checkText(node, parent, report) {
  // Names of keys stand on the keyboard in one language.
  const onKey = parent?.type === 'JSXElement' && parent.openingElement.name.name === 'Kbd';
  if (node.type === 'JSXText' && !onKey && /\p{L}{2,}/u.test(node.value)) report(node.start, `untranslated text: ${node.value.trim()}`);
  if (node.type === 'JSXAttribute' && TEXT_ATTRIBUTES.has(attributeName(node)) && node.value?.type === 'Literal') {
    if (/\p{L}{3,}/u.test(String(node.value.value)) && !PATTERN.test(String(node.value.value)))
      report(node.start, `untranslated ${attributeName(node)}: ${node.value.value}`);
  }
  if (node.type === 'Literal' && typeof node.value === 'string' && HAN.test(node.value))
    report(node.start, `Chinese text in code: ${node.value}`);
  if (node.type === 'TemplateElement' && HAN.test(node.value.cooked ?? ''))
    report(node.start, `Chinese text in code: ${node.value.cooked}`);
}

function attributeName(node) {
  return node.name.type === 'JSXIdentifier' ? node.name.name : '';
}

function walk(node, parent, visit) {
  visit(node, parent);
  for (const value of Object.values(node)) {
    const children = Array.isArray(value) ? value : [value];
    for (const child of children)
      if (typeof child === 'object' && child !== null && typeof child.type === 'string') walk(child, node, visit);
  }
}

function flatKeys(value, prefix) {
  return Object.entries(value).flatMap(([key, child]) =>
    typeof child === 'object' && child !== null
      ? flatKeys(child, `${prefix}${key}.`)
      : [[`${prefix}${key}`.replace(/_(zero|one|two|few|many|other)$/, ''), child]],
  );
}

/** A comma, colon or bracket of Latin type beside a Chinese character. */
export const HALF_WIDTH = /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u;

/** Keys one language lacks, empty texts, placeholders that differ, a typewriter's apostrophes, and half-width marks in Chinese. Exported for its own test. */
export function compareLanguages(name, zh, en) {
  const findings = [];
  const left = new Map(flatKeys(zh, ''));
  const right = new Map(flatKeys(en, ''));
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(key), right.get(key)];
    if (one === undefined || other === undefined) findings.push(`${name}: ${one === undefined ? 'zh' : 'en'} lacks ${key}`);
    else if (one === '' || other === '') findings.push(`${name}: ${key} is empty`);
    else if (holes(one) !== holes(other)) findings.push(`${name}: ${key} has other placeholders in zh and en`);
    // On paper ’ is a Chinese font's, as wide as a character, where a text does not ask for a narrow one.
    else if (name !== 'print.json' && /[\w}]'/.test(other)) findings.push(`${name}: ${key} has a typewriter's apostrophe in en`);
    else if (HALF_WIDTH.test(one)) findings.push(`${name}: ${key} has a half-width mark in zh`);
  }
  return findings;
}

function holes(text) {
  return [...new Set([...String(text).matchAll(/{{(\w+)}}/g)].map((match) => match[1]))].toSorted().join();
}

function modules(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.posix.join(folder, String(name).split(path.sep).join('/')))
    .filter((file) => /\.(ts|tsx)$/.test(file) && !/\.(test|d)\.tsx?$/.test(file) && statSync(file).isFile());
}

function main() {
  const findings = ['shared', 'renderer', 'electron'].flatMap(modules).flatMap((file) => checkModule(file, readFileSync(file, 'utf8')));
  const read = (language, name) => JSON.parse(readFileSync(`resources/locales/${language}/${name}`, 'utf8'));
  const names = new Set(['zh', 'en'].flatMap((language) => readdirSync(`resources/locales/${language}`)));
  for (const name of names) findings.push(...compareLanguages(name, read('zh', name), read('en', name)));
  for (const finding of findings) console.log(finding);
  if (findings.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
