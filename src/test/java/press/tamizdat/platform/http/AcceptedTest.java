package press.tamizdat.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTest {
  private static final Map<Encoding, Content> ALL =
      Map.of(
          Encoding.IDENTITY, Content.of(new byte[100]),
          Encoding.GZIP, Content.of(new byte[30]),
          Encoding.BROTLI, Content.of(new byte[20]),
          Encoding.ZSTD, Content.of(new byte[25]));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          ''                                  | IDENTITY
          gzip                                | GZIP
          x-gzip                              | GZIP
          GZip, Deflate                       | GZIP
          gzip, deflate, br, zstd             | BROTLI
          gzip, zstd                          | ZSTD
          gzip;q=1.0, br;q=0.9                | GZIP
          gzip; q=0.5 , br;q=0.501            | BROTLI
          gzip;q=0, br;q=0.000                | IDENTITY
          gzip;q=0, *                         | BROTLI
          br;q=0, *;q=0.1                     | ZSTD
          identity;q=1, gzip;q=0.5            | IDENTITY
          identity;q=0                        | IDENTITY
          *;q=0                               | IDENTITY
          gzip;q=2                            | IDENTITY
          gzip;q=0.1234                       | IDENTITY
          gzip;level=9                        | IDENTITY
          deflate, compress                   | IDENTITY
          ,,gzip,                             | GZIP
          """)
  void theHeaviestThenTheShortestIsChosen(String header, Encoding chosen) {
    assertThat(Accepted.parse(header).choose(ALL)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource({"'gzip, br', BROTLI", "gzip, IDENTITY"})
  void onlyWhatIsThereIsChosen(String header, Encoding chosen) {
    Map<Encoding, Content> some =
        Map.of(
            Encoding.IDENTITY, Content.of(new byte[10]), Encoding.BROTLI, Content.of(new byte[9]));
    assertThat(Accepted.parse(header).choose(some)).isEqualTo(chosen);
  }
}
