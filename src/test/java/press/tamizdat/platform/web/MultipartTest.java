package press.tamizdat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Forms with files, as browsers send them. */
class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=----x";

  private static byte[] form(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        """
        ------x\r
        Content-Disposition: form-data; name="caption"\r
        \r
        Dam, “upper”\r
        second line\r
        ------x\r
        Content-Disposition: form-data; name="photo"; filename="a %22b%22.jpg"\r
        Content-Type: image/jpeg\r
        \r
        """
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(file);
    out.writeBytes("\r\n------x--\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  @Test
  void textsAndFilesComeApart() {
    Fields fields = Multipart.read(TYPE, form(new byte[] {1, 2, 13, 10, 45}));

    assertThat(fields.text("caption")).isEqualTo("Dam, “upper”\nsecond line");
    Upload upload = fields.upload("photo").orElseThrow();
    assertThat(upload.name()).isEqualTo("a \"b\".jpg");
    assertThat(upload.bytes()).containsExactly(1, 2, 13, 10, 45);
  }

  @Property(tries = 200)
  void anyBytesComeThroughAsTheyAre(@ForAll byte[] file) {
    assertThat(Multipart.read(TYPE, form(file)).upload("photo").orElseThrow().bytes())
        .isEqualTo(file);
  }

  @Property(tries = 200)
  void aFormThatIsCutOffIsRefusedAndNeverHalfRead(@ForAll @IntRange(min = 0, max = 250) int cut) {
    byte[] whole = form(new byte[] {1, 2, 3});
    byte[] part = Arrays.copyOf(whole, Math.min(cut, whole.length - 5));

    assertThatThrownBy(() -> Multipart.read(TYPE, part)).isInstanceOf(Unacceptable.class);
  }

  @Test
  void aFileFieldThatWasLeftEmptyHasNoFile() {
    String form =
        """
        ------x\r
        Content-Disposition: form-data; name="photo"; filename=""\r
        Content-Type: application/octet-stream\r
        \r
        \r
        ------x--\r
        """;
    assertThat(Multipart.read(TYPE, form.getBytes(StandardCharsets.UTF_8)).upload("photo"))
        .isEmpty();
  }

  @Test
  void aTypeWithoutABoundaryIsRefused() {
    assertThatThrownBy(() -> Multipart.read("multipart/form-data", form(new byte[0])))
        .isInstanceOf(Unacceptable.class);
  }
}
