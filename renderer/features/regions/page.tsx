export { RegionsPage } from "./regionsPage.tsx";
