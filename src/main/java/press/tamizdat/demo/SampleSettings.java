package press.tamizdat.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample newsroom's {@code tamizdat.toml}, put together from its texts. */
public final class SampleSettings {
  private static final List<String> LANGUAGES = List.of("en", "ru", "fa");

  private SampleSettings() {}

  public static String write(Path folder) throws IOException {
    Path texts = folder.resolve("texts");
    StringBuilder toml = new StringBuilder(Files.readString(folder.resolve("settings.toml")));
    toml.append('\n').append(Files.readString(texts.resolve("names.toml")));
    toml.append('\n').append(Files.readString(texts.resolve("bios.toml")));
    for (String text : List.of("about", "privacy")) {
      toml.append("\n[texts.").append(text).append("]\n");
      for (String language : LANGUAGES) {
        append(toml, language, texts.resolve(text + "." + language + ".html"));
      }
    }
    for (String language : LANGUAGES) {
      toml.append("\n[appeal.").append(language).append("]\n");
      toml.append(Files.readString(texts.resolve("appeal." + language + ".toml")));
      append(toml, "body", texts.resolve("appeal." + language + ".html"));
    }
    toml.append('\n').append(Files.readString(texts.resolve("support.toml")));
    toml.append("\n[[page]]\nslug = \"how-to-read\"\n");
    toml.append(
        "title = { en = \"How to read us when we are blocked\", ru = \"Как читать нас, когда нас блокируют\" }\n[page.body]\n");
    append(toml, "en", texts.resolve("howto.en.html"));
    append(toml, "ru", texts.resolve("howto.ru.html"));
    return toml.toString();
  }

  private static void append(StringBuilder toml, String key, Path file) throws IOException {
    toml.append(key).append(" = '''\n").append(Files.readString(file).strip()).append("\n'''\n");
  }
}
