import { useState } from "react";
import { useStudio, useViewer } from "../studio-store.ts";
import { useText } from "../text/use-text.ts";
import { BringViewer } from "./bring-viewer.tsx";
import { useViewAs } from "./use-view-as.ts";

const BRING = "bring";

/** As whom the studio asks: a viewer of the demo, a pasted token, or whoever has signed in. */
export function ViewerSwitcher() {
  const text = useText();
  const { viewers, language } = useStudio();
  const viewAs = useViewAs();
  const viewer = useViewer();
  const [bringing, setBringing] = useState(false);
  return (
    <div className="viewer-switcher">
      <label>
        <span>{text.viewAs}</span>
        <select
          aria-label={text.viewAs}
          value={viewer?.id ?? ""}
          onChange={({ target }) => (target.value === BRING ? setBringing(true) : viewAs(target.value))}
        >
          {!viewer && <option value="">{text.nobody}</option>}
          {viewers.map(({ id, name, detail }) => (
            <option key={id} value={id}>
              {detail[language] ? `${name} — ${detail[language]}` : name}
            </option>
          ))}
          <option value={BRING}>{text.bringViewer}</option>
        </select>
      </label>
      {bringing && <BringViewer onClose={() => setBringing(false)} />}
    </div>
  );
}
