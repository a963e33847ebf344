import "./zod-without-eval.ts";
import { render } from "solid-js/web";
import { App } from "./app.tsx";
import "./style/app.css";

const root = document.getElementById("app");
if (root) render(() => <App />, root);
