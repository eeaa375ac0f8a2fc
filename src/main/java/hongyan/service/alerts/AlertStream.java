package hongyan.service.alerts;

import hongyan.pipelines.series.Scope;
import hongyan.service.accounts.WhoAsks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Alerts as they happen, as server-sent events. The event id is the change number, so a listener
 * that comes back with {@code Last-Event-ID} gets every change that it missed, once each; one that
 * comes without gets what happens from then on. It is told at once from which number on, and again
 * every few seconds by a {@code here} event: so a listener whose line was cut before the first
 * alert misses nothing either, and one that hears nothing knows that its line is dead.
 *
 * <p>A connection is closed after some minutes; browsers open it again by themselves, and who they
 * are is asked again then. So whoever may no longer listen does not listen for long.
 */
@Tag(name = "alerts")
@RestController
class AlertStream {
  private static final int BATCH = 500;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Pages take the line for dead after two of these and some (js/map/stream.js). */
  private static final long BEAT_MILLIS = 5_000;

  private final AlertStore store;
  private final AlertViews views;
  private final WhoAsks whoAsks;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  AlertStream(AlertStore store, AlertViews views, WhoAsks whoAsks) {
    this.store = store;
    this.views = views;
    this.whoAsks = whoAsks;
  }

  /** One open connection and how far it has got; only the sending thread moves it. */
  private static final class Listener {
    private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    private final Scope scope;
    private final Locale locale;
    private long seen;

    private Listener(Scope scope, Locale locale, long seen) {
      this.scope = scope;
      this.locale = locale;
      this.seen = seen;
    }
  }

  @Operation(
      summary = "Alerts as they are raised or change, as server-sent events",
      description =
          "alert: an alert as lists have it. here: sent at once and every 5 seconds; its id is the"
              + " change up to which everything was sent, to come back with as Last-Event-ID.")
  @GetMapping(path = "/api/v1/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter open(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
      Locale locale) {
    Listener listener =
        new Listener(
            whoAsks.get().scope(), locale, lastEventId == null ? store.lastChange() : lastEventId);
    listener.emitter.onTimeout(listener.emitter::complete);
    listener.emitter.onCompletion(() -> listeners.remove(listener));
    listener.emitter.onError(error -> listeners.remove(listener));
    beat(listener);
    listeners.add(listener);
    if (ending) {
      listener.emitter.complete();
    }
    return listener.emitter;
  }

  /** Else a service that ends would wait for every open line as for an answer that is under way. */
  @EventListener(ContextClosedEvent.class)
  void end() {
    ending = true;
    listeners.forEach(listener -> listener.emitter.complete());
  }

  /** Sends each listener what is new to it. */
  @Scheduled(fixedDelay = 500)
  void send() {
    for (Listener listener : listeners) {
      List<StoredAlert> changes = store.listChanges(listener.scope, listener.seen, BATCH);
      try {
        for (StoredAlert change : changes) {
          listener.emitter.send(
              SseEmitter.event()
                  .id(Long.toString(change.changeNo()))
                  .name("alert")
                  .data(views.inList(change, listener.locale), MediaType.APPLICATION_JSON));
          listener.seen = change.changeNo();
        }
      } catch (IOException | IllegalStateException gone) {
        listeners.remove(listener);
      }
    }
  }

  @Scheduled(fixedDelay = BEAT_MILLIS)
  void beat() {
    listeners.forEach(this::beat);
  }

  /** Also keeps proxies from closing a quiet line. */
  private void beat(Listener listener) {
    try {
      String seen = Long.toString(listener.seen);
      listener.emitter.send(SseEmitter.event().id(seen).name("here").data(seen));
    } catch (IOException | IllegalStateException gone) {
      listeners.remove(listener);
    }
  }
}
