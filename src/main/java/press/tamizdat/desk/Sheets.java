package press.tamizdat.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** Templates into bytes. */
final class Sheets {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "press.tamizdat.jte");

  private Sheets() {}

  /**
   * @param template such as {@code board/board}, under {@code desk/}
   */
  static byte[] print(String template, Frame frame, Object view) {
    var out = new Utf8ByteOutput();
    TEMPLATES.render("desk/" + template + ".jte", Map.of("frame", frame, "view", view), out);
    return out.toByteArray();
  }
}
