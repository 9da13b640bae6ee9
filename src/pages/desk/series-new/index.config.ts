export default definePageConfig({ navigationBarTitleText: '长文切成系列' });
