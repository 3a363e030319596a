export { NamesPage } from "./namesPage.tsx";
