// `npm start`. Runs on a fresh clone, before anything is installed: nothing here may import a package, and this file
// must stay readable to old versions of Node, so that they can say what is wrong.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Qiantai needs Node 20.19 or newer; this is ${process.versions.node}. https://nodejs.org`);
  console.error(`前台需要 Node 20.19 或更新版本,当前为 ${process.versions.node}。`);
  process.exit(1);
}

void import('./start/start.mjs').then(async ({ start }) => {
  process.exitCode = await start(process.argv.slice(2));
  return process.exitCode;
});
