package ai.policytracker.query.stream;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that takes a stream only as it is read, over a socket with hardly any room. */
final class SlowClient implements AutoCloseable {
  private static final int ROOM_BYTES = 4_096;
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final BufferedReader lines;

  /**
   * @param name null for a change
   * @param data null for a comment
   */
  record Event(String name, String data) {}

  private SlowClient(Socket socket) throws IOException {
    this.socket = socket;
    this.lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Reads nothing yet. */
  static SlowClient open(long after) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(ROOM_BYTES);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
    String request =
        "GET /v1/changes/stream?after=" + after + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return new SlowClient(socket);
  }

  /** Goes by the fields alone: the head, and the lengths of chunks, are lines without one. */
  Event next() throws IOException {
    String name = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event:")) {
        name = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:")) {
        return new Event(name, line.substring("data:".length()).strip());
      }
    }
    throw new IOException("the stream has ended");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
