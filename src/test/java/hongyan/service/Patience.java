package hongyan.service;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long any test waits for what comes in its own time, such as an alert that three beats of the
 * pipelines lead to: long enough for a machine that is busy or slow, as what comes is not waited
 * for any longer.
 */
public final class Patience implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(4));
  }
}
