/**
 * Ends this process once the host has closed. A thread that a dead share holds would keep it for good, whatever it is told: it would
 * stay without a window and stand in the way of the next start. Then the system ends it; all that counts is on the disk.
 */
export function endProcess(hangs: boolean, exit: () => void): void {
  if (hangs) process.kill(process.pid, 'SIGKILL');
  else exit();
}
