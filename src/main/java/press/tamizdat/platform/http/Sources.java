package press.tamizdat.platform.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns where a request came from into a name that says nothing: a keyed hash (HMAC-SHA-256, cut to
 * 96 bits) under a key that is in memory only and dies with the process.
 *
 * <p>Of an IPv6 address only the first 64 bits count: whoever has one has all that begin so.
 */
final class Sources {
  private static final Pattern FORWARDED_FOR =
      Pattern.compile("(?i)(?:^|[;,\\s])for=\"?([^;,\"\\s]+)\"?");

  /** An address as text: no name, which would be looked up in the DNS. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):[0-9]+");

  private final SecretKeySpec key;
  private final boolean behindProxy;

  /**
   * @param behindProxy whether a peer on this machine is a proxy that says whom it speaks for
   */
  Sources(SecureRandom random, boolean behindProxy) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
    this.behindProxy = behindProxy;
  }

  /**
   * @param forwardedFor the field X-Forwarded-For, or empty
   * @param forwarded the field Forwarded (RFC 7239), or empty
   */
  String of(SocketAddress peer, String forwardedFor, String forwarded) {
    if (!(peer instanceof InetSocketAddress address)) {
      return "";
    }
    InetAddress from = address.getAddress();
    if (!from.isLoopbackAddress()) {
      return name(from.getAddress(), from instanceof Inet6Address);
    }
    return behindProxy ? spokenFor(forwardedFor, forwarded) : "";
  }

  /** What the proxy itself has added stands last; before it stands what anybody may claim. */
  private String spokenFor(String forwardedFor, String forwarded) {
    Optional<String> last = Optional.empty();
    if (!forwardedFor.isEmpty()) {
      last = Optional.of(forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip());
    } else {
      Matcher each = FORWARDED_FOR.matcher(forwarded);
      while (each.find()) {
        last = Optional.of(each.group(1));
      }
    }
    return last.map(Sources::bare).flatMap(this::parsed).orElse("");
  }

  private static String bare(String text) {
    Matcher port = WITH_PORT.matcher(text);
    if (port.matches()) {
      return port.group(1);
    }
    int bracket = text.indexOf(']');
    return text.startsWith("[") && bracket > 0 ? text.substring(1, bracket) : text;
  }

  private Optional<String> parsed(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.ofLiteral(text);
      return Optional.of(name(address.getAddress(), address instanceof Inet6Address));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private String name(byte[] address, boolean six) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((six ? "6" : "4").getBytes(StandardCharsets.US_ASCII));
      byte[] hash = mac.doFinal(six ? Arrays.copyOf(address, 8) : address);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
