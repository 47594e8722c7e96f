package press.tamizdat.desk.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.desk.letters.InLetter;

/**
 * The publish screen: what will happen, what stands against it, and what it will look like.
 *
 * @param revision what would be published
 * @param older whether a newer revision exists and this one was asked for on purpose
 * @param compare address of the comparison with what readers have; empty if they have nothing or
 *     the same
 * @param again whether readers have an older text
 * @param nothing whether readers have this text already
 * @param stops what must be put right first
 * @param consents what needs a deliberate yes: words by name
 * @param given names that were ticked already
 * @param waiting how many other articles go into the same edition
 * @param schedule words that say when it comes by itself; empty if it does not
 * @param faults what was wrong with what was sent
 * @param letters each letter of its language, and whether the article is in it
 * @param way how far it is on its way to readers; empty if it is not published
 */
public record PublicationView(
    Heading heading,
    int revision,
    boolean older,
    String compare,
    boolean again,
    boolean nothing,
    List<Stop> stops,
    Map<String, String> consents,
    List<String> given,
    String address,
    List<String> languages,
    List<Group> groups,
    int pages,
    boolean everything,
    int waiting,
    List<Part> parts,
    List<String> corrections,
    Optional<String> schedule,
    Form form,
    List<String> faults,
    LinkCard card,
    String preview,
    List<InLetter> letters,
    Optional<Way> way) {

  /**
   * Something that must be put right first.
   *
   * @param path where that is done; empty if nowhere in particular
   */
  public record Stop(String text, String path) {}

  /** Files of one kind that the edition changes. */
  public record Group(String name, List<File> files) {}

  /** A file of the edition, and what happens to it, in words. */
  public record File(String path, String how) {}

  /** A page of the article, with its weight in words. */
  public record Part(String path, String weight) {}

  /**
   * The form for a time.
   *
   * @param choices moments that were probably meant: words by moment
   */
  public record Form(String day, String time, String zone, Map<String, String> choices) {}

  /**
   * What a messenger shows of a link to it (the Open Graph protocol), and how the letter would have
   * it.
   *
   * @param image address at the desk; empty without a photo
   */
  public record LinkCard(
      String site, String title, String description, Optional<String> image, String alternative) {}

  /**
   * How far it is on its way to readers.
   *
   * @param printed whether the newest edition has it
   * @param edition the number of that edition
   * @param at when that edition was frozen
   * @param doing what the press is doing: a word of messages
   * @param trouble what is wrong with the press; empty if nothing is
   * @param site whether the site gives it to readers
   */
  public record Way(
      boolean printed,
      String edition,
      String at,
      String doing,
      Optional<String> trouble,
      Optional<Site> site) {

    /** What a script looks at: whether there is something to wait for. */
    public String step() {
      return !printed
          ? "printing"
          : site.filter(s -> s.state().equals("asking")).isPresent() ? "asking" : "done";
    }
  }

  /**
   * What the site says when it is asked for the page.
   *
   * @param state a word of messages
   * @param page the reader's page there; empty if the site is elsewhere
   * @param took milliseconds that the answer took
   */
  public record Site(String state, String page, long took) {}

  public boolean publishable() {
    return stops.isEmpty() && !nothing;
  }
}
