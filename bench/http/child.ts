import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts a server of this folder as a process of its own and resolves with its address. */
export async function startServer(
  file: string,
  args: readonly string[],
): Promise<{ address: string; stop(): void }> {
  const child: ChildProcess = fork(join(__dirname, file), [...args], { execArgv: ['--import', 'tsx'] });
  const [message] = (await once(child, 'message')) as [{ address: string }];
  return { address: message.address, stop: () => child.kill() };
}
