package press.tamizdat.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import press.tamizdat.staff.Account;

/** Somebody of the newsroom with a browser that sends what browsers send. */
public final class Staff {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public final Account account;
  public final String cookie;
  private final String address;

  Staff(String address, Account account, String cookie) {
    this.address = address;
    this.account = account;
    this.cookie = cookie;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  public HttpResponse<String> getJson(String path) {
    return send(request(path).header("Accept", "application/json").GET().build());
  }

  /** Posts a form of names and values in turn. The answer is that to the post itself. */
  public HttpResponse<String> post(String path, String... namesAndValues) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(namesAndValues)))
            .build());
  }

  /** Posts, and goes where the answer leads, as a browser does. */
  public HttpResponse<String> postAndFollow(String path, String... namesAndValues) {
    HttpResponse<String> answer = post(path, namesAndValues);
    return answer.headers().firstValue("Location").map(this::get).orElse(answer);
  }

  /** Posts one file as a form does. */
  public HttpResponse<String> upload(
      String path, String field, String fileName, byte[] bytes, boolean json) {
    String boundary = "----desk-test-boundary";
    String disposition =
        "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"".formatted(field, fileName);
    byte[] head =
        String.join("\r\n", "--" + boundary, disposition, "Content-Type: image/jpeg", "", "")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary);
    if (json) {
      request.header("Accept", "application/json");
    }
    return send(
        request.POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, bytes, tail))).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Cookie", SignIn.COOKIE + "=" + cookie)
        .header("Origin", address)
        .header("Sec-Fetch-Site", "same-origin");
  }

  static String encoded(String... namesAndValues) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.add(
          URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8)
              + "="
              + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return String.join("&", pairs);
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
