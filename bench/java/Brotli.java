import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import press.tamizdat.platform.text.Compression;

/** How long brotli takes at its highest quality, on a sample of an edition's compressible files. */
final class Brotli {
  private Brotli() {}

  /**
   * @param args the folder of objects; how many to take
   */
  public static void main(String[] args) throws Exception {
    List<Path> gzipped;
    try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
      gzipped = new java.util.ArrayList<>(files.filter(f -> f.toString().endsWith(".gz")).sorted().toList());
    }
    Collections.shuffle(gzipped, new Random(1));
    long plain = 0;
    long gzip = 0;
    long brotli = 0;
    long nanos = 0;
    int taken = 0;
    for (Path file : gzipped.subList(0, Math.min(gzipped.size(), Integer.parseInt(args[1]) + 20))) {
      byte[] packed = Files.readAllBytes(file);
      byte[] bytes = Compression.gunzip(packed);
      long from = System.nanoTime();
      byte[] small = Compression.brotli(bytes);
      if (taken++ >= 20) {
        nanos += System.nanoTime() - from;
        plain += bytes.length;
        gzip += packed.length;
        brotli += small.length;
      }
    }
    int n = taken - 20;
    System.out.printf(
        "brotli 11 on %d of %d files: %.1f ms a file on one core (%.0f s of one core for all); mean bytes plain %d, gzip %d, brotli %d%n",
        n, gzipped.size(), nanos / 1e6 / n, nanos / 1e9 / n * gzipped.size(), plain / n, gzip / n, brotli / n);
  }
}
