package hongyan.service.evidence;

import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.evidence.subject.EvidenceSubjects;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** Everything that a package can be about. */
@Component
class Subjects {
  private final List<EvidenceSubjects> kinds;

  Subjects(List<EvidenceSubjects> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** Throws {@link NoSuchElementException} when there is none of that kind and id. */
  EvidenceSubject get(String kind, String id) {
    return kinds.stream()
        .filter(subjects -> subjects.kind().equals(kind))
        .flatMap(subjects -> subjects.find(id).stream())
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("nothing at %s/%s".formatted(kind, id)));
  }
}
