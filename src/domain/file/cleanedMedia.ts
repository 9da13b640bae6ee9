/** A picture or a sound without anything else, and what was measured of it; or why it cannot be taken. */
export type CleanedMedia =
  | { kind: 'picture'; content: Uint8Array; width: number; height: number }
  | { kind: 'sound'; content: Uint8Array; seconds: number }
  | {
      kind: 'refused';
      code: 'picture_unreadable' | 'picture_too_large' | 'audio_unreadable' | 'audio_too_long';
    };
