package press.tamizdat.trust.dkim;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.util.Optional;

/**
 * The Amazon Corretto Crypto Provider, which signs several times as fast as the JDK, where its
 * library can be loaded. It is used here only and not installed for the whole process.
 */
final class NativeCode {
  private static final Optional<Provider> PROVIDER = load();

  private NativeCode() {}

  static Optional<Provider> provider() {
    return PROVIDER;
  }

  private static Optional<Provider> load() {
    try {
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      return provider.getLoadingError() == null ? Optional.of(provider) : Optional.empty();
    } catch (LinkageError absent) {
      return Optional.empty(); // another processor, or no such library on this machine
    }
  }
}
