/** The SDK brings no types; each adapter names the part that it uses. */
declare module 'wx-server-sdk' {
  const sdk: unknown;
  export default sdk;
}
