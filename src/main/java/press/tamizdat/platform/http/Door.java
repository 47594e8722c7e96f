package press.tamizdat.platform.http;

import java.net.InetSocketAddress;

/**
 * A port to come in by.
 *
 * @param address port 0 takes any free one
 * @param curtain one answer a connection, in as few packets as can be: for readers whose connection
 *     freezes after some 25 packets
 */
public record Door(InetSocketAddress address, boolean curtain) {}
