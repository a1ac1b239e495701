package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds TCP ports that nothing listens on. */
public final class Ports {
  /** Below the range that systems take for outgoing connections, which would race with us. */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int TRIES = 1_000;

  private Ports() {}

  /** Different free ports, chosen at random so that two stacks seldom want the same. */
  public static List<Integer> free(int count) {
    List<Integer> ports =
        IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
            .limit(TRIES)
            .distinct()
            .filter(Ports::isFree)
            .limit(count)
            .boxed()
            .toList();
    if (ports.size() < count) {
      throw new CannotStartException(
          "Found no free TCP ports between " + LOWEST + " and " + HIGHEST + ".");
    }
    return ports;
  }

  /** Whether a server could listen on it now, on this machine's own and on all addresses. */
  public static boolean isFree(int port) {
    return canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && canListen(new InetSocketAddress(port));
  }

  private static boolean canListen(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
