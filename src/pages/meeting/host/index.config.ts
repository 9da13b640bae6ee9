export default definePageConfig({ navigationBarTitleText: '主持签到' });
