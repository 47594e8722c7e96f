package press.tamizdat.desk;

import press.tamizdat.staff.Right;

/** Somebody does what is not theirs to do. */
final class Forbidden extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Right right;

  Forbidden(Right right) {
    super("may not " + right);
    this.right = right;
  }

  Right right() {
    return right;
  }
}
