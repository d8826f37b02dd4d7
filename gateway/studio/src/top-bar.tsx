import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { type Room, useStudio } from "./studio-store.ts";
import { LANGUAGES } from "./text/language.ts";
import { useText } from "./text/use-text.ts";
import { ViewerSwitcher } from "./viewer/viewer-switcher.tsx";

const ROOMS: readonly Room[] = ["explore", "compare", "chain", "types"];

/** Where the reader is, and as whom the studio asks. */
export function TopBar() {
  const text = useText();
  const { room, enter } = useStudio();
  return (
    <header className="top-bar">
      <h1>
        <Mark /> Maillon <span>studio</span>
      </h1>
      <nav aria-label={text.rooms}>
        {ROOMS.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === room ? "page" : undefined}
            onClick={() => enter(each)}
          >
            {text.room[each]}
          </button>
        ))}
      </nav>
      <ViewerSwitcher />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}

/** Two links of a chain. */
function Mark() {
  return (
    <svg viewBox="0 0 32 16" width="30" height="15" fill="none" strokeWidth="3" aria-hidden="true">
      <rect x="2" y="3" width="16" height="10" rx="5" stroke="hsl(var(--color-primary))" />
      <rect x="14" y="3" width="16" height="10" rx="5" stroke="hsl(var(--color-secondary))" />
    </svg>
  );
}

function LanguageSwitch() {
  const text = useText();
  const { language, speak } = useStudio();
  return (
    <div className="segments" role="group" aria-label={text.language}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          onClick={() => speak(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </div>
  );
}

function ThemeSwitch() {
  const text = useText();
  const theme = useGraphiQL((state) => state.theme);
  const { setTheme } = useGraphiQLActions();
  const dark = theme === "dark" || (theme === null && matchMedia("(prefers-color-scheme: dark)").matches);
  const label = dark ? text.lightTheme : text.darkTheme;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => setTheme(dark ? "light" : "dark")}
    >
      {dark ? "☀" : "☾"}
    </button>
  );
}
