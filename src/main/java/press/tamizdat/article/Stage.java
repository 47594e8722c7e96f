package press.tamizdat.article;

import java.util.Arrays;
import java.util.Optional;

/** How far the newest revision of an article has come on its way to readers. */
public enum Stage {
  /** It is being written. */
  DRAFT("draft"),
  /** An editor is asked to read it. */
  IN_REVIEW("in-review"),
  /** It was read, and can be published. */
  READY("ready"),
  /** It will be published at a time. */
  SCHEDULED("scheduled");

  private final String word;

  Stage(String word) {
    this.word = word;
  }

  /** As it is written in the database, in forms and in style sheets. */
  public String word() {
    return word;
  }

  public static Optional<Stage> ofWord(String word) {
    return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
  }
}
