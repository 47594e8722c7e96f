package press.tamizdat.support.pledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a pledge stands. */
public enum PledgeState {
  /** The supporter was sent to the till; nothing is paid yet. */
  BEGUN,
  /** It recurs, and the last payment came. */
  ACTIVE,
  /** It recurs, and takes nothing for now. */
  PAUSED,
  /** It recurs, and the last payment did not come; the till tries again. */
  FAILING,
  /** The supporter or the newsroom ended it. */
  CANCELLED,
  /** It was once and is paid; or nobody paid in time. */
  ENDED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isOver() {
    return this == CANCELLED || this == ENDED;
  }

  public static Optional<PledgeState> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
