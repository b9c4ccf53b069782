// What the start script says, in the language of the system.

const words = {
  installing: ['Installing what the app needs (once, a minute or two) …', '正在安装所需组件（仅首次，约一两分钟）……'],
  installFailed: ['Installing failed. npm said:', '安装失败。npm 输出：'],
  building: ['Building the app …', '正在构建应用……'],
  buildFailed: ['Building failed:', '构建失败：'],
  downloading: ['Fetching Electron, about 115 MB, once …', '正在下载 Electron（约 115 MB，仅首次）……'],
  unreachable: ['Electron cannot be fetched from {place}; using a browser of this PC.', '无法从 {place} 下载 Electron，改用本机浏览器。'],
  noElectron: [
    'Electron is not here and cannot be fetched. Set ELECTRON_MIRROR to a place you can reach, or use --host=browser.',
    '本机没有 Electron，也无法下载。请将 ELECTRON_MIRROR 设为可访问的镜像，或使用 --host=browser。',
  ],
  noBrowser: [
    'No Edge, Chrome or Chromium found on this PC: open the address below in any browser; PDFs cannot be made.',
    '本机未找到 Edge、Chrome 或 Chromium：请用任意浏览器打开下面的地址；无法生成 PDF。',
  ],
  chromiumHint: ['On Debian or Ubuntu: apt-get install chromium', 'Debian 或 Ubuntu 可执行：apt-get install chromium'],
  chosenElectron: ['The desk opens in Electron; noted in {file}.', '前台将使用 Electron 打开；已记入 {file}。'],
  chosenBrowser: ['The desk opens in {browser}; noted in {file}.', '前台将使用 {browser} 打开；已记入 {file}。'],
  otherHost: [
    "This desk was set up for {known}; its data lies in that one's storage. To move it to {wanted}, start once with --move: the book is then rebuilt there from the journal, and the old storage stays untouched.",
    '本前台已设为使用 {known}，数据在其存储中。要搬到 {wanted}，请带 --move 启动一次：届时将根据日志在新处重建，旧存储保持不变。',
  ],
  choiceDamaged: [
    'The note of how this desk is opened could not be read; it was put aside as {file} and the choice is made anew.',
    '前台打开方式的记录无法读取，已另存为 {file}，现重新选择。',
  ],
  moved: ['Moved to {wanted}; the book is rebuilt there from the journal.', '已搬到 {wanted}；将根据日志在新处重建。'],
  browserGone: [
    '{browser}, which this desk was set up for, is no longer on this PC. Start once with --move to take another one.',
    '本前台所用的 {browser} 已不在本机。请带 --move 启动一次以改用其他浏览器。',
  ],
  portBusy: [
    'Port {port} of this desk is used by another program or reserved by the system. The port is part of where the data lies and is not changed by itself: end what uses it, or move once with --port=N --move.',
    '本前台的端口 {port} 被其他程序占用或被系统保留。端口决定数据所在位置，不会自动更换：请结束占用的程序，或用 --port=N --move 搬动一次。',
  ],
  portTaken: [
    'Port {port} is used by another program or reserved by the system; nothing was chosen. Name another one with --port=N, or leave it out.',
    '端口 {port} 被其他程序占用或被系统保留，本次选择未保存。请用 --port=N 另选端口，或不指定端口。',
  ],
  alreadyRunning: ['The desk is already open; its window comes to the front.', '前台已经打开，窗口已移到最前。'],
  runningWithoutWindow: [
    'The desk is already open, without a window of its own: its address is the last line that its start printed. For a window, end that start first.',
    '前台已经打开，但没有自己的窗口：地址是那次启动输出的最后一行。需要窗口的，请先结束那次启动。',
  ],
  notASample: ['This folder holds real data and is never opened as a sample: {folder}', '该文件夹存放真实数据，不能作为样例打开：{folder}'],
  damaged: ['A file of the data folder cannot be read (see the line above): {folder}', '数据文件夹中有文件无法读取（见上一行）：{folder}'],
  diskFull: [
    'The disk with the data folder is full; make room and start again: {folder}',
    '数据文件夹所在的磁盘已满，请腾出空间后再启动：{folder}',
  ],
  unusable: [
    'The data folder cannot be used (see the line above); check its path and permissions: {folder}',
    '数据文件夹不能使用（见上一行），请检查路径和权限：{folder}',
  ],
  notPrivate: [
    "The disk of this folder cannot keep data private (USB sticks in FAT or exFAT cannot): anybody else who uses this PC could read it. Please choose a folder on the PC's own disk; a stick can serve as the second backup folder, where backups are sealed. Name it with --data=DIR, instead of: {folder}",
    '这个文件夹所在的磁盘不支持访问权限（如 FAT、exFAT 格式的 U 盘），使用这台电脑的其他人会看到数据。请改用本机硬盘上的文件夹；U 盘可作第二备份文件夹，备份在那里是加密的。请用 --data=DIR 指定，不要用：{folder}',
  ],
  browserOnly: [
    '{option} belongs to the browser host and does not go with --host=electron.',
    '{option} 仅用于浏览器方式，不能与 --host=electron 同用。',
  ],
  ended: ['The app ended with an error ({code}).', '应用异常结束（{code}）。'],
  badOption: ['Unknown option {option}. Options: {known}', '未知选项 {option}。可用选项：{known}'],
};

/** Whether the person at this terminal reads Chinese. */
function readsChinese() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return language.startsWith('zh');
}

/** One line of the start script. */
export function say(name, parameters = {}) {
  const [english, chinese] = words[name];
  const text = readsChinese() ? chinese : english;
  console.log(text.replace(/\{(\w+)\}/g, (whole, key) => String(parameters[key] ?? whole)));
}
