/** Whether this device can print a page; WeChat cannot. */
export const canPrint = process.env.TARO_ENV !== 'weapp';

/** Opens the browser's print dialog; what is marked for print (`@media print`) comes out. */
export function printPage(): void {
  if (canPrint) window.print();
}
