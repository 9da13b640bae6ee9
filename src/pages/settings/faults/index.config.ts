export default definePageConfig({ navigationBarTitleText: '报错的答复' });
