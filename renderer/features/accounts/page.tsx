export { AccountMenu } from "./accountMenu.tsx";
export { Door } from "./door.tsx";
