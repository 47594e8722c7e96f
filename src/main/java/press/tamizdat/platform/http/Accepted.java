package press.tamizdat.platform.http;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The content codings that a request accepts, with their weights (RFC 9110 §12.5.3).
 *
 * <p>Of the encodings that a resource has, the one with the highest weight is sent, and of those
 * the shortest. Identity is sent when nothing else may be, even if it was refused: a reader who
 * gets the text in a form they did not ask for is better off than one who gets none.
 */
final class Accepted {
  private static final Encoding[] ENCODINGS = Encoding.values();
  private static final Pattern WEIGHT = Pattern.compile("[qQ]=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)");

  /** What a request without the field gets. */
  static final Accepted IDENTITY_ONLY = new Accepted(Map.of(), 0);

  /** In thousandths. */
  private final Map<Encoding, Integer> weights = new EnumMap<>(Encoding.class);

  private Accepted(Map<Encoding, Integer> said, int others) {
    for (Encoding encoding : ENCODINGS) {
      weights.put(encoding, said.getOrDefault(encoding, others));
    }
  }

  static Accepted parse(String header) {
    Map<Encoding, Integer> said = new EnumMap<>(Encoding.class);
    int others = 0;
    for (String choice : header.split(",")) {
      int semicolon = choice.indexOf(';');
      String coding = (semicolon < 0 ? choice : choice.substring(0, semicolon)).strip();
      int weight = semicolon < 0 ? 1000 : weight(choice.substring(semicolon + 1));
      if (coding.equals("*")) {
        others = weight;
      }
      encoding(coding).ifPresent(encoding -> said.put(encoding, weight));
    }
    return new Accepted(said, others);
  }

  private static Optional<Encoding> encoding(String coding) {
    String token = coding.equalsIgnoreCase("x-gzip") ? "gzip" : coding;
    return Arrays.stream(ENCODINGS)
        .filter(encoding -> encoding.token().equalsIgnoreCase(token))
        .findFirst();
  }

  /** {@code q=0.5} in thousandths; what cannot be read weighs nothing. */
  private static int weight(String parameter) {
    String text = parameter.strip();
    if (!WEIGHT.matcher(text).matches()) {
      return 0;
    }
    return (int) Math.round(Double.parseDouble(text.substring(2)) * 1000);
  }

  /** Which of these to send. */
  Encoding choose(Map<Encoding, Content> contents) {
    Encoding best = Encoding.IDENTITY;
    for (Encoding encoding : ENCODINGS) {
      Content content = contents.get(encoding);
      if (content != null && isBetter(encoding, content, best, contents)) {
        best = encoding;
      }
    }
    return best;
  }

  private boolean isBetter(
      Encoding encoding, Content content, Encoding best, Map<Encoding, Content> contents) {
    int weight = weight(encoding);
    int bestWeight = weight(best);
    if (weight != bestWeight || weight == 0) {
      return weight > bestWeight;
    }
    Content bestContent = contents.get(best);
    return bestContent != null && content.length() < bestContent.length();
  }

  private int weight(Encoding encoding) {
    return weights.getOrDefault(encoding, 0);
  }
}
