export { RulesPage } from "./rulesPage.tsx";
