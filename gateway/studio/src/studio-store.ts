import { create } from "zustand";
import type { Answer } from "./gateway/ask.ts";
import type { StudioSettings } from "./gateway/studio-settings.ts";
import type { ViewerSchema } from "./gateway/viewer-schema.ts";
import { type Language, preferredLanguage, rememberLanguage } from "./text/language.ts";
import type { Viewer } from "./viewer/viewer.ts";

/** The studio's rooms. */
export type Room = "explore" | "compare" | "chain" | "types";

/** The schema on its way, here, or refused with a reason. */
export type SchemaState =
  | { readonly state: "none" }
  | { readonly state: "loading" }
  | ({ readonly state: "loaded" } & ViewerSchema)
  | { readonly state: "failed"; readonly message: string };

/** A question on its way into the editor. */
export interface OpenedQuestion {
  readonly query: string;
  readonly variables?: string;
  /** Whether it is asked at once. */
  readonly ask: boolean;
}

interface StudioState {
  readonly settings: StudioSettings | undefined;
  readonly viewers: readonly Viewer[];
  readonly viewerId: string | undefined;
  readonly room: Room;
  readonly language: Language;
  readonly schema: SchemaState;
  /** Grows when the reader wants the schema to be read once more. */
  readonly schemaReads: number;
  readonly answer: Answer | undefined;
  /** The id of the viewer as whom the answer was asked for. */
  readonly answeredTo: string | undefined;
  /** Grows with every question that takes the place of the one before, whose answer is then no longer waited for. */
  readonly turn: number;
  /** Path into the answer that the reader wants to know more about. */
  readonly selected: string | undefined;
  readonly opening: OpenedQuestion | undefined;
  readonly notice: string | undefined;
  readonly enter: (room: Room) => void;
  readonly speak: (language: Language) => void;
  readonly viewAs: (viewerId: string) => void;
  readonly addViewer: (viewer: Viewer) => void;
  readonly setAnswer: (answer: Answer, answeredTo: string) => void;
  readonly clearAnswer: () => void;
  readonly readSchemaAgain: () => void;
  readonly select: (path: string | undefined) => void;
  readonly notify: (notice: string | undefined) => void;
}

/** Everything that more than one panel knows. Tokens live here alone: in memory, gone with the page. */
export const useStudio = create<StudioState>()((set) => ({
  settings: undefined,
  viewers: [],
  viewerId: undefined,
  room: "explore",
  language: preferredLanguage(),
  schema: { state: "none" },
  schemaReads: 0,
  answer: undefined,
  answeredTo: undefined,
  turn: 0,
  selected: undefined,
  opening: undefined,
  notice: undefined,
  enter: (room) => set({ room }),
  speak: (language) => {
    rememberLanguage(language);
    set({ language });
  },
  viewAs: (viewerId) => set({ viewerId, selected: undefined }),
  addViewer: (viewer) =>
    set(({ viewers }) => ({
      viewers: [...viewers.filter(({ id }) => id !== viewer.id), viewer],
      viewerId: viewer.id,
      selected: undefined,
    })),
  setAnswer: (answer, answeredTo) => set({ answer, answeredTo, selected: undefined }),
  clearAnswer: () =>
    set(({ turn }) => ({ turn: turn + 1, answer: undefined, answeredTo: undefined, selected: undefined })),
  readSchemaAgain: () => set(({ schemaReads }) => ({ schemaReads: schemaReads + 1 })),
  select: (selected) => set({ selected }),
  notify: (notice) => set({ notice }),
}));

/** The viewer as whom the answer on the screen was asked for; the current one while there is none. */
export function useAnsweredTo(): Viewer | undefined {
  return useStudio(({ viewers, viewerId, answeredTo }) =>
    viewers.find(({ id }) => id === (answeredTo ?? viewerId)),
  );
}

/** The viewer as whom the studio asks now. */
export function useViewer(): Viewer | undefined {
  return useStudio(({ viewers, viewerId }) => viewers.find(({ id }) => id === viewerId));
}
