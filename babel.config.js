/**
 * NutUI is imported control by control, each with its own style sheet, so that a screen pays
 * only for what it draws. Taro's preset picks the syntax by platform: ES2015 for WeChat (its
 * compiler refuses `??` and newer), a newer one for browsers.
 */
// The last that lack async functions and `**`; later ones let ES2017 through.
const weappTargets = { ios: '10', chrome: '51' };
const browserTargets = { ios: '13', chrome: '80', safari: '13' };

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        hot: false,
        targets: process.env.TARO_ENV === 'weapp' ? weappTargets : browserTargets,
      },
    ],
  ],
  plugins: [
    [
      'import',
      {
        libraryName: '@nutui/nutui-react-taro',
        camel2DashComponentName: false,
        customName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`,
        customStyleName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}/style/css`,
      },
      'nutui-react-taro',
    ],
  ],
};
