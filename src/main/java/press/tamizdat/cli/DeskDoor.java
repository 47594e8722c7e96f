package press.tamizdat.cli;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import press.tamizdat.desk.Desk;
import press.tamizdat.edition.Masthead;
import press.tamizdat.site.Site;

/** Where the desk is open. */
final class DeskDoor {
  private DeskDoor() {}

  /** Opens the desk; it closes with the process. */
  static Desk open(House house, Masthead masthead, Site site, PostRole post) {
    Settings.DeskAddress desk = house.settings().desk();
    try {
      Desk open =
          Desk.open(
              house.newsroom(masthead, Paper.doors(site, house.settings()), post.mailroom()),
              desk.address(),
              names(desk));
      Runtime.getRuntime().addShutdownHook(new Thread(open::close));
      return open;
    } catch (UncheckedIOException e) {
      throw new Refused(
          "the desk's port cannot be opened ("
              + e.getMessage()
              + "); is another one running? It is set under [desk] in tamizdat.toml");
    }
  }

  /** Those that the settings name, and the address itself. */
  private static Set<String> names(Settings.DeskAddress desk) {
    Set<String> names = new HashSet<>(desk.names());
    String host = desk.address().getHostString();
    names.add(host.contains(":") ? "[" + host + "]" : host);
    return names;
  }

  /** Its address as a browser on this machine has it. */
  static String address(Settings settings, int port) {
    String host = settings.desk().address().getHostString();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
