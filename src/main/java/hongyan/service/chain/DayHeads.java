package hongyan.service.chain;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Signs the tree once a civil day, soon after it ends, and has the head stamped where an authority
 * is configured. A day on which the service did not run gets none; the next head covers it.
 */
@Component
class DayHeads {
  private static final Logger LOGGER = LoggerFactory.getLogger(DayHeads.class);
  private static final int TRIED_AGAIN = 31;

  private final Chain chain;
  private final @Nullable TimestampAuthority authority;

  DayHeads(Chain chain, ChainSettings settings) {
    this.chain = chain;
    this.authority =
        settings.timestampAuthority() == null
            ? null
            : new TimestampAuthority(settings.timestampAuthority(), settings.patience());
  }

  @Scheduled(initialDelay = 30_000, fixedDelay = 300_000)
  void sign() {
    chain.signDay(chain.lastDay());
    if (authority != null) {
      for (Head head : chain.file().listDayHeads(TRIED_AGAIN)) {
        if (head.timestamp() == null) {
          stamp(authority, head);
        }
      }
    }
  }

  private void stamp(TimestampAuthority by, Head head) {
    try {
      chain.file().stamp(head.id(), by.stamp(head.note()));
    } catch (TimestampAuthority.NotStamped notNow) {
      LOGGER.warn("the head of {} was not stamped; tried again later", head.day(), notNow);
    }
  }
}
