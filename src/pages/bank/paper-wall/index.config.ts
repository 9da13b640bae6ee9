export default definePageConfig({ navigationBarTitleText: '投屏答题' });
