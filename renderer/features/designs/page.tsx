export { StudioPage } from "./studioPage.tsx";
