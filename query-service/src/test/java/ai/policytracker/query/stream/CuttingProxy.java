package ai.policytracker.query.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes connections on to a port, and breaks each off after some bytes of its answer. */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int port;
  private final int mostBytes;
  private final Random random;
  private final AtomicInteger cuts = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param port of the service, on this host
   * @param mostBytes of an answer that pass before it is broken off
   */
  CuttingProxy(int port, int mostBytes, long seed) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = port;
    this.mostBytes = mostBytes;
    this.random = new Random(seed);
    threads.submit(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  int cuts() {
    return cuts.get();
  }

  private Void accept() throws IOException {
    while (!server.isClosed()) {
      Socket client = server.accept();
      int bytes = 1 + random.nextInt(mostBytes);
      threads.submit(() -> pass(client, bytes));
    }
    return null;
  }

  private Void pass(Socket client, int bytes) throws IOException {
    try (client;
        Socket service = new Socket(InetAddress.getLoopbackAddress(), port)) {
      threads.submit(() -> client.getInputStream().transferTo(service.getOutputStream()));
      if (isCut(service.getInputStream(), client.getOutputStream(), bytes)) {
        cuts.incrementAndGet();
        // A reset, as of a connection that is lost, and no orderly end.
        client.setSoLinger(true, 0);
      }
    }
    return null;
  }

  private static boolean isCut(InputStream from, OutputStream to, int bytes) throws IOException {
    byte[] buffer = new byte[bytes];
    for (int left = bytes; left > 0; ) {
      int read = from.read(buffer, 0, left);
      if (read < 0) {
        return false;
      }
      to.write(buffer, 0, read);
      left -= read;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
