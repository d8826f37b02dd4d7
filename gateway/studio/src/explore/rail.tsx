import { DocsIcon, HistoryIcon, PlayIcon, StarIcon } from "@graphiql/react";
import type { ReactNode } from "react";
import { useText } from "../text/use-text.ts";

/** What can stand beside the editor. */
export type SidePanel = "examples" | "docs" | "fields" | "history" | "collections";

const PANELS: readonly { readonly panel: SidePanel; readonly icon: ReactNode }[] = [
  { panel: "examples", icon: <PlayIcon aria-hidden="true" /> },
  { panel: "docs", icon: <DocsIcon aria-hidden="true" /> },
  { panel: "fields", icon: <FieldsIcon /> },
  { panel: "history", icon: <HistoryIcon aria-hidden="true" /> },
  { panel: "collections", icon: <StarIcon aria-hidden="true" /> },
];

interface RailProps {
  readonly open: SidePanel | undefined;
  readonly onOpen: (panel: SidePanel) => void;
}

/** The buttons that open a panel beside the editor. */
export function Rail({ open, onOpen }: RailProps) {
  const text = useText();
  return (
    <nav className="rail" aria-label={text.panels}>
      {PANELS.map(({ panel, icon }) => (
        <button key={panel} type="button" aria-pressed={panel === open} onClick={() => onOpen(panel)}>
          {icon}
          <span>{text.panel[panel]}</span>
        </button>
      ))}
    </nav>
  );
}

function FieldsIcon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M2 3h2v2H2zM7 4h7M5 9h2v2H5zM9.5 10H14M5 13.5h2M9.5 13.5H14M3 5v8.5h2M3 10h2" />
    </svg>
  );
}
