import { contextBridge, ipcRenderer } from "electron";
import { askForPort, portMessage, type Bridge } from "./contract/bridge.ts";

const bridge: Bridge = {
  saveFile: (name, content) => ipcRenderer.invoke("lencana:save-file", name, content),
  printPdf: (name, content, printer) => ipcRenderer.invoke("lencana:print-pdf", name, content, printer),
  listPrinters: () => ipcRenderer.invoke("lencana:list-printers"),
};
contextBridge.exposeInMainWorld("lencana", bridge);

window.addEventListener("message", (event) => {
  if (event.source === window && event.data === askForPort) ipcRenderer.send(askForPort);
});

// A MessagePort cannot cross the context bridge; it goes into the page as a message the page sends itself.
ipcRenderer.on(portMessage, (event) => window.postMessage(portMessage, window.location.origin, event.ports));
