export default definePageConfig({ navigationBarTitleText: '转到支部群' });
