package press.tamizdat.platform.http;

import java.util.List;
import java.util.Set;

/**
 * How to serve.
 *
 * @param curtainHosts host names, in lower case and without a port, at which one answer ends a
 *     connection, at whatever door
 * @param loops event loops, one thread each; 1 serves some 100,000 requests a second
 * @param cacheBytes how many bytes of bodies stay in memory, outside the heap
 * @param behindProxy whether what connects from this machine is a proxy, which says in
 *     X-Forwarded-For or Forwarded (RFC 7239) for whom it speaks. Where there is none, anybody on
 *     the machine could claim anything
 */
public record Config(
    List<Door> doors,
    Set<String> curtainHosts,
    Limits limits,
    int loops,
    long cacheBytes,
    Transport transport,
    boolean behindProxy) {
  public Config {
    if (doors.isEmpty() || loops < 1 || cacheBytes < 0) {
      throw new IllegalArgumentException("a door, a loop and a cache size >= 0 are needed");
    }
    doors = List.copyOf(doors);
    curtainHosts = Set.copyOf(curtainHosts);
  }

  /** Without a proxy in front. */
  public Config(
      List<Door> doors,
      Set<String> curtainHosts,
      Limits limits,
      int loops,
      long cacheBytes,
      Transport transport) {
    this(doors, curtainHosts, limits, loops, cacheBytes, transport, false);
  }

  /** With the usual limits, a loop for each processor up to four, and 32 MiB of bodies. */
  public static Config of(Door... doors) {
    int loops = Math.min(4, Runtime.getRuntime().availableProcessors());
    return new Config(List.of(doors), Set.of(), Limits.USUAL, loops, 32L << 20, Transport.best());
  }
}
