import { connect } from '../../cloud/database/connect';
import { createDispatch } from '../../cloud/dispatch';
import { systemClock } from '../../cloud/ports/clock';
import { parseKeys } from '../../cloud/ports/keyring';
import { consoleLog } from '../../cloud/ports/log';
import { systemRandom } from '../../cloud/ports/random';
import { createServer } from '../../cloud/server/createServer';
import { playedFiles, playedWeixin } from '../../cloud/testing/playedPorts';
import { useCases } from '../../cloud/useCases';
import { oldestBuild } from '../../src/contract/build';

/** Our whole server as a process of its own. argv: database URL, KEYS, folder for files. */
async function main(): Promise<void> {
  const [databaseUrl = '', keys = '', folder = ''] = process.argv.slice(2);
  const { db } = connect(databaseUrl, { poolSize: 10, preparedStatements: true });
  const ports = {
    clock: systemClock,
    random: systemRandom,
    log: consoleLog,
    keyring: parseKeys(keys),
    weixin: playedWeixin(),
    files: playedFiles(folder),
  };
  const dispatch = createDispatch({ db, ports, useCases, demo: false, oldestBuild });
  const app = createServer({
    dispatch,
    db,
    ports,
    staticFiles: null,
    config: { origins: [], trustedProxies: false },
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({ address });
}

void main();
