import { DocumentRefused } from '../reading';

/** Little-endian numbers of a stream; reading outside of it is `document_damaged`. */
export class Bytes {
  private readonly view: DataView;

  constructor(readonly content: Uint8Array) {
    this.view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  }

  get length(): number {
    return this.content.length;
  }

  u8(at: number): number {
    this.require(at, 1);
    return this.view.getUint8(at);
  }

  u16(at: number): number {
    this.require(at, 2);
    return this.view.getUint16(at, true);
  }

  i16(at: number): number {
    this.require(at, 2);
    return this.view.getInt16(at, true);
  }

  u32(at: number): number {
    this.require(at, 4);
    return this.view.getUint32(at, true);
  }

  i32(at: number): number {
    this.require(at, 4);
    return this.view.getInt32(at, true);
  }

  slice(at: number, length: number): Uint8Array {
    this.require(at, length);
    return this.content.subarray(at, at + length);
  }

  private require(at: number, length: number): void {
    if (at < 0 || length < 0 || at + length > this.content.length)
      throw new DocumentRefused('document_damaged');
  }
}
