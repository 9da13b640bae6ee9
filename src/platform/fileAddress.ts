import { apiBase, cloudEnvironment } from './buildSettings';
import { callCloud } from './callCloud';

/** Where a file can be read with a ticket that the cloud has given for it: at our own server, or in cloud storage. */
export async function fileAddress(fileId: string, ticket: string): Promise<string> {
  if (process.env.TARO_ENV === 'weapp' && cloudEnvironment) {
    return (await callCloud('file.open', { fileId, ticket })).url;
  }
  return `${apiBase}/files/${fileId}?ticket=${encodeURIComponent(ticket)}`;
}
