import {
  DropdownMenu,
  formatShortcutForOS,
  KEY_MAP,
  PlayIcon,
  StopIcon,
  useGraphiQL,
  useGraphiQLActions,
} from "@graphiql/react";
import { useText } from "../text/use-text.ts";

const KEYS = formatShortcutForOS(KEY_MAP.runQuery.key, "Cmd");

/** Asks the question, or stops asking; of several operations the reader chooses one. */
export function AskButton() {
  const text = useText();
  const operations = useGraphiQL((state) => state.operations) ?? [];
  const asking = useGraphiQL((state) => state.isFetching);
  const { run, stop } = useGraphiQLActions();
  const label = asking ? text.stop(KEYS) : text.ask(KEYS);
  const look = { type: "button", className: "ask-button", "aria-label": label, title: label } as const;
  if (asking || operations.length < 2)
    return (
      <button {...look} onClick={() => (asking ? stop() : void run())}>
        {asking ? <StopIcon aria-hidden="true" /> : <PlayIcon aria-hidden="true" />}
      </button>
    );
  return (
    <DropdownMenu>
      <DropdownMenu.Button {...look}>
        <PlayIcon aria-hidden="true" />
      </DropdownMenu.Button>
      <DropdownMenu.Content>
        {operations.map(({ name, loc }) => (
          <Operation key={loc?.start} name={name?.value} />
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  );
}

function Operation({ name }: { readonly name: string | undefined }) {
  const text = useText();
  const { run, setOperationName } = useGraphiQLActions();
  const ask = () => {
    if (name !== undefined) setOperationName(name);
    void run();
  };
  return <DropdownMenu.Item onSelect={ask}>{name ?? text.untitled}</DropdownMenu.Item>;
}
