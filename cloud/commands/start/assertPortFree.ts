import { once } from 'node:events';
import { createServer } from 'node:net';

/** The address cannot be listened on; `message` is a Chinese sentence that says what to do. */
export class PortError extends Error {
  constructor(code: string, host: string, port: number) {
    super(
      code === 'EADDRINUSE'
        ? `端口 ${port} 已被占用。请先停止占用它的程序，或换一个端口启动，例如 PORT=${port === 65_535 ? 3000 : port + 1} npm start。`
        : code === 'EACCES'
          ? `当前用户不能使用端口 ${port}。请换一个大于 1023 的端口，例如 PORT=3000 npm start。`
          : `这台机器上没有地址 ${host}。请检查 HOST，只在本机使用时不必设置。`,
    );
    this.name = 'PortError';
  }
}

/** Tries the address before anything slow happens. Rejects with PortError. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw explainPort(error, host, port) ?? error;
  }
  probe.close();
  await once(probe, 'close');
}

/** The system's refusal to listen as a sentence; null for any other error. */
export function explainPort(error: unknown, host: string, port: number): PortError | null {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  const isListening = syscall === 'listen' || syscall === 'getaddrinfo';
  return isListening ? new PortError(code, host, port) : null;
}
