package hongyan.service.settings;

import org.springframework.context.ApplicationEvent;

/** Said by a part of the service when it has started, so that whoever waits can see it. */
public final class StartStep extends ApplicationEvent {
  private static final long serialVersionUID = 1;
  private final String words;

  public StartStep(Object source, String words) {
    super(source);
    this.words = words;
  }

  public String words() {
    return words;
  }
}
