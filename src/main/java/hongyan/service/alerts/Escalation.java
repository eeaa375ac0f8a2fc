package hongyan.service.alerts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The beat by which overdue alerts go up. What is due stands in the store, so a beat may come twice
 * or late: after a restart it goes on where it was, and an alert that is due for two steps takes
 * them in two beats.
 */
@Component
class Escalation {
  private static final Logger LOGGER = LoggerFactory.getLogger(Escalation.class);
  private static final int BATCH = 200;

  private final AlertSteps steps;

  Escalation(AlertSteps steps) {
    this.steps = steps;
  }

  @Scheduled(initialDelay = 5_000, fixedDelay = 15_000)
  void beat() {
    steps.setMissingClocks(BATCH);
    long escalated = steps.listDue(BATCH).stream().filter(steps::escalate).count();
    if (escalated > 0) {
      LOGGER.info("{} overdue alerts went to the next office", escalated);
    }
  }
}
