package press.tamizdat.trust.sealing;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * X25519 (RFC 7748 §5): libsodium's where the machine has it, which is three to four times as fast,
 * and BouncyCastle's elsewhere.
 */
final class X25519 {
  static final int LENGTH = 32;

  private static final Optional<MethodHandle> NATIVE = sodium();

  private X25519() {}

  /** Whether libsodium does the work. */
  static boolean isNative() {
    return NATIVE.isPresent();
  }

  /** The public point of a secret scalar. */
  static byte[] point(byte[] secret) {
    byte[] base = new byte[LENGTH];
    base[0] = 9;
    return multiply(secret, base).orElseThrow();
  }

  /**
   * What both ends share; nothing for a point of small order (RFC 7748 §6.1), which is an attack.
   */
  static Optional<byte[]> multiply(byte[] secret, byte[] point) {
    byte[] shared = new byte[LENGTH];
    boolean sound =
        NATIVE.isPresent()
            ? bySodium(NATIVE.get(), shared, secret, point)
            : org.bouncycastle.math.ec.rfc7748.X25519.calculateAgreement(
                secret, 0, point, 0, shared, 0);
    return sound ? Optional.of(shared) : Optional.empty();
  }

  private static boolean bySodium(
      MethodHandle multiply, byte[] shared, byte[] secret, byte[] point) {
    try {
      int failed =
          (int)
              multiply.invokeExact(
                  MemorySegment.ofArray(shared),
                  MemorySegment.ofArray(secret),
                  MemorySegment.ofArray(point));
      return failed == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("libsodium cannot be called", e);
    }
  }

  /**
   * {@code crypto_scalarmult_curve25519}. It would work without {@code sodium_init}, but that is
   * what picks the code for this processor, a third faster.
   */
  private static Optional<MethodHandle> sodium() {
    for (String name : new String[] {"libsodium.so.23", "libsodium.so.26", "libsodium.so"}) {
      try {
        SymbolLookup library = SymbolLookup.libraryLookup(name, Arena.global());
        if (isReady(library)) {
          return library.find("crypto_scalarmult_curve25519").map(X25519::multiplication);
        }
      } catch (IllegalArgumentException | IllegalCallerException absent) {
        // the next name
      }
    }
    return Optional.empty();
  }

  private static boolean isReady(SymbolLookup library) {
    return library.find("sodium_init").map(X25519::initialised).orElse(false);
  }

  /** It answers 1 if it was initialised before, and -1 if it cannot be. */
  private static boolean initialised(MemorySegment function) {
    try {
      return (int)
              Linker.nativeLinker()
                  .downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT))
                  .invokeExact()
          >= 0;
    } catch (Throwable e) {
      throw new IllegalStateException("libsodium cannot be called", e);
    }
  }

  private static MethodHandle multiplication(MemorySegment function) {
    return Linker.nativeLinker()
        .downcallHandle(
            function,
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS),
            Linker.Option.critical(true));
  }
}
