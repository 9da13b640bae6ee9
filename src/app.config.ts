import { isInProduction, type PackageName, pagePath, type Route, routeTable } from './platform/routeTable';

// The components' gallery is drawn only when asked for (npm run dev, and our own screenshots).
const withGallery = process.env.WITH_GALLERY === '1';
const routes = (Object.values(routeTable) as Route[]).filter((route) => withGallery || isInProduction(route));
const isWeapp = process.env.TARO_ENV === 'weapp';

const packages: PackageName[] = [...new Set(routes.map((route) => route.package))].filter(
  (name) => name !== 'main',
);

export default defineAppConfig({
  pages: routes.filter((route) => route.package === 'main').map(pagePath),
  subPackages: packages.map((name) => ({
    root: `pages/${name}`,
    pages: routes.filter((route) => route.package === name).map((route) => `${route.folder}/index`),
  })),
  // Reading and signing in must open at once, also in a hall with a weak network.
  preloadRule: {
    'pages/today/index': { network: 'all', packages: ['pages/study', 'pages/meeting'] },
    'pages/quiz/index': { network: 'all', packages: ['pages/practice'] },
    'pages/branch/index': { network: 'all', packages: ['pages/meeting'] },
    'pages/mine/index': { network: 'all', packages: ['pages/pioneer', 'pages/settings'] },
    // Whoever opens the desk goes on within it.
    'pages/desk/home/index': { network: 'wifi', packages: ['pages/roster'] },
  },
  darkmode: true,
  themeLocation: 'theme.json',
  window: isWeapp
    ? {
        navigationBarTitleText: '晨学先锋',
        navigationBarBackgroundColor: '@barBackground',
        navigationBarTextStyle: '@barText' as 'black',
        backgroundColor: '@pageBackground',
        backgroundTextStyle: '@pullText' as 'dark',
      }
    : { navigationBarTitleText: '晨学先锋' },
  tabBar: {
    // In browsers ui/TabBar draws the tabs: Taro's own cannot be used by keyboard and knows no dark mode.
    custom: !isWeapp,
    color: isWeapp ? '@tabText' : '#666D75',
    selectedColor: isWeapp ? '@tabSelected' : '#B7141E',
    backgroundColor: isWeapp ? '@tabBackground' : '#FFFFFF',
    borderStyle: isWeapp ? ('@tabBorder' as 'black') : 'white',
    list: routes
      .filter((route) => route.isTab)
      .map((route) => ({
        pagePath: pagePath(route),
        text: route.title,
        ...(isWeapp
          ? { iconPath: `@${route.folder}Icon`, selectedIconPath: `@${route.folder}IconSelected` }
          : {}),
      })),
  },
  // What WeChat must ask people for: nothing here needs location or the like.
  __usePrivacyCheck__: true,
  // A recording goes on with a locked screen (platform/player).
  requiredBackgroundModes: ['audio'],
  lazyCodeLoading: 'requiredComponents',
});
