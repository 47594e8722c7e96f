package press.tamizdat.platform.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** A resolver: the machine's own, or a server that is named. Safe for any number of threads. */
public final class Names {
  private static final String PROVIDER = "com.sun.jndi.dns.DnsContextFactory";

  @SuppressWarnings("JdkObsolete") // the provider takes no other kind of map
  private final Hashtable<String, String> settings = new Hashtable<>();

  private Names(String url) {
    settings.put(Context.INITIAL_CONTEXT_FACTORY, PROVIDER);
    settings.put(Context.PROVIDER_URL, url);
    settings.put("com.sun.jndi.dns.timeout.initial", "2000");
    settings.put("com.sun.jndi.dns.timeout.retries", "2"); // the second waits twice as long
  }

  /** As the machine is set up. */
  public static Names ofThisMachine() {
    return new Names("dns:");
  }

  /** By one server. */
  public static Names by(InetSocketAddress server) {
    String host = server.getAddress().getHostAddress();
    String written = server.getAddress() instanceof Inet4Address ? host : "[" + host + "]";
    return new Names("dns://" + written + ":" + server.getPort());
  }

  /** TXT records, the strings of each put together (RFC 7208 §3.3). */
  public Records txt(String name) {
    return each(ask(name, "TXT"), Names::joined);
  }

  /** MX records, each as "preference host", the host without its last dot; "." for none at all. */
  public Records mx(String name) {
    return ask(name, "MX");
  }

  /** Addresses, of either kind, as they are written. */
  public Records addresses(String name) {
    Records four = ask(name, "A");
    Records six = ask(name, "AAAA");
    List<String> all = new ArrayList<>(four.texts());
    six.texts().stream().map(Names::canonical).forEach(all::add);
    if (!all.isEmpty()) {
      return new Records.Found(List.copyOf(all));
    }
    return four instanceof Records.Unknown ? four : six;
  }

  /** The names that an address says it has, in lower case, without the last dot. */
  public Records reverse(InetAddress address) {
    return each(ask(reverseName(address), "PTR"), Names::withoutDot);
  }

  private static Records each(Records answer, UnaryOperator<String> how) {
    return answer instanceof Records.Found(List<String> texts)
        ? new Records.Found(texts.stream().map(how).toList())
        : answer;
  }

  @SuppressWarnings("BanJNDI") // the DNS provider alone is asked, and answers with texts alone
  private Records ask(String name, String type) {
    try {
      InitialDirContext context = new InitialDirContext(settings);
      try {
        String absolute = name.endsWith(".") ? name : name + ".";
        return texts(
            Optional.ofNullable(context.getAttributes(absolute, new String[] {type}).get(type)));
      } finally {
        context.close();
      }
    } catch (NameNotFoundException e) {
      return new Records.None();
    } catch (NamingException e) {
      return new Records.Unknown(e.getClass().getSimpleName());
    }
  }

  private static Records texts(Optional<Attribute> attribute) throws NamingException {
    if (attribute.isEmpty() || attribute.get().size() == 0) {
      return new Records.None();
    }
    List<String> texts = new ArrayList<>();
    for (Object value : Collections.list(attribute.get().getAll())) {
      texts.add(String.valueOf(value));
    }
    return new Records.Found(List.copyOf(texts));
  }

  /** The provider writes each string, in quotes if there is a blank in it, and a blank between. */
  static String joined(String written) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\\' && quoted && i + 1 < written.length()) {
        text.append(written.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c != ' ' || quoted) {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static String withoutDot(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") && lower.length() > 1
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  private static String canonical(String six) {
    try {
      return InetAddress.getByName(six).getHostAddress();
    } catch (UnknownHostException e) {
      return six;
    }
  }

  /** RFC 1035 §3.5, RFC 3596 §2.5. */
  static String reverseName(InetAddress address) {
    byte[] octets = address.getAddress();
    StringBuilder name = new StringBuilder();
    for (int i = octets.length - 1; i >= 0; i--) {
      int octet = octets[i] & 0xFF;
      if (octets.length == 4) {
        name.append(octet).append('.');
      } else {
        name.append(Integer.toHexString(octet & 15)).append('.');
        name.append(Integer.toHexString(octet >> 4)).append('.');
      }
    }
    return name + (octets.length == 4 ? "in-addr.arpa" : "ip6.arpa");
  }
}
