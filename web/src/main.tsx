import { render } from "solid-js/web";
import { Landing } from "./landing.tsx";
import "./style/base.css";
import "./style/landing.css";

const root = document.getElementById("app");
if (root) render(() => <Landing />, root);
