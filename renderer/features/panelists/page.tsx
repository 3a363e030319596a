export { PanelistsPage } from "./panelistsPage.tsx";
