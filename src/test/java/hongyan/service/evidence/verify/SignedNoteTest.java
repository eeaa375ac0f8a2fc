package hongyan.service.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** With the example that the form was published with. */
class SignedNoteTest {
  private static final String KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String NOTE =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n"
          + "\n"
          + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
          + "otpRZb6KE6RyyBwJnAM=\n";

  private final VerifierKey key = VerifierKey.parse("", KEY);

  @Test
  void verifiesThePublishedNote() {
    assertThat(SignedNote.parse(NOTE).isBy(key)).isTrue();
    assertThat(SignedNote.parse(NOTE).print()).isEqualTo(NOTE);
    assertThat(key.line()).isEqualTo(KEY);
    assertThat(VerifierKey.parse("PeterNeumann", key.pem()).line()).isEqualTo(KEY);
  }

  @Test
  void seesEveryChangedCharacter() {
    for (int i = 0; i < NOTE.length(); i++) {
      StringBuilder changed = new StringBuilder(NOTE);
      changed.setCharAt(i, changed.charAt(i) == 'A' ? 'B' : 'A');
      assertThat(isGood(changed.toString())).as("character " + i).isFalse();
    }
  }

  @Test
  void takesNoBase64ThatMeansTheSame() {
    // The last character before the padding has two bits that say nothing.
    assertThat(isGood(NOTE.replace("nAM=", "nAN="))).isFalse();
    assertThatThrownBy(() -> SignedNote.parse(NOTE + "\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean isGood(String note) {
    try {
      return SignedNote.parse(note).isBy(key);
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
