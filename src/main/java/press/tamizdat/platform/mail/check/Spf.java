package press.tamizdat.platform.mail.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import press.tamizdat.platform.dns.Names;
import press.tamizdat.platform.dns.Records;

/**
 * Whether a domain lets an address send for it (RFC 7208). Macros and the mechanisms that need them
 * are not followed: they are taken for no match.
 */
final class Spf {
  /** RFC 7208 §4.6.4. */
  private static final int MOST_LOOKUPS = 10;

  /** RFC 7208 §2.6. */
  enum Result {
    PASS,
    FAIL,
    SOFTFAIL,
    NEUTRAL,
    NONE,
    /** The record is wrong: every receiver treats it as if it were not there. */
    PERMERROR,
    TEMPERROR
  }

  private final Names names;
  private final InetAddress sender;
  private int lookups;

  private Spf(Names names, InetAddress sender) {
    this.names = names;
    this.sender = sender;
  }

  static Result check(Names names, String domain, InetAddress sender) {
    return new Spf(names, sender).check(domain);
  }

  /** The policies that a domain states: more than one is a fault. */
  static List<String> policies(Records texts) {
    return texts.texts().stream()
        .filter(
            t -> t.equalsIgnoreCase("v=spf1") || t.toLowerCase(Locale.ROOT).startsWith("v=spf1 "))
        .toList();
  }

  private Result check(String domain) {
    Records texts = names.txt(domain);
    if (texts instanceof Records.Unknown) {
      return Result.TEMPERROR;
    }
    List<String> policies = policies(texts);
    if (policies.isEmpty()) {
      return Result.NONE;
    }
    return policies.size() > 1 ? Result.PERMERROR : evaluate(policies.getFirst(), domain);
  }

  private Result evaluate(String policy, String domain) {
    Optional<String> redirect = Optional.empty();
    for (String term : policy.strip().split("\\s+")) {
      String word = term.toLowerCase(Locale.ROOT);
      if (word.startsWith("redirect=")) {
        redirect = Optional.of(word.substring("redirect=".length()));
      } else if (!word.contains("=")) {
        Optional<Result> result = mechanism(word, domain);
        if (result.isPresent()) {
          return result.get();
        }
      }
    }
    if (redirect.isEmpty()) {
      return Result.NEUTRAL;
    }
    Result result = ++lookups > MOST_LOOKUPS ? Result.PERMERROR : check(redirect.get());
    return result == Result.NONE ? Result.PERMERROR : result;
  }

  /** What a mechanism decides; nothing if it does not match. */
  private Optional<Result> mechanism(String term, String domain) {
    boolean qualified = !term.isEmpty() && "+-~?".indexOf(term.charAt(0)) >= 0;
    Result match =
        switch (qualified ? term.charAt(0) : '+') {
          case '-' -> Result.FAIL;
          case '~' -> Result.SOFTFAIL;
          case '?' -> Result.NEUTRAL;
          default -> Result.PASS;
        };
    String bare = qualified ? term.substring(1) : term;
    int cut = bare.indexOf(':') >= 0 ? bare.indexOf(':') : bare.indexOf('/');
    String kind = cut < 0 ? bare : bare.substring(0, cut);
    String rest = cut < 0 ? "" : bare.substring(bare.charAt(cut) == ':' ? cut + 1 : cut);
    if (List.of("include", "a", "mx", "ptr", "exists").contains(kind) && ++lookups > MOST_LOOKUPS) {
      return Optional.of(Result.PERMERROR);
    }
    return switch (kind) {
      case "all" -> Optional.of(match);
      case "ip4", "ip6" -> matches(within(rest), match);
      case "a" -> matches(among(host(rest, domain), prefix(rest)), match);
      case "mx" ->
          matches(
              names.mx(host(rest, domain)).texts().stream()
                  .map(MailExchanges::host)
                  .anyMatch(h -> among(h, prefix(rest))),
              match);
      case "include" -> included(rest, match);
      default -> Optional.empty();
    };
  }

  private Optional<Result> included(String domain, Result match) {
    return switch (check(domain)) {
      case PASS -> Optional.of(match);
      case TEMPERROR -> Optional.of(Result.TEMPERROR);
      case PERMERROR, NONE -> Optional.of(Result.PERMERROR); // RFC 7208 §5.2
      default -> Optional.empty();
    };
  }

  private static Optional<Result> matches(boolean does, Result match) {
    return does ? Optional.of(match) : Optional.empty();
  }

  private static String host(String rest, String domain) {
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    return host.isEmpty() ? domain : host;
  }

  private static String prefix(String rest) {
    int slash = rest.indexOf('/');
    return slash < 0 ? "" : rest.substring(slash);
  }

  private boolean among(String host, String prefix) {
    return names.addresses(host).texts().stream().anyMatch(a -> within(a + prefix));
  }

  /**
   * @param network such as {@code 192.0.2.0/24}
   */
  private boolean within(String network) {
    int slash = network.indexOf('/');
    String address = slash < 0 ? network : network.substring(0, slash);
    if (!address.matches("[0-9a-f.:]+")) {
      return false;
    }
    try {
      byte[] net = InetAddress.getByName(address).getAddress();
      byte[] own = sender.getAddress();
      int bits = slash < 0 ? net.length * 8 : bits(network.substring(slash + 1), net.length * 8);
      return net.length == own.length && sameBits(net, own, bits);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static int bits(String text, int usual) {
    String digits = text.replaceAll("/.*", "");
    return digits.matches("[0-9]{1,3}") ? Math.min(Integer.parseInt(digits), usual) : usual;
  }

  private static boolean sameBits(byte[] one, byte[] other, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
