export { BerandaPage } from "./beranda.tsx";
export { EditionPage } from "./edition.tsx";
