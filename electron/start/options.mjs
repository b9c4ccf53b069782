import { homedir } from 'node:os';
import path from 'node:path';
import { say } from './words.mjs';

const KNOWN = ['--host=electron|browser', '--no-open', '--port=N', '--data=DIR', '--sample', '--move'];

/** Reads the command line; `null` after saying what is wrong with it. Values may follow after `=` or a space. */
export function readOptions(argv) {
  const options = { host: '', open: true, port: 0, folder: '', sample: false, move: false };
  const rest = [...argv];
  while (rest.length > 0) {
    const [name, given] = splitOnce(rest.shift());
    if (name === '--no-open') options.open = false;
    else if (name === '--sample') options.sample = true;
    else if (name === '--move') options.move = true;
    else if (['--data', '--port', '--host'].includes(name)) {
      // What follows is a value only when it is no option itself. None would mean, for a folder, the one somebody happens to be in.
      const value = given ?? (rest[0]?.startsWith('--') ? '' : rest.shift());
      if (!value) return refuse(`${name}=`);
      if (name === '--data') options.folder = path.resolve(value);
      else if (name === '--port') options.port = Number(value);
      else options.host = value;
    } else return refuse(name);
  }
  if (!['', 'electron', 'browser'].includes(options.host)) return refuse(`--host=${options.host}`);
  if (!Number.isInteger(options.port) || options.port < 0 || options.port > 65535) return refuse(`--port=${options.port}`);
  // A window of Electron's needs no port and cannot be left out: an option that did nothing would be taken for one that did.
  const served = [...(options.open ? [] : ['--no-open']), ...(options.port === 0 ? [] : [`--port=${options.port}`])];
  if (options.host === 'electron' && served.length > 0) {
    say('browserOnly', { option: served.join(' ') });
    return null;
  }
  options.folder ||= defaultFolder(options.sample);
  return options;
}

function splitOnce(argument) {
  const at = argument.indexOf('=');
  return at === -1 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

function refuse(option) {
  say('badOption', { option, known: KNOWN.join(' ') });
  return null;
}

/** Where programs keep a person's data on this system; the sample estate has a folder of its own. */
function defaultFolder(sample) {
  const { APPDATA, XDG_DATA_HOME } = process.env;
  const name = sample ? 'qiantai-sample' : 'qiantai';
  if (process.platform === 'win32') return path.join(APPDATA ?? path.join(homedir(), 'AppData', 'Roaming'), name);
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', name);
  return path.join(XDG_DATA_HOME || path.join(homedir(), '.local', 'share'), name);
}
