package press.tamizdat.edition.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

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
   * @throws PageTooLarge when it breaks the budget
   */
  static RenderedPage page(String path, String template, Object view) {
    byte[] html = print(template, view);
    int size = Budget.atMost(html);
    if (size > Budget.PAGE) {
      throw new PageTooLarge(path, size);
    }
    return new RenderedPage(path, html);
  }

  static boolean fits(byte[] html) {
    return Budget.atMost(html) <= Budget.PAGE;
  }
}
