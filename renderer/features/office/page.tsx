export { OfficePage } from "./officePage.tsx";
