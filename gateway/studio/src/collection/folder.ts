import { download } from "../download.ts";
import type { CollectionFile } from "./collection-files.ts";

/** What Chromium offers to write a folder that the reader picks; not in TypeScript's library yet. */
interface FolderPicker {
  readonly showDirectoryPicker?: (options: {
    readonly mode: "readwrite";
  }) => Promise<FileSystemDirectoryHandle>;
}

/**
 * Writes files into a folder of the reader's choice, or hands them over one by one where the browser knows no
 * folders.
 */
export async function writeFolder(files: readonly CollectionFile[]): Promise<void> {
  const { showDirectoryPicker } = globalThis as FolderPicker;
  if (!showDirectoryPicker) {
    for (const { name, text } of files) download(name, text);
    return;
  }
  const folder = await showDirectoryPicker({ mode: "readwrite" });
  for (const { name, text } of files) {
    const handle = await folder.getFileHandle(name, { create: true });
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
  }
}

/** Reads the files that an input element was given. */
export async function readFiles(files: FileList): Promise<readonly CollectionFile[]> {
  return Promise.all([...files].map(async (file) => ({ name: file.name, text: await file.text() })));
}
