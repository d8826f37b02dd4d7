import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./style/studio.css";
import "./style/controls.css";
import "./style/explore.css";
import "./style/answer.css";
import "./style/values.css";
import "./style/rooms.css";
import { deferEditorWorkers } from "./explore/editor-workers.ts";
import { Studio } from "./studio.tsx";

deferEditorWorkers();

const place = document.getElementById("studio");
if (!place) throw new Error("The page has no place for the studio.");
createRoot(place).render(
  <StrictMode>
    <Studio />
  </StrictMode>,
);
