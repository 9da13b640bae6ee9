import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import screenReaderAttributes from '../src/platform/screenReaderAttributes.json';

/** The part of Taro's platform object that a plugin may change (its own type is not exported). */
interface MiniPlatform {
  platform: string;
  template: {
    mergeComponents(ctx: IPluginContext, components: Record<string, Record<string, string>>): void;
  };
  runtimePath: string | string[];
}

/**
 * Taro's WXML templates carry no aria attributes: without this plugin a screen reader in WeChat
 * would hear neither labels nor states. The runtime has to merge the same table, because both sides
 * number the attributes by it.
 */
export default function screenReader(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, screenReaderAttributes);
      platform.runtimePath = [
        platform.runtimePath,
        path.resolve(__dirname, '../src/platform/screenReaderRuntime'),
      ].flat();
    },
  });
}
