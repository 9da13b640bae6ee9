import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import type { Chunk } from 'webpack';
import { isDeskPage, PageFiles } from './pageFiles';

/** Modern packages that WeChat's compiler would refuse unless Babel lowers them too. */
const packagesToLower =
  /node_modules[\\/](@nutui|@tarojs|@swc[\\/]helpers|react-transition-group|valibot|uqr)[\\/]/;

/** Taro's build: `taro build --type weapp|h5 --no-check`, see cloud/commands/buildClient.ts. */
export default defineConfig<'webpack5'>((merge) => {
  const target = process.env.TARO_ENV ?? 'weapp';
  const isProduction = process.env.NODE_ENV === 'production';
  const output = process.env.CLIENT_OUTPUT ?? `dist/${target}`;
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'morning-study',
    date: '2026-11-22',
    // NutUI is drawn at 375 wide.
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: output,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: [
      path.resolve(__dirname, 'screenReader.ts'),
      '@tarojs/plugin-framework-react',
      '@tarojs/plugin-platform-weapp',
      '@tarojs/plugin-platform-h5',
    ],
    env: {
      TARO_APP_CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
      TARO_APP_API_BASE: JSON.stringify(process.env.TARO_APP_API_BASE ?? ''),
    },
    // How deep WeChat's templates nest before a component takes over.
    baseLevel: 8,
    sass: {},
    mini: {
      optimizeMainPackage: { enable: true },
      // No minifyXML: it writes <input> without an end, which WeChat's compiler refuses
      // ("expect end-tag `input`", NervJS/taro#10848); it would save 2 KB.
      miniCssExtractPluginOption: { ignoreOrder: true },
      compile: { include: [(file: string) => packagesToLower.test(file)] },
      postcss: {
        pxtransform: { enable: true, config: {} },
        cssModules: { enable: false },
      },
      webpackChain(chain) {
        chain.output.set('environment', {
          arrowFunction: true,
          const: true,
          destructuring: true,
          optionalChaining: false,
          templateLiteral: true,
        });
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'browser' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      enableExtract: true,
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        // Else our own sizes double on a desktop while NutUI's do not.
        pxtransform: { enable: false, config: {} },
        autoprefixer: { enable: true, config: {} },
        cssModules: { enable: false },
      },
      webpackChain(chain) {
        chain.entry('app').prepend(path.resolve(__dirname, '../src/startEarly.ts'));
        chain.plugin('pageFiles').use(PageFiles);
        chain.optimization.splitChunks({
          chunks: 'async',
          cacheGroups: {
            default: false,
            defaultVendors: false,
            uilib: {
              name: 'uilib',
              test: /node_modules[\\/]@nutui/,
              chunks: 'async',
              priority: 10,
              reuseExistingChunk: true,
            },
            // What several pages share is loaded with the first of them: so what only the desk shares lies apart.
            common: {
              name: 'common',
              minChunks: 2,
              minSize: 0,
              chunks: (chunk: Chunk) => !isDeskPage(chunk),
              priority: 2,
              reuseExistingChunk: true,
            },
            desk: {
              name: 'desk',
              minChunks: 2,
              minSize: 0,
              chunks: isDeskPage,
              priority: 1,
              reuseExistingChunk: true,
            },
          },
        });
      },
    },
    copy: {
      patterns:
        target === 'h5'
          ? [{ from: 'src/serviceWorker.js', to: `${output}/service-worker.js` }]
          : [
              { from: 'src/static/tabs', to: `${output}/static/tabs` },
              { from: 'src/static/group-card.png', to: `${output}/static/group-card.png` },
            ],
      options: {},
    },
  };
  // npm run dev: pages from Taro's own server, operations from ours beside it.
  return isProduction
    ? config
    : merge({}, config, {
        logger: { quiet: false },
        h5: {
          devServer: {
            host: '127.0.0.1',
            port: 3001,
            open: false,
            // A reload is enough; Taro's hot refresh wants a package of its own.
            hot: false,
            proxy: [{ context: ['/api', '/files'], target: 'http://127.0.0.1:3000' }],
          },
        },
      });
});
