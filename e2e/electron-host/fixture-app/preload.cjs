const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('fixture', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  addNow: (left, right) => left + right,
  onSecond: (listener) => {
    const heard = (_event, value) => listener(value);
    ipcRenderer.on('second', heard);
    return () => ipcRenderer.off('second', heard);
  },
});
