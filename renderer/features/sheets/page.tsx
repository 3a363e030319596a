export { GridPage } from "./gridPage.tsx";
