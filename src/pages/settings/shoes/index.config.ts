export default definePageConfig({ navigationBarTitleText: '换一双鞋' });
