package press.tamizdat;

/** The program. */
public final class Tamizdat {
  private Tamizdat() {}

  public static void main(String[] args) {
    System.out.println("tamizdat");
  }
}
