export { BoardPage } from "./boardPage.tsx";
export { GridPage } from "./gridPage.tsx";
