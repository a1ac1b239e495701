package ai.policytracker.ingest.access;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of IP addresses, written as {@code 10.1.0.0/16} or {@code fd00::/8}.
 *
 * @param address the first of the range
 * @param prefixBits so many bits are the same in all of them
 */
record Network(InetAddress address, int prefixBits) {
  /**
   * Called by the configuration.
   *
   * @throws IllegalArgumentException if it is no such range
   */
  public static Network of(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
      throw new IllegalArgumentException(text + " is no network in CIDR form, such as 10.1.0.0/16");
    }
    InetAddress address = InetAddress.ofLiteral(parts[0]);
    int bits = Integer.parseInt(parts[1]);
    if (bits > address.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException(text + " has a longer prefix than an address has bits");
    }
    if (!Arrays.equals(masked(address, bits), address.getAddress())) {
      throw new IllegalArgumentException(text + " has bits set beyond its prefix");
    }
    return new Network(address, bits);
  }

  /** IPv4 addresses are never in an IPv6 network, nor the other way round. */
  boolean contains(InetAddress other) {
    return other.getAddress().length == address.getAddress().length
        && Arrays.equals(masked(other, prefixBits), address.getAddress());
  }

  private static byte[] masked(InetAddress address, int bits) {
    byte[] bytes = address.getAddress();
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
      bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
    }
    return bytes;
  }
}
