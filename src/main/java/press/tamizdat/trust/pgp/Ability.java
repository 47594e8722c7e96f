package press.tamizdat.trust.pgp;

import java.util.Iterator;
import org.bouncycastle.bcpg.ECDHPublicBCPGKey;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** Whether a key may encrypt: of a kind that is good for it, and said to be for it by its owner. */
final class Ability {
  private static final int FOR_ENCRYPTION = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;
  private static final int LEAST_RSA = 2048;

  private Ability() {}

  static boolean encrypts(PGPPublicKey primary, PGPPublicKey key) throws PGPException {
    return isGoodKind(key) && (key.isMasterKey() ? isCertified(key) : isBound(primary, key));
  }

  private static boolean isGoodKind(PGPPublicKey key) {
    // A version 6 key wants the newer form of encrypted data, which most mail programs cannot open.
    if (key.getVersion() != PublicKeyPacket.VERSION_4) {
      return false;
    }
    return switch (key.getAlgorithm()) {
      case PublicKeyAlgorithmTags.RSA_GENERAL -> key.getBitStrength() >= LEAST_RSA;
      case PublicKeyAlgorithmTags.ECDH ->
          key.getPublicKeyPacket().getKey() instanceof ECDHPublicBCPGKey;
      case PublicKeyAlgorithmTags.X25519, PublicKeyAlgorithmTags.X448 -> true;
      default -> false;
    };
  }

  private static boolean isBound(PGPPublicKey primary, PGPPublicKey key) throws PGPException {
    for (Iterator<PGPSignature> of = key.getSignaturesOfType(PGPSignature.SUBKEY_BINDING);
        of.hasNext(); ) {
      PGPSignature binding = of.next();
      binding.init(new BcPGPContentVerifierBuilderProvider(), primary);
      if (binding.verifyCertification(primary, key) && allows(binding)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCertified(PGPPublicKey key) throws PGPException {
    for (Iterator<String> ids = key.getUserIDs(); ids.hasNext(); ) {
      String id = ids.next();
      for (Iterator<PGPSignature> of = key.getSignaturesForID(id); of != null && of.hasNext(); ) {
        PGPSignature certification = of.next();
        if (certification.getKeyID() == key.getKeyID()) {
          certification.init(new BcPGPContentVerifierBuilderProvider(), key);
          if (certification.verifyCertification(id, key) && allows(certification)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Old keys say nothing of what they are for; then their kind decides. */
  private static boolean allows(PGPSignature signature) {
    var said = signature.getHashedSubPackets();
    return said != null
        && (!said.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS)
            || (said.getKeyFlags() & FOR_ENCRYPTION) != 0);
  }
}
