package press.tamizdat.edition.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import press.tamizdat.edition.page.view.Framed;

/** Templates into bytes. */
final class Press {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "press.tamizdat.jte");

  private Press() {}

  /** Whatever its size. */
  static byte[] print(String template, Object view) {
    var out = new Utf8ByteOutput();
    TEMPLATES.render(template + ".jte", view, out);
    return Tight.tight(out.toByteArray());
  }

  /**
   * With a box to sign up in its foot, or, where that does not fit, with a link alone.
   *
   * @throws PageTooLarge when it breaks the budget all the same
   */
  static RenderedPage page(String path, String template, Framed<?> view) {
    byte[] html = fitting(template, view);
    int size = Budget.atMost(html);
    if (size > Budget.PAGE) {
      throw new PageTooLarge(path, size);
    }
    return new RenderedPage(path, html);
  }

  /** The same, whatever its size. */
  static byte[] fitting(String template, Framed<?> view) {
    byte[] html = print(template, view);
    return view.frame().signUp().isEmpty() || fits(html)
        ? html
        : print(template, view.framed(view.frame().withoutSignUp()));
  }

  static boolean fits(byte[] html) {
    return Budget.atMost(html) <= Budget.PAGE;
  }
}
