package press.tamizdat.trust.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Two things about the curve that the JDK does not do. */
final class P256 {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
  static final BigInteger ORDER = CURVE.getN();

  private P256() {}

  /** Whether the point lies on the curve; the JDK verifies with one that does not. */
  static boolean isOnCurve(ECPoint point) {
    try {
      CURVE.getCurve().validatePoint(point.getAffineX(), point.getAffineY());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** SubjectPublicKeyInfo of the public half. */
  static byte[] publicHalf(ECPrivateKey key) throws GeneralSecurityException {
    org.bouncycastle.math.ec.ECPoint point =
        new FixedPointCombMultiplier().multiply(CURVE.getG(), key.getS()).normalize();
    ECPoint affine =
        new ECPoint(point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(affine, key.getParams()))
        .getEncoded();
  }
}
