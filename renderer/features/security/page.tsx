export { SecurityPage } from "./securityPage.tsx";
