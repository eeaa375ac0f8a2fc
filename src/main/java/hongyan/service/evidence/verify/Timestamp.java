package hongyan.service.evidence.verify;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * A time stamp of a third party (RFC 3161). Whether that party is to be trusted is not judged here:
 * its name is told, and its certificate is in the token.
 */
public final class Timestamp {
  private final TimeStampToken token;

  private Timestamp(TimeStampToken token) {
    this.token = token;
  }

  /** Reads a token in DER; throws {@link IllegalArgumentException} when it is none. */
  public static Timestamp parse(byte[] der) {
    try {
      Timestamp stamp = new Timestamp(new TimeStampToken(new CMSSignedData(der)));
      if (!Arrays.equals(stamp.token.getEncoded(), der)) {
        throw new IllegalArgumentException("bytes that belong to no time stamp token");
      }
      return stamp;
    } catch (CMSException | TSPException | IOException e) {
      throw new IllegalArgumentException("no time stamp token: " + e.getMessage(), e);
    }
  }

  /** Returns whether it is of exactly these bytes. */
  public boolean covers(byte[] content) {
    var info = token.getTimeStampInfo();
    return NISTObjectIdentifiers.id_sha256.equals(info.getMessageImprintAlgOID())
        && Arrays.equals(info.getMessageImprintDigest(), Merkle.sha256().digest(content));
  }

  /** Returns whether the certificate that it brings is for time stamps and signed it. */
  public boolean isSignedByItsCertificate() {
    try {
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate()));
      return true;
    } catch (TSPException | OperatorCreationException | CertificateException | RuntimeException e) {
      return false;
    }
  }

  public Instant time() {
    return token.getTimeStampInfo().getGenTime().toInstant();
  }

  /** Returns the name in the authority's certificate. */
  public String authority() {
    return certificate().getSubject().toString();
  }

  private X509CertificateHolder certificate() {
    return token.getCertificates().getMatches(null).stream()
        .filter(certificate -> token.getSID().match(certificate))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the token brings no certificate"));
  }
}
