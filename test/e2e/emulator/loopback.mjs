import { Server } from 'node:net'

/** Loaded before the emulator, which would listen on every interface of this machine. */
const { listen } = Server.prototype
Server.prototype.listen = function (port, ...rest) {
  const ready = rest.find((one) => typeof one === 'function')
  return listen.call(this, { port: Number(port), host: '127.0.0.1' }, ready)
}
