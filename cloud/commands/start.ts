import { join } from 'node:path';
import { type Config, ConfigError, readConfig } from '../config';
import { fillDemo } from '../database/demo/fillDemo';
import { explainConnection, StartError } from '../database/startError';
import { createPorts } from '../ports/createPorts';
import { type RunningServer, serve } from '../server/serve';
import { assertPortFree, explainPort, PortError } from './start/assertPortFree';
import { ensureH5Build } from './start/ensureH5Build';
import { type OpenDatabase, openDatabase } from './start/openDatabase';

/** `npm start` (architecture.md "Commands"): build, database, schema, demo, serve; `ready …` is its last line. */
async function start(config: Config): Promise<void> {
  const root = join(__dirname, '..', '..');
  const say = (line: string) => console.log(line);
  // The database first: of two starts on one data folder the second is told so, whatever its port.
  const database = await openDatabase(config, () => {
    console.error(
      '内置数据库意外停止了，服务随之结束。已确认的数据没有丢失，请重新启动；原因见数据文件夹里的 postgres.log。',
    );
    process.exit(1);
  });
  let server: RunningServer | undefined;
  stopOnSignals(database, () => server);
  try {
    await assertPortFree(config.host, config.port);
    const h5Dir = await ensureH5Build(root, say);
    const ports = createPorts(config, database.keys);
    if (config.fillDemo && database.ownerUrl !== null && (await fillDemo(database.ownerUrl, ports))) {
      say('空的数据库里已放入演示单位。要用于真实单位，请以 DEMO=0 和另一个 DATA_DIR 启动。');
    }
    server = await serve({ config, databaseUrl: database.appUrl, ports, h5Dir });
  } catch (error) {
    await database.stop();
    throw error;
  }
  say(`ready ${server.url}`);
}

/** The first signal ends requests, connections and database in this order; a second one ends at once. */
function stopOnSignals(database: OpenDatabase, running: () => RunningServer | undefined): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    try {
      await running()?.stop();
      await database.stop();
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

function explain(error: unknown, config: Config | null): string {
  const shown = (config && explainPort(error, config.host, config.port)) ?? explainConnection(error) ?? error;
  const isForPeople = [ConfigError, StartError, PortError].some((kind) => shown instanceof kind);
  return isForPeople
    ? (shown as Error).message
    : String(shown instanceof Error ? (shown.stack ?? shown) : shown);
}

async function main(): Promise<void> {
  let config: Config | null = null;
  try {
    config = readConfig(process.env);
    await start(config);
  } catch (error) {
    console.error(explain(error, config));
    process.exit(1);
  }
}

void main();
