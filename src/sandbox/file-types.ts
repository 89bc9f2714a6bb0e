import { extname } from 'node:path';

/** Discord's groups of file types for `file_types`, by ending; it looks at nothing else ("Attachment" options, 2026-08-05). */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  image: ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif'],
  video: ['.mp4', '.mov', '.webm', '.mkv', '.avi'],
  audio: ['.mp3', '.wav', '.ogg', '.m4a', '.flac'],
};

/** What a bot may name in `file_types`: a group, or an ending with its dot. */
export const FILE_TYPE = /^(image|video|audio|\.[A-Za-z0-9]+)$/;

/** Whether a file of this name may be given where these types are asked for; without types, any may. */
export function fitsFileTypes(name: string, types: readonly string[] | null | undefined): boolean {
  const ending = extname(name).toLowerCase();
  const endings = (types ?? []).flatMap((type) => GROUPS[type] ?? type.toLowerCase());
  return endings.length === 0 || endings.includes(ending);
}
