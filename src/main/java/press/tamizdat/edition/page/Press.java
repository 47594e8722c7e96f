package press.tamizdat.edition.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

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
    return page(path, print(template, view));
  }

  /** The same with several views, by name. */
  static RenderedPage page(String path, String template, Map<String, Object> views) {
    var out = new Utf8ByteOutput();
    TEMPLATES.render(template + ".jte", views, out);
    return page(path, Tight.tight(out.toByteArray()));
  }

  private static RenderedPage page(String path, byte[] html) {
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
