import { readConfig } from '../../config';
import { migrate } from '../../database/migrate';
import { createPorts } from '../../ports/createPorts';
import { foundBureau } from '../../roster/foundBureau';
import { openTarget } from './databaseTarget';
import { type Subcommand, UsageError } from './subcommand';

/** Makes a bureau with its organ committee and one administrator, whose activation code is printed this once. */
export const tenantCommand: Subcommand = {
  usage: 'tenant 单位名称 [--appid 小程序的 AppID]',
  async run(args, env) {
    const { name, appid } = readArguments(args);
    const target = await openTarget(env);
    try {
      await migrate(target.ownerUrl, { appRole: target.appRole });
      const ports = createPorts(readConfig(env), target.keys);
      const bureau = await foundBureau(target.ownerUrl, ports, { name, appid }).catch((error: unknown) => {
        throw isDemoRefusal(error)
          ? new UsageError('这是演示用的数据库，不能放真实单位。请换一个 DATA_DIR 或 DATABASE_URL。')
          : error;
      });
      return [
        `已建立 ${name}，编号 ${bureau.tenantId}`,
        `管理员登录名 ${bureau.loginName}，激活码 ${bureau.code}，${bureau.expiresOn} 前有效`,
        '激活码只显示这一次，请抄到纸上交给管理员本人。',
      ];
    } finally {
      await target.close();
    }
  },
};

function readArguments(args: readonly string[]): { name: string; appid: string | null } {
  const rest = [...args];
  const flag = rest.indexOf('--appid');
  const appid = flag < 0 ? null : (rest.splice(flag, 2)[1] ?? '');
  const [name, ...more] = rest;
  if (!name?.trim() || name.length > 60 || more.length > 0)
    throw new UsageError(`用法：npm run db -- ${tenantCommand.usage}`);
  if (appid !== null && !/^wx[0-9a-f]{16}$/.test(appid)) {
    throw new UsageError('AppID 的格式不对：应是 wx 开头加 16 位小写字母和数字。');
  }
  return { name: name.trim(), appid };
}

/** The trigger `tenant_not_beside_demo` of migration 0001. */
function isDemoRefusal(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('demo_mark:');
}
