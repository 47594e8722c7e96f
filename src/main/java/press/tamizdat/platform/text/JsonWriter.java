package press.tamizdat.platform.text;

import java.util.List;
import java.util.Map;

final class JsonWriter {
  private final StringBuilder out;

  JsonWriter(StringBuilder out) {
    this.out = out;
  }

  void value(Object value) {
    switch (value) {
      case Map<?, ?> object -> object(object);
      case List<?> list -> list(list);
      case String text -> string(text);
      case Long number -> out.append(number.longValue());
      case Integer number -> out.append(number.intValue());
      case Boolean truth -> out.append(truth.booleanValue());
      default ->
          throw new IllegalArgumentException("JSON has no place for " + value.getClass().getName());
    }
  }

  private void object(Map<?, ?> object) {
    out.append('{');
    String before = "";
    for (Map.Entry<?, ?> field : object.entrySet()) {
      out.append(before);
      string((String) field.getKey());
      out.append(':');
      value(field.getValue());
      before = ",";
    }
    out.append('}');
  }

  private void list(List<?> list) {
    out.append('[');
    String before = "";
    for (Object each : list) {
      out.append(before);
      value(each);
      before = ",";
    }
    out.append(']');
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
