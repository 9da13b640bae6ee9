import type { Ports } from '../ports/ports';

/** A pairing's code or secret, hashed under every key, newest first; only hashes are stored. */
export function pairingHashes(ports: Ports, text: string): string[] {
  return ports.keyring.macs('session', `pairing|${text}`).map((mac) => mac.toString('base64url'));
}
