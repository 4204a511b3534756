"""Stands between the dashboard and the sandbox, and knows which connections wait for an answer."""

import selectors
import socket
import threading


class Wire:
    """Passes bytes on between connections to its own port and those it makes to another port of this machine."""

    def __init__(self, target):
        self.target = target
        self.requests = 0
        self._peers = {}
        self._clients = set()
        self._waiting = set()
        self._lock = threading.Lock()
        self._selector = selectors.DefaultSelector()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._listener.getsockname()[1]
        self._selector.register(self._listener, selectors.EVENT_READ)
        threading.Thread(target=self._serve, daemon=True).start()

    def open_connections(self):
        with self._lock:
            return len(self._clients)

    def in_flight(self):
        """Connections on which the dashboard wrote last. It sends no request before the last one was answered."""
        with self._lock:
            return len(self._waiting)

    def _serve(self):
        while True:
            for key, _ in self._selector.select():
                with self._lock:
                    if key.fileobj is self._listener:
                        self._accept()
                    elif key.fileobj in self._peers:
                        self._pass(key.fileobj)

    def _accept(self):
        client, _ = self._listener.accept()
        try:
            server = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            client.close()
            return
        self._peers[client], self._peers[server] = server, client
        self._clients.add(client)
        for side in (client, server):
            side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._selector.register(side, selectors.EVENT_READ)

    def _pass(self, source):
        target = self._peers[source]
        try:
            data = source.recv(65536)
            if data:
                target.sendall(data)
        except OSError:
            data = b""
        if not data:
            self._close(source, target)
        elif source in self._clients:
            if source not in self._waiting:
                self.requests += 1
            self._waiting.add(source)
        else:
            self._waiting.discard(target)

    def _close(self, *sides):
        for side in sides:
            self._selector.unregister(side)
            self._peers.pop(side, None)
            self._clients.discard(side)
            self._waiting.discard(side)
            side.close()
