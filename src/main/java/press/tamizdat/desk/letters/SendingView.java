package press.tamizdat.desk.letters;

import java.util.List;
import java.util.Optional;

/**
 * An issue before, while and after it goes out.
 *
 * @param step {@code arm}, {@code armed}, {@code locked}, {@code sending}, {@code over} or {@code
 *     dropped}
 * @param audience how many get it, in words
 * @param plan when the plan wants it to go; empty where that is past or there is none
 * @param spoken the passphrase, where it protects nobody
 * @param stops what must be put right before it can go
 * @param warnings what an editor should know
 * @param page where readers find it in the archive
 */
public record SendingView(
    String path,
    String letter,
    String number,
    IssueLine line,
    String subject,
    String step,
    String audience,
    Optional<String> plan,
    Optional<String> elsewhere,
    boolean mailroom,
    boolean mayArm,
    boolean mayClaim,
    Optional<String> spoken,
    List<String> stops,
    List<String> warnings,
    List<String> faults,
    Optional<Bar> bar,
    String page) {

  /**
   * How far the sending is.
   *
   * @param state a word of messages
   * @param sum that the parts add up to the audience, in words
   */
  public record Bar(
      String state, Optional<String> trouble, List<Part> parts, String sum, boolean moving) {}

  /**
   * A part of the audience.
   *
   * @param key {@code accepted}, {@code leased}, {@code queued}, {@code deferred}, {@code refused}
   *     or {@code excluded}
   * @param x where it begins, of 1000
   * @param width of 1000
   */
  public record Part(String key, String people, double x, double width) {}
}
